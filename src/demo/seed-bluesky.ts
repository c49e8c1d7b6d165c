import type { AtpAgent, BlobRef } from '@atproto/api';
import pLimit from 'p-limit';
import type { BlueskyServer } from './bluesky-server.js';
import { MEMBERS } from './content/cast.js';
import { BLUESKY_ACTS, PUBLIC_POSTS, type ScriptedAct } from './script.js';
import { tidAt } from './tid-at.js';
import { tryAgain } from './try-again.js';

export const HANDLE_DOMAIN = '.contoh.test';
/** In the registry, but nobody ever made the account. */
const NEVER_MADE = 'tiada-akun';
const RENAMED = { from: 'tuti-lama', to: 'tuti-baru' } as const;

interface Ref {
  readonly uri: string;
  readonly cid: string;
}
interface Write {
  readonly $type: 'com.atproto.repo.applyWrites#create';
  readonly collection: string;
  readonly rkey: string;
  readonly value: Record<string, unknown>;
}

export function handleOf(key: string): string {
  return `${key}${HANDLE_DOMAIN}`;
}

export function collectionOf(act: ScriptedAct): string {
  if (act.kind === 'like') return 'app.bsky.feed.like';
  if (act.kind === 'follow') return 'app.bsky.graph.follow';
  return act.kind === 'share' && act.text === '' ? 'app.bsky.feed.repost' : 'app.bsky.feed.post';
}

/**
 * Makes every account and writes every act that is not there yet; repeating it after a start that was cut off adds
 * only what is missing. Resolves to the DID of each key.
 */
export async function seedBluesky(server: BlueskyServer, anchor: Date): Promise<Record<string, string>> {
  const people = MEMBERS.filter(({ platform, key }) => platform === 'bluesky' && key !== NEVER_MADE);
  const keys = [...new Set([...PUBLIC_POSTS.map(({ by }) => by), ...people.map(({ key }) => key)])];
  // A password's hash takes a core for a while: all at once they would starve the server's answers.
  const limit = pLimit(4);
  const signIn = async (key: string) => [key, await server.signIn(handleOf(key))] as const;
  const agents = new Map(await Promise.all(keys.map((key) => limit(signIn, key))));
  const dids = Object.fromEntries([...agents].map(([key, agent]) => [key, agent.assertDid]));
  const voices = await writeAll(agents, PUBLIC_POSTS, { anchor, dids, posts: new Map() });
  await writeAll(agents, BLUESKY_ACTS, { anchor, dids, posts: voices });
  return dids;
}

/** The same account under a new name: what a registry that knows only handles would lose. Safe to repeat. */
export async function renameOne(server: BlueskyServer): Promise<void> {
  if (await server.hasAccount(handleOf(RENAMED.to))) return;
  const agent = await server.signIn(handleOf(RENAMED.from));
  await agent.com.atproto.identity.updateHandle({ handle: handleOf(RENAMED.to) });
}

interface Stage {
  readonly anchor: Date;
  readonly dids: Readonly<Record<string, string>>;
  readonly posts: ReadonlyMap<string, Ref>;
}

async function writeAll(
  agents: ReadonlyMap<string, AtpAgent>,
  acts: readonly ScriptedAct[],
  stage: Stage,
): Promise<Map<string, Ref>> {
  const refs = new Map<string, Ref>();
  await Promise.all(
    [...agents].map(async ([by, agent]) => {
      const own = acts.filter((act) => act.by === by);
      if (own.length === 0) return;
      const written = await tryAgain(async () => writeMissing(agent, await writesOf(agent, own, stage)));
      for (const act of own.filter(({ key }) => key !== '')) {
        refs.set(act.key, written.get(`${collectionOf(act)}/${tidAt(stage.anchor, act)}`)!);
      }
    }),
  );
  return refs;
}

async function writesOf(agent: AtpAgent, acts: readonly ScriptedAct[], stage: Stage): Promise<Write[]> {
  const picture = acts.some((act) => act.picture !== '') ? await uploadPicture(agent) : undefined;
  return acts.map((act) => ({
    $type: 'com.atproto.repo.applyWrites#create',
    collection: collectionOf(act),
    rkey: tidAt(stage.anchor, act),
    value: {
      $type: collectionOf(act),
      createdAt: new Date(stage.anchor.getTime() - act.hoursAgo * 3_600_000).toISOString(),
      ...contentOf(act, stage, picture),
    },
  }));
}

function contentOf(act: ScriptedAct, stage: Stage, picture: BlobRef | undefined): Record<string, unknown> {
  const name = act.on.slice(1);
  if (act.kind === 'follow') return { subject: stage.dids[name] };
  const subject = stage.posts.get(name);
  if (act.kind === 'like' || (act.kind === 'share' && act.text === '')) return { subject };
  const words = { text: act.text, langs: ['id'] };
  if (act.kind === 'comment') return { ...words, reply: { root: subject, parent: subject } };
  if (act.kind === 'share') return { ...words, embed: { $type: 'app.bsky.embed.record', record: subject } };
  if (act.picture === '') return words;
  return { ...words, embed: { $type: 'app.bsky.embed.images', images: [{ alt: act.picture, image: picture }] } };
}

/** Resolves to where each act stands, by `collection/rkey`, whether it was there before or not. */
async function writeMissing(agent: AtpAgent, writes: readonly Write[]): Promise<Map<string, Ref>> {
  const refs = await findWritten(agent, new Set(writes.map(({ collection }) => collection)));
  const missing = writes.filter(({ collection, rkey }) => !refs.has(`${collection}/${rkey}`));
  if (missing.length === 0) return refs;
  const { data } = await agent.com.atproto.repo.applyWrites({ repo: agent.assertDid, writes: missing });
  for (const result of data.results ?? []) {
    if ('uri' in result && 'cid' in result) addRef(refs, { uri: String(result.uri), cid: String(result.cid) });
  }
  return refs;
}

async function findWritten(agent: AtpAgent, collections: ReadonlySet<string>): Promise<Map<string, Ref>> {
  const refs = new Map<string, Ref>();
  for (const collection of collections) {
    const list = { repo: agent.assertDid, collection, limit: 100 };
    const { data } = await agent.com.atproto.repo.listRecords(list);
    for (const { uri, cid } of data.records) addRef(refs, { uri, cid });
  }
  return refs;
}

function addRef(refs: Map<string, Ref>, ref: Ref): void {
  refs.set(ref.uri.split('/').slice(-2).join('/'), ref);
}

// One grey pixel: what the picture shows is said in its description, and nobody real is on it.
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

async function uploadPicture(agent: AtpAgent): Promise<BlobRef> {
  return (await agent.uploadBlob(Buffer.from(PIXEL, 'base64'), { encoding: 'image/png' })).data.blob;
}
