import pLimit from 'p-limit';
import type { ActivityTarget } from '../../domain/activity.js';
import { PlatformFailureError, TargetUnavailableError } from '../../domain/collecting.js';
import type { HttpReader } from '../../reach/http-reader.js';
import { readJson } from '../../reach/read-json.js';
import { isDid, parseAtUri } from './at-uri.js';
import { type Identity, type IdentityDeps, resolveDid } from './identity.js';
import { postText, singleRecord } from './records.js';

export interface TargetsDeps extends IdentityDeps {
  readonly appUrl: URL;
  /** Look-ups of one visit; beyond it a target keeps its address only. */
  readonly maxLookups: number;
}

/** What a visit learns of the accounts and posts that acts are aimed at. Forgotten when the visit ends. */
export interface Targets {
  /** The post at an `at://` address. */
  ofPost(uri: string): Promise<ActivityTarget | undefined>;
  ofAccount(did: string): Promise<ActivityTarget | undefined>;
}

// Polite to other people's servers, and still quick for a page of a hundred likes.
const CONCURRENT_LOOKUPS = 4;

export function createTargets(deps: TargetsDeps, signal: AbortSignal): Targets {
  const limit = pLimit(CONCURRENT_LOOKUPS);
  const identities = new Map<string, Promise<Identity | undefined>>();
  const posts = new Map<string, Promise<ActivityTarget | undefined>>();
  let lookups = 0;

  function lookUp<T>(read: () => Promise<T>): Promise<T | undefined> {
    if (lookups >= deps.maxLookups) return Promise.resolve(undefined);
    lookups += 1;
    return limit(() => withoutFailures(read));
  }

  function identityOf(did: string): Promise<Identity | undefined> {
    return memoise(identities, did, () => lookUp(() => resolveDid(deps, did, signal)));
  }

  async function readPost(uri: string): Promise<ActivityTarget | undefined> {
    const at = parseAtUri(uri);
    if (!at) return undefined;
    const identity = await identityOf(at.did);
    const text = identity && (await lookUp(() => readText(deps.reader, { pds: identity.pds, uri }, signal)));
    return {
      ...accountPart(identity),
      ...(text === undefined ? {} : { text }),
      url: appPostUrl(deps.appUrl, identity?.handle ?? at.did, at.rkey),
    };
  }

  return {
    ofPost: (uri) => memoise(posts, uri, () => readPost(uri)),
    async ofAccount(did) {
      if (!isDid(did)) return undefined;
      const identity = await identityOf(did);
      return { ...accountPart(identity), url: new URL(`/profile/${identity?.handle ?? did}`, deps.appUrl).href };
    },
  };
}

export function appPostUrl(appUrl: URL, actor: string, rkey: string): string {
  return new URL(`/profile/${actor}/post/${rkey}`, appUrl).href;
}

async function readText(reader: HttpReader, from: { pds: URL; uri: string }, signal: AbortSignal) {
  const at = parseAtUri(from.uri)!;
  const url = recordUrl(from.pds, at.did, at);
  const { value } = await readJson(reader, { url, schema: singleRecord }, signal);
  return postText.safeParse(value).data?.text;
}

/** Where anybody can read one record as JSON. */
export function recordUrl(pds: URL, repo: string, at: { collection: string; rkey: string }): URL {
  const url = new URL('/xrpc/com.atproto.repo.getRecord', pds);
  url.search = new URLSearchParams({ repo, collection: at.collection, rkey: at.rkey }).toString();
  return url;
}

function accountPart(identity: Identity | undefined): Pick<ActivityTarget, 'account'> {
  return identity?.handle === undefined ? {} : { account: { platform: 'bluesky', handle: identity.handle } };
}

/** A liked post that was deleted since, or whose server is down, must not cost the like itself. */
async function withoutFailures<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TargetUnavailableError || error instanceof PlatformFailureError) return undefined;
    throw error;
  }
}

function memoise<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}
