import { createHmac, randomBytes } from 'node:crypto';
import { type Connection, createConnection } from 'mongoose';
import type { AuditEvent } from '../../src/domain/audit.js';
import { PLAIN_GENESIS, plainHashOf } from '../../src/domain/audit-mac.js';
import { openStorage } from '../../src/storage/open-storage.js';
import type { Storage } from '../../src/storage/storage.js';
import { testServices, uniqueName } from '../support/test-services.js';

/** A log, and somebody who writes its database without the key. */
export interface AttackedLog {
  /** The one that was opened last by this log itself. */
  readonly storage: Storage;
  readonly raw: Connection;
  readonly keys: { readonly hashKey: Buffer; readonly fieldKey: Buffer; readonly auditKey: Buffer };
  /** As another process of ours would, for instance after a restart. */
  reopen(): Promise<Storage>;
  /** Remembers every document as it stands. */
  keepAsItStands(): Promise<void>;
  /** Puts each one back for the next attack, before a fresh `storage`. A new database costs ten times as much. */
  putBack(): Promise<void>;
  close(): Promise<void>;
}

export type Raw = Record<string, unknown> & { _id: number };

export const anEvent = (given: Partial<AuditEvent> = {}): AuditEvent => ({
  at: new Date('2026-10-01T00:00:00Z'),
  actor: 'peninjau-contoh',
  action: 'flag_viewed',
  subject: 'tanda-contoh',
  details: {},
  ...given,
});

/** `before`: what an earlier version left in the database. */
export async function openAttackedLog(
  before?: (raw: Connection, hashKey: Buffer) => Promise<void>,
): Promise<AttackedLog> {
  const uri = testServices().mongodbUri;
  const databaseName = uniqueName('attack-audit');
  const keys = { hashKey: randomBytes(32), fieldKey: randomBytes(32), auditKey: randomBytes(32) };
  const raw = await createConnection(uri, { dbName: databaseName }).asPromise();
  await before?.(raw, keys.hashKey);
  let opened: Storage[] = [];
  const reopen = async () => {
    const storage = await openStorage({ uri, databaseName, ...keys });
    opened.push(storage);
    return storage;
  };
  const closeStorage = async () => {
    for (const storage of opened) await storage.close();
    opened = [];
  };
  let storage = await reopen();
  let kept: Awaited<ReturnType<typeof readAll>> = [];
  return {
    get storage() {
      return storage;
    },
    raw,
    keys,
    reopen,
    async keepAsItStands() {
      kept = await readAll(raw);
    },
    async putBack() {
      await closeStorage();
      await writeAll(raw, kept);
      storage = await reopen();
    },
    async close() {
      await closeStorage();
      // The database goes with the run's server. Dropped here, it would wait a minute for the transactions of whoever was
      // killed over it, and every other test of the run with it.
      await raw.close();
    },
  };
}

async function readAll(raw: Connection) {
  const collections = (await raw.db?.collections()) ?? [];
  return Promise.all(collections.map(async (one) => ({ name: one.collectionName, all: await one.find().toArray() })));
}

async function writeAll(raw: Connection, kept: Awaited<ReturnType<typeof readAll>>): Promise<void> {
  const collections = (await raw.db?.collections()) ?? [];
  await Promise.all(collections.map((one) => one.deleteMany({})));
  await Promise.all(kept.map(({ name, all }) => all.length > 0 && raw.collection(name).insertMany(all)));
}

/** A log as the version before wrote it: chained by plain hashes, its head sealed with the key of the content hashes. */
export async function writePlainLog(raw: Connection, count: number, hashKey?: Buffer): Promise<void> {
  let previousHash = PLAIN_GENESIS;
  for (let seq = 1; seq <= count; seq += 1) {
    const event = anEvent({ actor: `orang-${seq % 3}`, details: { n: seq } });
    const hash = plainHashOf(seq, previousHash, event);
    await raw.collection<Raw>('audit').insertOne({ _id: seq, ...event, previousHash, hash });
    previousHash = hash;
  }
  if (!hashKey) return;
  const mac = createHmac('sha256', hashKey).update(`audit head ${count} ${previousHash}`).digest('hex');
  await raw.collection('audit_heads').insertOne({ _id: 'head' as never, seq: count, hash: previousHash, mac });
}
