import { type Activity, aimsOf } from './activity.js';
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

/** Where a line stands: in the act's own words, in a picture, or in words that somebody else may have written. */
export const LINE_PLACES = ['own', 'picture', 'answered', 'quoted', 'linked'] as const;
export type LinePlace = (typeof LINE_PLACES)[number];

export interface MarkedLine {
  readonly of: LinePlace;
  readonly pieces: readonly LinePiece[];
  /** The first own words, where the line is not of them and there are any. */
  readonly own?: readonly LinePiece[] | undefined;
}

type Act = Pick<Activity, 'text' | 'media' | 'target'>;

interface Stretch {
  readonly field: string;
  readonly start: number;
  readonly end: number;
}

interface Field {
  readonly field: string;
  readonly of: LinePlace;
  readonly text: string;
}

type Line = Stretch & Field & { readonly isFirst: boolean };

const LENGTH = 160;
/** So much is shown before a mark that stands far into a line. */
const BEFORE_MARK = 24;
const FAR = 48;

/**
 * One line of an act for a list: its first line with words, or the one where the first proposing mark stands, if that is
 * another; and whose words these are. Without characters that nobody sees: they could turn a list around. `undefined`:
 * it has no words.
 */
export function markedLineOf(act: Act, marks: Marks): MarkedLine | undefined {
  const lines = fieldsOf(act).flatMap(linesOf);
  const spans = marks.matches.flatMap((match) => match.spans);
  const line = lines.find((one) => spans.some((span) => touches(span, one))) ?? lines[0];
  if (!line) return undefined;
  const own = line.of === 'own' ? undefined : lines.find(({ of }) => of === 'own');
  return { of: line.of, pieces: piecesOf(line, marks), own: own && piecesOf(own, marks) };
}

function piecesOf(line: Line, marks: Marks): LinePiece[] {
  const spans = marks.matches.flatMap((match) => match.spans).filter((span) => touches(span, line));
  const first = Math.min(...spans.map((span) => span.start));
  const start = first - line.start > FAR && first < line.end ? first - BEFORE_MARK : line.start;
  const { field, text } = line;
  const shown = { field, start: whole(text, start), end: whole(text, Math.min(line.end, start + LENGTH)) };
  const before: LinePiece[] = !line.isFirst || shown.start > line.start ? [{ text: '… ', tone: null }] : [];
  const after: LinePiece[] = shown.end < line.end ? [{ text: '…', tone: null }] : [];
  return [...before, ...cut(text, shown, marks), ...after];
}

/** Those with text, what is most the act's own first. */
export function fieldsOf({ text, media, target }: Act): Field[] {
  const pictures = (media ?? []).map(
    (part, i) => ({ field: `media.${i}.text`, of: 'picture', text: part.text }) as const,
  );
  const aims = aimsOf(target).map(
    (aim, i) =>
      ({
        field: `target${'.quoted'.repeat(i)}.text`,
        of: aim.form ? 'linked' : i === 0 ? 'answered' : 'quoted',
        text: aim.text,
      }) as const,
  );
  const all = [{ field: 'text', of: 'own', text } as const, ...pictures, ...aims];
  return all.flatMap((one) => (one.text ? [{ ...one, text: one.text }] : []));
}

/** Those with something to read. */
function linesOf(field: Field): Line[] {
  let start = 0;
  const lines = field.text.split('\n').flatMap((line) => {
    const from = start;
    start += line.length + 1;
    return visible(line).trim() === '' ? [] : [{ start: from, end: from + line.length }];
  });
  return lines.map((line, i) => ({ ...field, ...line, isFirst: i === 0 }));
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

/** Without characters that nobody sees: they could turn a list around. */
export function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}]/gu, '');
}
