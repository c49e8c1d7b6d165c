import type { ActivityTarget } from '../../domain/activity.js';
import type { NotObservableReason } from '../../domain/coverage.js';
import { type AtUri, isDid, parseAtUri } from './at-uri.js';
import type { Authors } from './authors.js';
import type { Identity } from './identity.js';
import type { LookUp } from './look-ups.js';
import { pageOfRecord } from './record-page.js';

/** What is known of a target. `missing` says why it is not all there is to know, if another visit may learn more. */
export interface SeenTarget {
  readonly target: ActivityTarget;
  readonly missing: NotObservableReason | undefined;
}

export interface FindTarget {
  /** The record at an `at://` address; `undefined` for anything that is none. */
  findRecord(uri: string): Promise<SeenTarget | undefined>;
  findAccount(did: string): Promise<SeenTarget | undefined>;
}

/** What a visit learns of the accounts and posts that acts are aimed at. Forgotten when the visit ends. */
export interface Targets extends FindTarget {
  lookUpsMade(): number;
}

export function createTargets(authors: Authors, appUrl: URL): Targets {
  async function readRecord(at: AtUri): Promise<SeenTarget> {
    const known = await authors.findIdentity(at.did);
    const identity = known.state === 'found' ? known.value : undefined;
    const said = identity && (await authors.findWords(at, identity));
    const page = pageOfRecord({ appUrl, actor: identity?.handle ?? at.did, at, pds: identity?.pds });
    const text = said?.state === 'found' ? said.value : undefined;
    return {
      target: { account: accountOf(identity), text, url: page.url, form: page.form },
      missing: missingOf(known) ?? (said?.state === 'failed' ? said.reason : undefined),
    };
  }

  return {
    lookUpsMade: authors.lookUpsMade,
    async findRecord(uri) {
      const at = parseAtUri(uri);
      return at && readRecord(at);
    },
    async findAccount(did) {
      if (!isDid(did)) return undefined;
      const known = await authors.findIdentity(did);
      const identity = known.state === 'found' ? known.value : undefined;
      const url = new URL(`/profile/${identity?.handle ?? did}`, appUrl).href;
      return { target: { account: accountOf(identity), url }, missing: missingOf(known) };
    },
  };
}

/** A handle that nobody answers to may be a campaign's whose domain is down: not yet "no handle". */
function missingOf(known: LookUp<Identity>): NotObservableReason | undefined {
  if (known.state === 'failed') return known.reason;
  return known.state === 'found' && known.value.isHandleUnanswered ? 'unreachable' : undefined;
}

function accountOf(identity: Identity | undefined): ActivityTarget['account'] {
  return identity?.handle === undefined ? undefined : { platform: 'bluesky', handle: identity.handle };
}
