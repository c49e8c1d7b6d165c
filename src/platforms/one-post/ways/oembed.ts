import { z } from 'zod';
import type { PostContent } from '../../../domain/post-reading.js';
import type { Answer } from '../answer.js';
import { contentOf, handleIn } from '../post-content.js';

const text = z.string().max(100_000);
const oembed = z.object({
  title: text,
  author_url: z.string().max(2_000),
  author_unique_id: z.string().max(300).optional().catch(undefined),
  embed_product_id: z.string().max(100).optional().catch(undefined),
});

/** What a platform's own oEmbed answer tells of a post; nothing where it tells of another, or has another shape. */
export function readOembed(answer: Answer, id: string | undefined): PostContent | undefined {
  const said = answer.status === 200 ? oembed.safeParse(answer.json()).data : undefined;
  if (said === undefined || (said.embed_product_id !== undefined && said.embed_product_id !== id)) return undefined;
  return contentOf({ text: said.title, handle: handleIn(said.author_url) ?? said.author_unique_id });
}
