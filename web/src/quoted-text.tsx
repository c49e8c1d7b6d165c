import { useMemo } from 'react';
import { FLAG } from '../../src/words/console/flag.js';
import type { FlagPage as Flag } from './api.js';
import { useWords } from './language.js';
import { cutSegments, type Quote, type Segment } from './segments.js';

/** Every span of a flag with a number of its own, in order of appearance; equal meanings share one. */
export function numberQuotes(flag: Pick<Flag, 'matches' | 'cleared'>): ReadonlyMap<string, readonly Quote[]> {
  const numbers = new Map<string, number>();
  const byField = new Map<string, Quote[]>();
  const add = (tone: Quote['tone'], spans: Flag['matches'][number]['spans']) => {
    for (const { field, start, end, means } of [...spans].sort((a, b) => a.start - b.start)) {
      const key = `${tone} ${means}`;
      const number = numbers.get(key) ?? numbers.size + 1;
      numbers.set(key, number);
      const quotes = byField.get(field) ?? [];
      if (!quotes.some((q) => q.start === start && q.end === end && q.number === number)) {
        byField.set(field, [...quotes, { start, end, means, tone, number }]);
      }
    }
  };
  for (const match of flag.matches) add('proposes', match.spans);
  for (const sign of flag.cleared) add('clears', sign.spans);
  return byField;
}

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
