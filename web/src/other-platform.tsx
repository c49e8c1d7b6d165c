import { isPlatform } from '../../src/domain/platform.js';
import { REPORTS } from '../../src/words/console/reports.js';
import { PLATFORM_TERMS } from '../../src/words/terms.js';
import { useWords } from './language.js';
import type { AccountLine } from './report-api.js';

/** Said where an account is chosen whose platform is not the link's: such a report cannot become a flag. */
export function OtherPlatformNote({ account, link }: { account: AccountLine | null; link: string | undefined }) {
  const { say, nameOf } = useWords();
  if (!account || !link || !isPlatform(link) || link === 'web' || link === account.platform) return null;
  const [ours, theirs] = [account.platform, link].map((platform) => nameOf(PLATFORM_TERMS, platform));
  return <p className="notice">{say(REPORTS.otherPlatform, { account: ours!, link: theirs! })}</p>;
}
