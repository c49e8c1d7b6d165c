/** The parts of `at://did:…/collection/rkey`. */
export interface AtUri {
  readonly did: string;
  readonly collection: string;
  readonly rkey: string;
}

const DID = /^did:[a-z]{1,20}:[A-Za-z0-9._:%-]{1,200}$/;
// Not `.` or `..`: a key becomes part of addresses that we write.
const RKEY = /^(?!\.{1,2}$)[A-Za-z0-9._~:-]{1,512}$/;
const NSID = /^[a-zA-Z][a-zA-Z0-9-]{0,62}(?:\.[a-zA-Z0-9-]{1,63}){2,8}$/;

export function isDid(value: string): boolean {
  return DID.test(value);
}

/** `undefined` for anything that is not the address of one record: it came from somebody else's record. */
export function parseAtUri(uri: string): AtUri | undefined {
  if (uri.length > 1200 || !uri.startsWith('at://')) return undefined;
  const [did = '', collection = '', rkey = '', ...rest] = uri.slice(5).split('/');
  if (rest.length > 0 || !isDid(did) || !NSID.test(collection) || !RKEY.test(rkey)) return undefined;
  return { did, collection, rkey };
}
