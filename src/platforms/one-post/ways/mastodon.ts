import { z } from 'zod';
import type { PostContent } from '../../../domain/post-reading.js';
import type { Link } from '../../../links/link.js';
import type { Answer } from '../answer.js';
import { textOfHtml } from '../html-text.js';
import { mastodonMarkers } from '../markers/mastodon.js';
import { contentOf } from '../post-content.js';
import type { PostPlatform } from '../way.js';

const status = z.object({
  id: z.string().max(30),
  created_at: z.string().max(40),
  visibility: z.enum(['public', 'unlisted']),
  content: z.string(),
  spoiler_text: z.string().catch(''),
  account: z.object({ id: z.string().max(30), acct: z.string().max(300) }),
  media_attachments: z
    .array(z.object({ description: z.string().nullish().catch(undefined) }))
    .max(100)
    .catch([]),
});

export const mastodon: PostPlatform = {
  by: 'read',
  markers: mastodonMarkers,
  ways: [
    {
      name: 'api',
      accept: 'json',
      isElsewhere: true,
      find: ({ canonical, id }) => new URL(`/api/v1/statuses/${id}`, canonical),
      read: readStatus,
    },
    { name: 'account', accept: 'json', isElsewhere: true, find: findAccount },
  ],
};

function readStatus(answer: Answer, link: Link): PostContent | undefined {
  const said = answer.status === 200 ? status.safeParse(answer.json()).data : undefined;
  if (said === undefined || said.id !== link.id) return undefined;
  const { host } = new URL(link.canonical);
  const { acct, id } = said.account;
  return contentOf({
    text: [said.spoiler_text, textOfHtml(said.content)].filter((one) => one !== '').join('\n'),
    // A server writes its own accounts without its name, and numbers those of others anew.
    handle: acct.includes('@') ? acct : `${acct}@${host}`,
    id: acct.includes('@') ? undefined : id,
    publishedAt: said.created_at,
    media: said.media_attachments.map(({ description }) => description),
  });
}

/** Only a server's own accounts: it may have forgotten those of others. */
function findAccount({ author, canonical }: Link): URL | undefined {
  const { host } = new URL(canonical);
  const [name, server] = author?.split('@') ?? [];
  return name && server === host ? new URL(`/api/v1/accounts/lookup?acct=${name}`, canonical) : undefined;
}
