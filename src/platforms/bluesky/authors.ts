import { PlatformFailureError, TargetUnavailableError } from '../../domain/collecting.js';
import { destinationOf } from '../../reach/way-out.js';
import type { AtUri } from './at-uri.js';
import { type Identity, type IdentityDeps, resolveDid } from './identity.js';
import { createLookUps, type LookUp } from './look-ups.js';
import { asksForLoggedIn } from './profile.js';
import { recordUrl } from './record-page.js';
import { singleRecord, targetWords } from './records.js';
import { readXrpc } from './xrpc.js';

/** Whom acts are aimed at, each looked up once a visit. */
export interface Authors {
  lookUpsMade(): number;
  findIdentity(did: string): Promise<LookUp<Identity>>;
  /** The words of one record; those of an author who asks not to be shown to strangers are not read. */
  findWords(at: AtUri, author: Identity): Promise<LookUp<string | undefined>>;
}

export function createAuthors(deps: IdentityDeps & { readonly owner: Identity }, signal: AbortSignal): Authors {
  const { reader, owner, service, plcDirectory } = deps;
  // Without these nothing of the visit can go on.
  const needed = [service, plcDirectory, owner.pds].map((url) => destinationOf(url).name);
  const lookUps = createLookUps(({ host }) => host === undefined || needed.includes(host));
  const self: LookUp<Identity> = { state: 'found', value: { ...owner, isHandleUnanswered: false } };

  return {
    lookUpsMade: lookUps.count,
    async findIdentity(did) {
      if (did === owner.did) return self;
      const server = /^did:web:([^:]+)$/.exec(did)?.[1] ?? plcDirectory.host;
      return lookUps.once(did, { server, read: () => readIdentity(deps, did, signal) });
    },
    async findWords(at, author) {
      const server = author.pds.host;
      const wish = await lookUps.once(`wish ${at.did}`, {
        server,
        read: () => asksForLoggedIn(reader, author, signal),
      });
      if (wish.state === 'failed') return wish;
      if (wish.state === 'found' && wish.value) return { state: 'absent' };
      const url = recordUrl(author.pds, at);
      return lookUps.once(url.href, {
        server,
        async read() {
          const { value } = await readXrpc(reader, { url, schema: singleRecord }, signal);
          return targetWords.safeParse(value).data;
        },
      });
    },
  };
}

/** Only "gone" says that nobody is there: a directory that shuts us out says nothing of the account. */
async function readIdentity(deps: IdentityDeps, did: string, signal: AbortSignal): Promise<Identity> {
  try {
    return await resolveDid(deps, did, signal);
  } catch (error) {
    if (!(error instanceof TargetUnavailableError) || error.reason === 'gone') throw error;
    throw new PlatformFailureError(error.reason, error.message, { cause: error });
  }
}
