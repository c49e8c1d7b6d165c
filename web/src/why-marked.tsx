import type { WeighedSign } from '../../src/domain/screening.js';
import { FLAG } from '../../src/words/console/flag.js';
import { ACT_SIGN_TERMS } from '../../src/words/rules/act-signs.js';
import { titleFor } from '../../src/words/rules/sides.js';
import { quotedWords, whyInOneSentence } from '../../src/words/rules/why.js';
import { capital } from '../../src/words/say.js';
import type { FlagPage as Flag } from './api.js';
import { useWords } from './language.js';

type Points = NonNullable<Flag['points']>;
type Sign = Points['signs'][number];

/** Why the act is marked: one sentence, and below it every sign with its points, strongest first. */
export function WhyMarked({ flag }: { flag: Flag }) {
  const { say, nameOf, language } = useWords();
  const { points, content } = flag;
  if (points === null) return null;
  const aimedAt = flag.sides.map(({ ticket }) => ticket.id);
  const titles = new Map(points.signs.map(({ sign, title }) => [sign, title]));
  const words = {
    language,
    nameOf: (sign: string) => titleFor(titles.get(sign) ?? nameOf(ACT_SIGN_TERMS, sign), aimedAt),
    quote: ({ spans }: Pick<WeighedSign, 'spans'>) =>
      quotedWords(spans.map(({ field, start, end }) => fieldOf(content, field).slice(start, end))),
  };
  // A clear side stands with each rule already.
  const unclear = flag.sides.filter(({ stance }) => stance === 'unclear').map(({ ticket }) => ticket.label);
  const side = (isFor: boolean) => points.signs.filter((sign) => sign.points > 0 === isFor);
  return (
    <div className="why">
      <p className="why-sentence">
        <bdi>{whyInOneSentence(points, words)}</bdi>
      </p>
      {unclear.length > 0 && <p className="why-side">{say(FLAG.sideUnclear, { tickets: unclear.join('; ') })}</p>}
      <details>
        <summary>{say(FLAG.points, { total: points.total, line: points.line })}</summary>
        <div className="points">
          <Side label={say(FLAG.pointsFor)} tone="proposes" signs={side(true)} words={words} />
          <Side label={say(FLAG.pointsAgainst)} tone="clears" signs={side(false)} words={words} />
        </div>
        <p className="dim">{say(FLAG.pointsMeaning)}</p>
      </details>
    </div>
  );
}

interface SideProps {
  readonly label: string;
  readonly tone: 'proposes' | 'clears';
  readonly signs: readonly Sign[];
  readonly words: { readonly nameOf: (sign: string) => string; readonly quote: (sign: Sign) => string };
}

function Side({ label, tone, signs, words }: SideProps) {
  const { say } = useWords();
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      {signs.length === 0 && <p className="dim">{say(FLAG.pointsNone)}</p>}
      <ul>
        {signs.map((sign) => (
          <li key={sign.sign}>
            <mark className={tone}>{sign.points > 0 ? `+${sign.points}` : `−${-sign.points}`}</mark>
            <span>
              {capital(words.nameOf(sign.sign))}
              <bdi className="dim">{words.quote(sign)}</bdi>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The text that a span counts in; nothing once the content is gone. */
function fieldOf(content: Flag['content'], field: string): string {
  const [of, ...rest] = field.split('.');
  if (of === 'text') return content?.text ?? '';
  if (of === 'media') return content?.media[Number(rest[0])]?.text ?? '';
  const { target } = content ?? { target: null };
  const depth = rest.filter((part) => part === 'quoted').length;
  const aim = [target, target?.quoted, target?.quoted?.quoted][depth];
  return (rest.at(-1) === 'account' ? aim?.account?.handle : aim?.text) ?? '';
}
