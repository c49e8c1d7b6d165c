import { z } from 'zod';

/** As long as an address of the web is believed to be. */
const MAX_ADDRESS = 8_192;

/** Looked at only where there are so few: what is in a list of a million is not read to be told that it is too long. */
function few<T extends z.ZodType>(max: number, item: T) {
  return z.custom<unknown[]>((value) => Array.isArray(value) && value.length <= max).pipe(z.array(item));
}

/** One record of a repository as listed; `value` is anybody's JSON until a schema below has read it. */
export const listedRecord = z.object({ uri: z.string(), cid: z.string().max(200).catch(''), value: z.unknown() });
export const recordList = z.object({ records: few(1_000, z.unknown()), cursor: z.string().max(1000).optional() });
export const singleRecord = z.object({ uri: z.string(), value: z.unknown() });

// Any text: a date that cannot be read is not the end of an act whose key tells its time.
const createdAt = z.string().catch('');
const strongRef = z.object({ uri: z.string().max(1200) });
const blob = z.object({ ref: z.object({ $link: z.string().max(200) }) });

const images = z.object({
  $type: z.literal('app.bsky.embed.images'),
  images: few(100, z.object({ alt: z.string().optional(), image: blob.optional().catch(undefined) })),
});
const video = z.object({
  $type: z.literal('app.bsky.embed.video'),
  alt: z.string().optional(),
  video: blob.optional().catch(undefined),
});
const external = z.object({
  $type: z.literal('app.bsky.embed.external'),
  external: z.object({
    uri: z.string().max(MAX_ADDRESS),
    title: z.string().default(''),
    description: z.string().default(''),
  }),
});
const quote = z.object({ $type: z.literal('app.bsky.embed.record'), record: strongRef });
const mediaEmbed = z.discriminatedUnion('$type', [images, video, external]);
const quoteWithMedia = z.object({
  $type: z.literal('app.bsky.embed.recordWithMedia'),
  record: z.object({ record: strongRef }),
  media: mediaEmbed.optional().catch(undefined),
});
const embed = z.discriminatedUnion('$type', [images, video, external, quote, quoteWithMedia]);

const facet = z.object({ features: few(50, z.object({ uri: z.string().max(MAX_ADDRESS).optional() })) });

/** A post whose embed is of a kind made later is still a post: unknown parts read as absent. */
export const postRecord = z.object({
  text: z.string(),
  createdAt,
  reply: z.object({ parent: strongRef }).optional(),
  embed: embed.optional().catch(undefined),
  facets: few(1_000, facet).optional().catch(undefined),
  tags: few(100, z.string().max(640)).optional().catch(undefined),
});
export type PostRecord = z.infer<typeof postRecord>;
export type MediaEmbed = z.infer<typeof mediaEmbed>;

/** A like or a repost. */
export const reactionRecord = z.object({ createdAt, subject: strongRef });
export const followRecord = z.object({ createdAt, subject: z.string().max(300) });

const words = z.string().catch('');
/** Only the words of somebody else's record are ever looked at: a post's, or what a feed, list or pack is called. */
export const targetWords = z.union([
  z.object({ text: z.string() }).transform(({ text }) => text),
  z.object({ displayName: z.string(), description: words }).transform((it) => lines(it.displayName, it.description)),
  z.object({ name: z.string(), description: words }).transform((it) => lines(it.name, it.description)),
]);

export function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}
