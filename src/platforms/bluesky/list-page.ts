import { type Listed, listedOf } from './listed-record.js';
import { recordList } from './records.js';
import type { Visit } from './visit.js';
import { readXrpc } from './xrpc.js';

export interface ListPage {
  readonly listed: readonly Listed[];
  /** Where the list goes on; absent on its last page. */
  readonly next: string | undefined;
}

const PAGE_SIZE = '100';

/** One page of a collection, newest first. */
export async function readListPage(
  { reader, owner, now, abort }: Visit,
  collection: string,
  page: string | undefined,
): Promise<ListPage> {
  const url = new URL('/xrpc/com.atproto.repo.listRecords', owner.pds);
  url.search = new URLSearchParams({ repo: owner.did, collection, limit: PAGE_SIZE }).toString();
  if (page !== undefined) url.searchParams.set('cursor', page);
  const { records, cursor } = await readXrpc(reader, { url, schema: recordList }, abort);
  // A server that repeats its cursor would keep us for ever.
  const next = records.length === 0 || cursor === page ? undefined : cursor;
  return { listed: records.map((item) => listedOf(item, now)), next };
}
