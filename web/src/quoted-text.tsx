import { useMemo } from 'react';
import { cutSegments, type Quote, type Segment } from '../../src/domain/segments.js';
import { FLAG } from '../../src/words/console/flag.js';
import { useWords } from './language.js';

/**
 * Crawled text as text: React text nodes and marks only, isolated in direction, with hidden characters named. No
 * part of it is ever read as markup or followed as an address.
 */
export function QuotedText({ text, quotes = [] }: { text: string; quotes?: readonly Quote[] | undefined }) {
  const segments = useMemo(() => cutSegments(text, quotes), [text, quotes]);
  return (
    <bdi className="crawled">
      {segments.map((segment, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the cuts of one immutable text never move
        <Piece key={i} segment={segment} />
      ))}
    </bdi>
  );
}

function Piece({ segment }: { segment: Segment }) {
  const { say } = useWords();
  const { quotes, hidden } = segment;
  const text = hidden ? <Hidden code={hidden} label={say(FLAG.hiddenChar, { code: hidden })} /> : segment.text;
  if (quotes.length === 0) return text;
  const tone = quotes.some((q) => q.tone === 'proposes') ? 'proposes' : 'clears';
  const ending = quotes.filter((q) => q.tone !== tone).length > 0 ? 'both' : '';
  return (
    <mark className={`${tone} ${ending}`} title={quotes.map((q) => q.means).join('; ')}>
      {text}
      <sup aria-hidden="true">{quotes.map((q) => q.number).join(',')}</sup>
    </mark>
  );
}

function Hidden({ code, label }: { code: string; label: string }) {
  return (
    <span className="hidden-char" title={label}>
      {code}
    </span>
  );
}

/** What each number stands for; the text is understood without hovering. */
export function QuoteLegend({ byField }: { byField: ReadonlyMap<string, readonly Quote[]> }) {
  const { say } = useWords();
  const all = [...byField.values()].flat();
  const unique = [...new Map(all.map((q) => [q.number, q])).values()].sort((a, b) => a.number - b.number);
  if (unique.length === 0) return null;
  return (
    <ol className="legend" aria-label={say(FLAG.marksLegend)}>
      {unique.map((q) => (
        <li key={q.number} value={q.number}>
          <mark className={q.tone}>{q.number}</mark> {q.means}
        </li>
      ))}
    </ol>
  );
}
