import type { TargetForm } from '../../domain/activity.js';
import type { AtUri } from './at-uri.js';

/** Where people see a record in a browser, and what it is where it is not a post. */
export interface RecordPage {
  readonly url: string;
  readonly form: TargetForm | undefined;
}

export interface PageRequest {
  readonly appUrl: URL;
  /** Handle, or DID where no handle is proven. */
  readonly actor: string;
  readonly at: AtUri;
  readonly pds: URL | undefined;
}

export function pageOfRecord({ appUrl, actor, at, pds }: PageRequest): RecordPage {
  const page = (path: string, form?: TargetForm): RecordPage => ({ url: new URL(path, appUrl).href, form });
  switch (at.collection) {
    case 'app.bsky.feed.post':
      return page(`/profile/${actor}/post/${at.rkey}`);
    case 'app.bsky.feed.generator':
      return page(`/profile/${actor}/feed/${at.rkey}`, 'feed');
    case 'app.bsky.graph.list':
      return page(`/profile/${actor}/lists/${at.rkey}`, 'list');
    case 'app.bsky.graph.starterpack':
      return page(`/starter-pack/${actor}/${at.rkey}`, 'starter_pack');
    case 'app.bsky.labeler.service':
      return page(`/profile/${actor}`, 'labeler');
    default:
      // The app has no page for it: the record itself, or else whose it is.
      return pds ? { url: recordUrl(pds, at).href, form: 'other' } : page(`/profile/${actor}`, 'other');
  }
}

/** Where anybody can read one record as JSON. */
export function recordUrl(pds: URL, at: AtUri): URL {
  const url = new URL('/xrpc/com.atproto.repo.getRecord', pds);
  url.search = new URLSearchParams({ repo: at.did, collection: at.collection, rkey: at.rkey }).toString();
  return url;
}
