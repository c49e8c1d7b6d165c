import { NOTICE_KINDS, type NoticeKind } from '../domain/notice.js';
import type { Language } from '../words/language.js';
import { NOTICE_MAIL, NOTICE_MAIL_TERMS } from '../words/mail-notices.js';
import { capital, sayIn } from '../words/say.js';
import { type Block, blocksToHtml, blocksToText } from './blocks.js';
import { pagesOf } from './console-pages.js';
import type { RenderedDigest } from './render-digest.js';

/** Numbers alone; where no console is served that anybody could open, no link either. */
export function renderNotices(
  counts: Readonly<Partial<Record<NoticeKind, number>>>,
  { consoleUrl, language = 'id' }: { consoleUrl?: string | undefined; language?: Language },
): RenderedDigest {
  const say = sayIn(language);
  const rows = NOTICE_KINDS.flatMap((kind) => {
    const value = counts[kind] ?? 0;
    return value > 0 ? [{ label: capital(NOTICE_MAIL_TERMS[kind][language]), value }] : [];
  });
  const title = say(NOTICE_MAIL.subject, { n: rows.reduce((sum, { value }) => sum + value, 0) });
  const link: Block[] =
    consoleUrl === undefined
      ? []
      : [{ type: 'link', text: say(NOTICE_MAIL.open), url: pagesOf(consoleUrl)({ path: 'notices' }) }];
  const blocks: Block[] = [
    { type: 'title', text: title },
    { type: 'paragraph', text: say(NOTICE_MAIL.waits) },
    { type: 'table', rows },
    ...link,
    { type: 'small', text: say(NOTICE_MAIL.off) },
  ];
  return { subject: title, text: blocksToText(blocks), html: blocksToHtml(blocks, { title, language }) };
}
