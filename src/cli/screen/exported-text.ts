import type { ActivityTarget } from '../../domain/activity.js';
import type { ScreenInput, ScreenResult, Span } from '../../domain/screening.js';
import { type Decoded, decodeEntities } from '../../intake/files/entities.js';

export interface ExportedInput {
  readonly input: ScreenInput;
  /** Points the quoted stretches of an answer into the fields as they came in. */
  readonly restore: (result: ScreenResult) => ScreenResult;
}

const ITSELF = (result: ScreenResult) => result;

/** The input as its author wrote it, where its texts were handed on as HTML (`&quot;`, `&#35;`). */
export function readExportedText(input: ScreenInput): ExportedInput {
  const { target, media } = input;
  const decoded = new Map<string, Decoded>();
  const decode = <T extends string | undefined>(field: string, text: T): T => {
    if (text == null || !text.includes('&')) return text;
    const read = decodeEntities(text);
    decoded.set(field, read);
    return read.text as T;
  };
  const decodeAim = (aim: ActivityTarget, field: string): ActivityTarget => ({
    ...aim,
    text: decode(`${field}.text`, aim.text),
    quoted: aim.quoted && decodeAim(aim.quoted, `${field}.quoted`),
  });
  const plain: ScreenInput = {
    ...input,
    text: decode('text', input.text),
    target: target && decodeAim(target, 'target'),
    media: media?.map((one, n) => ({ ...one, text: decode(`media.${n}.text`, one.text) })),
  };
  return decoded.size === 0 ? { input, restore: ITSELF } : { input: plain, restore: restoreBy(decoded) };
}

function restoreBy(decoded: ReadonlyMap<string, Decoded>): ExportedInput['restore'] {
  const move = <T extends { readonly spans: readonly Span[] }>(part: T): T => ({
    ...part,
    spans: part.spans.map((span) => ({ ...span, ...decoded.get(span.field)?.toSource(span.start, span.end) })),
  });
  return (result) => ({
    ...result,
    matches: result.matches.map(move),
    cleared: result.cleared.map(move),
    notes: result.notes?.map(move),
    points: result.points && { ...result.points, signs: result.points.signs.map(move) },
  });
}
