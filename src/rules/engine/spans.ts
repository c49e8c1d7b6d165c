import type { ScreenInput, Span } from '../../domain/screening.js';
import { EVERYWHERE, type Occurrence } from '../scene/occurrence.js';
import { type Scene, TARGET_FIELD } from '../scene/scene.js';

/** A reviewer reads the first places of each rule; a text of 100,000 tags has no more to say. */
const MAX_SPANS = 24;

/** Places as people see them in the fields that came in; sorted, each once. */
export function spansOf(places: readonly Occurrence[], scene: Scene): Span[] {
  const spans = places.map((place) => spanOf(place, scene)).sort(bySpan);
  return spans.filter((s, i) => i === 0 || bySpan(s, spans[i - 1]!) !== 0).slice(0, MAX_SPANS);
}

function spanOf(place: Occurrence, { units, input }: Scene): Span {
  const { means } = place;
  if (place.first === EVERYWHERE) {
    const { account, text } = input.target ?? {};
    if (account !== undefined) return { field: 'target.account', start: 0, end: account.handle.length, means };
    return { field: 'target.text', start: 0, end: text?.length ?? 0, means };
  }
  const field = fieldName(units.field[place.first]!, input);
  return { field, start: units.start[place.first]!, end: units.end[place.last]!, means };
}

function fieldName(field: number, input: ScreenInput): string {
  if (field === 0) return 'text';
  if (field === TARGET_FIELD) return 'target.text';
  return `media.${Math.min(field, input.media?.length ?? 1) - 1}.text`;
}

function bySpan(a: Span, b: Span): number {
  return compare(a.field, b.field) || a.start - b.start || a.end - b.end || compare(a.means, b.means);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
