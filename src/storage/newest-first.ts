import { asText } from './plain-value.js';

/** Where a page ended that goes by an instant and an id, newest first. Ids hold no character that an address would not. */
export function newestCursor(at: Date, id: string): string {
  return `${at.getTime()}.${id}`;
}

/** What comes after it, in order of `field` and id. Of a cursor that is none of ours, nothing is left out. */
export function earlierThan(field: string, cursor: string | undefined): object {
  const [, time, id] = /^(\d{1,15})\.(.+)$/.exec(cursor === undefined ? '' : asText(cursor)) ?? [];
  if (id === undefined) return {};
  const at = new Date(Number(time));
  return { $or: [{ [field]: { $lt: at } }, { [field]: at, _id: { $lt: id } }] };
}
