import { z } from 'zod';
import { PlatformFailureError, TargetUnavailableError } from '../../domain/collecting.js';
import { isValidHandle, normaliseHandle } from '../../domain/platform.js';
import type { HttpReader } from '../../reach/http-reader.js';
import { BLUESKY } from '../../words/adapters/platforms.js';
import { sayIn } from '../../words/say.js';
import { isDid } from './at-uri.js';
import { readXrpc } from './xrpc.js';

const say = sayIn('id');

/** Who an account is now: its unchanging id, the handle it answers to, and the server that keeps its records. */
export interface Identity {
  readonly did: string;
  /** Absent unless the handle in the DID document leads back to it: anybody could write any handle there. */
  readonly handle: string | undefined;
  /** The document names a handle that nobody answers to now: it may be wrong, or its domain may be down. */
  readonly isHandleUnanswered: boolean;
  readonly pds: URL;
}

export interface IdentityDeps {
  readonly reader: HttpReader;
  readonly service: URL;
  readonly plcDirectory: URL;
}

/** A document holds a few of each; it may be anybody's. */
const firstOf = (value: unknown) => (Array.isArray(value) ? value.slice(0, 100) : value);

const resolved = z.object({ did: z.string().refine(isDid) });
const didDocument = z.object({
  id: z.string(),
  alsoKnownAs: z.preprocess(firstOf, z.array(z.string()).default([])),
  service: z.preprocess(
    firstOf,
    z.array(z.object({ id: z.string(), type: z.string(), serviceEndpoint: z.unknown() })).default([]),
  ),
});
type DidDocument = z.infer<typeof didDocument>;

/** Throws `TargetUnavailableError('gone')` where nobody answers to the handle. */
export async function resolveHandle(deps: IdentityDeps, handle: string, signal: AbortSignal): Promise<string> {
  const url = new URL('/xrpc/com.atproto.identity.resolveHandle', deps.service);
  url.searchParams.set('handle', handle);
  return (await readXrpc(deps.reader, { url, schema: resolved }, signal)).did;
}

/** Throws `TargetUnavailableError('gone')` for an id that was removed, `PlatformFailureError` for a broken document. */
export async function resolveDid(deps: IdentityDeps, did: string, signal: AbortSignal): Promise<Identity> {
  const url = documentUrl(deps, did);
  const document = await readXrpc(deps.reader, { url, schema: didDocument }, signal);
  if (document.id !== did) throw new PlatformFailureError('unreadable', say(BLUESKY.otherDid));
  const pds = pdsOf(document);
  const handle = handleIn(document);
  const owner = handle === undefined ? undefined : await findDidOf(deps, handle, signal);
  return {
    did,
    pds,
    handle: owner === did ? handle : undefined,
    isHandleUnanswered: handle !== undefined && owner === undefined,
  };
}

function documentUrl(deps: IdentityDeps, did: string): URL {
  const host = /^did:web:([a-z0-9.-]{1,253})$/.exec(did)?.[1];
  if (host) return new URL(`https://${host}/.well-known/did.json`);
  if (did.startsWith('did:plc:')) return new URL(`/${did}`, deps.plcDirectory);
  throw new TargetUnavailableError('gone', say(BLUESKY.unknownDid));
}

function pdsOf(document: DidDocument): URL {
  const entry = document.service.find(
    ({ id, type }) => id.endsWith('#atproto_pds') && type === 'AtprotoPersonalDataServer',
  );
  if (!URL.canParse(String(entry?.serviceEndpoint))) {
    throw new TargetUnavailableError('gone', say(BLUESKY.noServer));
  }
  return new URL(String(entry?.serviceEndpoint));
}

function handleIn(document: DidDocument): string | undefined {
  const name = document.alsoKnownAs.find((alias) => alias.startsWith('at://'))?.slice(5);
  return name !== undefined && isValidHandle(name) ? normaliseHandle(name) : undefined;
}

async function findDidOf(deps: IdentityDeps, handle: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    return await resolveHandle(deps, handle, signal);
  } catch (error) {
    if (error instanceof TargetUnavailableError) return undefined;
    throw error;
  }
}
