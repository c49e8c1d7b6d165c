import { isDay } from '../../domain/days.js';
import { isPlatform } from '../../domain/platform.js';
import { instantOf, LOG_ZONE, localDay } from '../../domain/region.js';
import { MAX_STORY_LENGTH } from '../../domain/report.js';
import type { Brought } from '../../intake/reports/bring-report.js';

/** As somebody typed them: text, whatever the field. */
export const FIELDS = ['link', 'story', 'name', 'office', 'handle', 'platform', 'seenOn', 'place', 'channel'] as const;
export type FieldName = (typeof FIELDS)[number];
export type Fields = Readonly<Record<FieldName, string>>;

/** What fits a field; the form says the same to the browser. */
export const FIELD_LIMITS: Readonly<Record<FieldName, number>> = {
  link: 4_000,
  story: MAX_STORY_LENGTH,
  name: 200,
  office: 200,
  handle: 200,
  platform: 20,
  seenOn: 10,
  place: 200,
  channel: 10,
};

export type FieldsFault =
  | { readonly fault: 'nothing' | 'bad_day' | 'bad_identity' }
  | { readonly fault: 'too_long'; readonly field: FieldName };

export function toFields(given: Readonly<Record<string, string | undefined>>): Fields {
  // Browsers send line ends of two signs, and count one against `maxlength`.
  return Object.fromEntries(FIELDS.map((name) => [name, (given[name] ?? '').replace(/\r\n?/g, '\n').trim()])) as Fields;
}

export function faultOfFields(
  fields: Fields,
  { now, hasFiles, identity }: { now: Date; hasFiles: boolean; identity?: string | undefined },
): FieldsFault | undefined {
  const long = FIELDS.find((name) => fields[name].length > FIELD_LIMITS[name]);
  if (long) return { fault: 'too_long', field: long };
  if (!hasFiles && fields.link === '' && fields.story === '') return { fault: 'nothing' };
  // Who reports from the east of Indonesia may already have the next day.
  const latest = localDay(new Date(now.getTime() + 2 * 3_600_000), LOG_ZONE);
  if (fields.seenOn !== '' && !(isDay(fields.seenOn) && fields.seenOn <= latest && fields.seenOn >= '2000-01-01')) {
    return { fault: 'bad_day' };
  }
  return identity !== undefined && !isIdentityBox(identity) ? { fault: 'bad_identity' } : undefined;
}

/** The name of a key, and a box that only its other half opens. What is in it cannot be looked at here. */
export function isIdentityBox(text: string): boolean {
  return text.length <= 2_000 && /^[A-Za-z0-9_-]{1,40}\.[A-Za-z0-9_-]{64,1900}$/.test(text);
}

/** Of fields without a fault. */
export function toBroughtAct(fields: Fields): Pick<Brought, 'who' | 'act' | 'channel'> {
  const { link, story, name, office, handle, platform, seenOn, place, channel } = fields;
  return {
    who: { name, office, handle, platform: isPlatform(platform) ? platform : undefined },
    act: { link, story, seenAt: seenOn === '' ? undefined : instantOf(seenOn, 12, LOG_ZONE), place },
    channel: channel === 'private' ? 'private' : 'public',
  };
}
