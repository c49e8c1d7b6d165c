import { z } from 'zod';
import type { Answer } from '../answer.js';
import { DERIVED, type Marker, SECTION_3 } from '../marker.js';

const label = z.object({ val: z.string() });
/** One post as the app's server shows it; the record is anybody's. */
const threadAnswer = z.object({
  thread: z.object({
    $type: z.string(),
    post: z
      .object({
        uri: z.string().max(1_200),
        author: z.object({
          did: z.string().max(300),
          handle: z.string().max(300),
          labels: z.array(label).max(100).catch([]),
        }),
        record: z.unknown(),
      })
      .optional(),
  }),
});
const refusal = z.object({ error: z.string().max(100) });
const record = z.object({ uri: z.string().max(1_200) });

export function threadIn(answer: Answer): z.infer<typeof threadAnswer>['thread'] | undefined {
  return threadAnswer.safeParse(answer.json()).data?.thread;
}

/** The owner asks not to be shown to people who are not logged in, and that we are. */
export function wishesToBeHidden(answer: Answer): boolean {
  return threadIn(answer)?.post?.author.labels.some(({ val }) => val === '!no-unauthenticated') === true;
}

const isThread = (type: string) => (answer: Answer) => threadIn(answer)?.$type === `app.bsky.feed.defs#${type}`;
const isRefused = (error: RegExp) => (answer: Answer) => error.test(refusal.safeParse(answer.json()).data?.error ?? '');

export const blueskyMarkers: readonly Marker[] = [
  {
    id: 'bluesky_not_found',
    way: 'api',
    when: { status: [400, 404], holds: isRefused(/^NotFound$/) },
    means: ['gone'],
    source: SECTION_3,
  },
  {
    id: 'bluesky_not_found_post',
    way: 'api',
    when: { status: [200], holds: isThread('notFoundPost') },
    means: ['gone'],
    source: SECTION_3,
  },
  {
    id: 'bluesky_wish',
    way: 'api',
    when: { status: [200], holds: wishesToBeHidden },
    means: ['private'],
    source: DERIVED,
  },
  {
    id: 'bluesky_no_record',
    way: 'record',
    when: { status: [400, 404], holds: isRefused(/^(?:RecordNotFound|NotFound)$/) },
    means: ['gone'],
    source: SECTION_3,
  },
  {
    id: 'bluesky_no_repository',
    way: 'record',
    when: { status: [400, 404], holds: isRefused(/^Repo(?:NotFound|Deactivated|Takendown|TakenDown|Suspended)$/) },
    means: ['gone'],
    source: DERIVED,
  },
  {
    id: 'bluesky_record_stands',
    way: 'record',
    when: {
      status: [200],
      holds: (answer, { id }) =>
        record.safeParse(answer.json()).data?.uri.endsWith(`/app.bsky.feed.post/${id}`) === true,
    },
    means: ['seen'],
    source: SECTION_3,
  },
];

/** Looked for before there is anybody to ask. */
export const NO_ACCOUNT: Marker = {
  id: 'bluesky_no_account',
  way: 'record',
  when: {},
  means: ['gone'],
  source: DERIVED,
  isUnverified: true,
};
