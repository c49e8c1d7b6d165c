import { boxesOf } from '../../src/domain/picture.js';
import type { Quote } from '../../src/domain/segments.js';
import { FLAG } from '../../src/words/console/flag.js';
import { evidenceAddress, type FlagPage as Flag } from './api.js';
import { useWords } from './language.js';

type Media = NonNullable<Flag['content']>['media'][number];

interface Props {
  readonly flagId: string;
  readonly media: Media;
  readonly quotes: readonly Quote[] | undefined;
}

/** In thousandths of the picture: a reader's box ends where a letter does, and a line drawn there would hide its edge. */
const AIR = 7;

/** The sealed picture with the marked words in boxes, where they stand on it. Nothing where it is not in the pack. */
export function MarkedPicture({ flagId, media: { text, picture }, quotes = [] }: Props) {
  const { say } = useWords();
  if (!picture?.item || text === null) return null;
  return (
    <span className="marked-picture">
      <img src={evidenceAddress(flagId, picture.item)} alt={say(FLAG.markedPicture)} />
      <svg viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
        {quotes.flatMap(({ number, tone, start, end }) =>
          boxesOf({ text, words: picture.words }, { start, end }).map(([left, top, right, bottom]) => (
            <rect
              key={`${number} ${left} ${top}`}
              className={tone}
              x={left - AIR}
              y={top - AIR}
              width={right - left + 2 * AIR}
              height={bottom - top + 2 * AIR}
            />
          )),
        )}
      </svg>
    </span>
  );
}
