import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { CollectedActivity } from '../../domain/activity.js';
import type { ActivityKind } from '../../domain/platform.js';
import { readPageTime } from './page-time.js';
import type { Recipe } from './recipe.js';

/** What the browser found in one item; every value is anybody's text. */
export const rawItem = z.object({
  base: z.string(),
  url: z.string().optional(),
  text: z.string().optional(),
  time: z.string().optional(),
  kind: z.string().optional(),
  target_text: z.string().optional(),
  target_url: z.string().optional(),
  media: z.array(z.string()),
  pictures: z.array(z.string()),
});
export type RawItem = z.infer<typeof rawItem>;

/** One item as an act; `undefined` where its time, kind or both text and pictures are missing. */
export function toActivity(raw: RawItem, recipe: Recipe, pageUrl: string): CollectedActivity | undefined {
  const kind = kindOf(raw, recipe);
  const publishedAt = raw.time === undefined ? undefined : readPageTime(raw.time, recipe.fields.time);
  const text = raw.text?.trim() ?? '';
  const media = raw.media.map((alt) => ({ text: alt.trim() })).filter((m) => m.text !== '');
  const pictures = [...new Set(raw.pictures.flatMap((src) => webAddress(src, raw.base) ?? []))];
  const said = [text, ...media.map((one) => one.text)].filter((words) => words !== '');
  if (kind === undefined || publishedAt === undefined || said.length + pictures.length === 0) return undefined;
  const url = webAddress(raw.url, raw.base);
  return {
    kind,
    // An item without a permalink is known by what does not change when it moves down the page.
    externalId:
      url ?? `${pageUrl}#${fingerprint([publishedAt.toISOString(), text, ...(said.length > 0 ? [] : pictures)])}`,
    text,
    publishedAt,
    url: url ?? pageUrl,
    target: targetOf(raw),
    media: media.length === 0 ? undefined : media,
    pictures: pictures.length === 0 ? undefined : pictures,
  };
}

/** Changes when an item's words change, so that an edited one is read again. */
export function fingerprintOf(activity: CollectedActivity): string {
  return fingerprint([activity.externalId, activity.text, JSON.stringify(activity.media ?? [])]);
}

function fingerprint(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);
}

function kindOf(raw: RawItem, { kind }: Recipe): ActivityKind | undefined {
  if (typeof kind === 'string') return kind;
  const found = raw.kind?.trim() ?? '';
  return Object.hasOwn(kind.values, found) ? kind.values[found] : undefined;
}

function targetOf(raw: RawItem): CollectedActivity['target'] {
  const text = raw.target_text?.trim() || undefined;
  const url = webAddress(raw.target_url, raw.base);
  return text === undefined && url === undefined ? undefined : { text, url };
}

function webAddress(href: string | undefined, base: string): string | undefined {
  if (href === undefined || href.trim() === '' || !URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}
