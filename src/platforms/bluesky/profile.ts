import { z } from 'zod';
import { TargetUnavailableError } from '../../domain/collecting.js';
import type { HttpReader } from '../../reach/http-reader.js';
import type { Identity } from './identity.js';
import { recordUrl } from './record-page.js';
import { singleRecord } from './records.js';
import { readXrpc } from './xrpc.js';

const NOT_FOR_STRANGERS = '!no-unauthenticated';
const selfLabelled = z.object({ labels: z.object({ values: z.custom<unknown[]>(Array.isArray) }) });

/** Whether the account asks not to be shown to people who are not logged in. Records stay readable: it is a wish. */
export async function asksForLoggedIn(reader: HttpReader, owner: Identity, signal: AbortSignal): Promise<boolean> {
  const url = recordUrl(owner.pds, { did: owner.did, collection: 'app.bsky.actor.profile', rkey: 'self' });
  try {
    const { value } = await readXrpc(reader, { url, schema: singleRecord }, signal);
    const labels = selfLabelled.safeParse(value).data?.labels.values ?? [];
    return labels.some((label) => (label as { val?: unknown } | null)?.val === NOT_FOR_STRANGERS);
  } catch (error) {
    // Many accounts have no profile, and so no wish.
    if (error instanceof TargetUnavailableError && error.reason === 'gone') return false;
    throw error;
  }
}
