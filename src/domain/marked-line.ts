import type { Activity } from './activity.js';
import type { Flag } from './flag.js';

type Marks = Pick<Flag, 'matches' | 'cleared'>;

/** `proposes`: words that made a rule propose; `clears`: words that speak against it. */
export const TONES = ['proposes', 'clears'] as const;
type Tone = (typeof TONES)[number];

export interface LinePiece {
  readonly text: string;
  /** `null`: under no mark. */
  readonly tone: Tone | null;
}

interface Stretch {
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

const LENGTH = 160;
/** So much is shown before a mark that stands far into a line. */
const BEFORE_MARK = 24;
const FAR = 48;

/**
 * One line of an act for a list: its first line with words, or the one where the first proposing mark stands, if that is
 * another. Without characters that nobody sees: they could turn a list around. `undefined`: it has no words.
 */
export function markedLineOf(act: Pick<Activity, 'text' | 'media' | 'target'>, marks: Marks): LinePiece[] | undefined {
  const texts = textsOf(act);
  const lines = [...texts].flatMap(([field, text]) => linesOf(field, text));
  const spans = marks.matches.flatMap((match) => match.spans);
  const marked = lines.find((line) => spans.some((span) => touches(span, line)));
  const line = marked ?? lines[0];
  if (!line) return undefined;
  const first = Math.min(...spans.filter((span) => touches(span, line)).map((span) => span.start));
  const start = first - line.start > FAR && first < line.end ? first - BEFORE_MARK : line.start;
  const text = texts.get(line.field)!;
  const shown = { field: line.field, start: whole(text, start), end: whole(text, Math.min(line.end, start + LENGTH)) };
  const pieces = cut(text, shown, marks);
  const before: LinePiece[] = line !== lines[0] || shown.start > line.start ? [{ text: '… ', tone: null }] : [];
  const after: LinePiece[] = shown.end < line.end ? [{ text: '…', tone: null }] : [];
  return [...before, ...pieces, ...after];
}

function textsOf({ text, media, target }: Pick<Activity, 'text' | 'media' | 'target'>): Map<string, string> {
  const pictures = (media ?? []).map((part, i) => [`media.${i}.text`, part.text] as const);
  const aims = [['target.text', target?.text] as const, ['target.quoted.text', target?.quoted?.text] as const];
  return new Map(
    [['text', text] as const, ...pictures, ...aims].flatMap(([field, words]) => (words ? [[field, words]] : [])),
  );
}

/** Those with something to read. */
function linesOf(field: string, text: string): Stretch[] {
  let start = 0;
  return text.split('\n').flatMap((line) => {
    const from = start;
    start += line.length + 1;
    return visible(line).trim() === '' ? [] : [{ field, start: from, end: from + line.length }];
  });
}

function cut(text: string, line: Stretch, { matches, cleared }: Marks): LinePiece[] {
  const inLine = (spans: readonly Stretch[]) => spans.filter((span) => touches(span, line));
  const proposes = inLine(matches.flatMap((match) => match.spans));
  const clears = inLine(cleared.flatMap((sign) => sign.spans));
  const inner = [...proposes, ...clears].flatMap(({ start, end }) => [start, end]);
  const borders = [line.start, ...inner.filter((at) => at > line.start && at < line.end), line.end];
  const pieces: { text: string; tone: LinePiece['tone'] }[] = [];
  let start = line.start;
  for (const end of [...new Set(borders)].sort((a, b) => a - b)) {
    const stretch = { field: line.field, start, end };
    const isUnder = (spans: readonly Stretch[]) => spans.some((span) => touches(span, stretch));
    const tone = isUnder(proposes) ? 'proposes' : isUnder(clears) ? 'clears' : null;
    const words = visible(text.slice(start, end));
    const last = pieces.at(-1);
    if (last?.tone === tone) last.text += words;
    else if (words !== '') pieces.push({ text: words, tone });
    start = end;
  }
  return pieces;
}

function touches(span: Stretch, line: Stretch): boolean {
  return span.field === line.field && span.start < line.end && line.start < span.end;
}

/** Between whole characters. */
function whole(text: string, at: number): number {
  return /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) ? at - 1 : at;
}

function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
}
