import type { Connection } from 'mongoose';
import type { AuditEntry } from '../../domain/audit.js';
import { CONTENTS, contentsEvent, readContents, type SealedContent } from '../../domain/audit-contents.js';
import { createAuditMac } from '../../domain/audit-mac.js';
import { textOf } from '../audit-bytes.js';
import { type KeyedDocument, toEntry } from '../audit-document.js';
import { AuditBrokenError, type AuditCollections, type HeadDocument } from '../audit-head.js';
import { createAuditQueue } from '../audit-queue.js';
import { isSealed } from '../audit-reading.js';
import { type ContentDeps, contentOf, findActs, type Loose, SAID_FIELDS } from '../flag-content.js';
import type { Migration, MigrationKeys } from './migration.js';

/** One entry names as many: about 70 kB. */
const SEALED_TOGETHER = 500;

/**
 * Flags that opened before their contents were sealed get a seal of what they say now, so that a change is found from here on.
 * What the log does not know as opened is not vouched for by it; a log that does not hold takes no entry, and is asked
 * again at the next start.
 */
export const sealedContents: Migration = {
  id: '0020-sealed-contents',
  async up(connection, keys) {
    const deps = depsOf(connection, keys);
    try {
      for await (const batch of streamUnsealed(deps)) {
        if (batch.length > 0) await deps.append(contentsEvent(batch, new Date()));
      }
    } catch (error) {
      if (error instanceof AuditBrokenError) return 'later';
      throw error;
    }
    return undefined;
  },
};

type Deps = ReturnType<typeof depsOf>;

function depsOf(connection: Connection, { auditKey }: Pick<MigrationKeys, 'auditKey'>) {
  const collections = {
    entries: connection.collection<KeyedDocument>('audit'),
    heads: connection.collection<HeadDocument>('audit_heads'),
  } as unknown as AuditCollections;
  const flags = connection.collection('flags') as unknown as ContentDeps['flags'];
  const activities = connection.collection('activities') as unknown as ContentDeps['activities'];
  const mac = createAuditMac(auditKey);
  const { append } = createAuditQueue({ collections, waiting: { remove: async () => {} }, mac });
  return { ...collections, flags, activities, mac, append };
}

/**
 * In the order of ids: one that was cut off goes on behind the last flag that it named. By one cursor: a server that
 * sorts anew for each question would take a time squared by the flags.
 */
async function* streamUnsealed(deps: Deps): AsyncGenerator<SealedContent[]> {
  const opened = { _id: { $gt: await findLastNamed(deps), $type: 'string' }, evidence: { $exists: true } } as object;
  const flags = deps.flags.find(opened, { projection: SAID_FIELDS, batchSize: SEALED_TOGETHER }).sort({ _id: 1 });
  let batch: Loose[] = [];
  for await (const flag of flags) {
    batch.push(flag);
    if (batch.length < SEALED_TOGETHER) continue;
    yield await sealUnsealed(deps, batch);
    batch = [];
  }
  yield await sealUnsealed(deps, batch);
}

async function sealUnsealed(deps: Deps, flags: readonly Loose[]): Promise<SealedContent[]> {
  const unsealed = await leaveOutSealed(deps, flags);
  const acts = await findActs(deps, unsealed);
  return unsealed.map((flag) => ({ id: String(flag._id), content: contentOf(flag, acts, deps.mac) }));
}

/** Of two processes at once the one behind names some again: the same seals. */
async function findLastNamed({ entries, mac }: Deps): Promise<string> {
  const newestFirst = entries.find({ subject: CONTENTS, action: 'contents_sealed' }).sort({ _id: -1 });
  for await (const document of newestFirst) {
    const entry = toEntry(document as KeyedDocument);
    if (isSealed(entry, mac)) return readContents(entry).at(-1)?.id ?? '';
  }
  return '';
}

async function leaveOutSealed({ entries, mac }: Deps, flags: readonly Loose[]): Promise<Loose[]> {
  // An id that is none of ours is no flag that the log could know.
  const ours = flags.filter(({ _id }) => textOf(_id) === _id);
  const found = await entries
    .find({ subject: { $in: ours.map(({ _id }) => String(_id)) }, action: { $in: ['flag_opened', 'verdict_given'] } })
    .toArray();
  const hasSeal = (entry: AuditEntry) => typeof entry.details.content === 'string' && isSealed(entry, mac);
  const sealed = new Set(
    found
      .map(toEntry)
      .filter(hasSeal)
      .map(({ subject }) => subject),
  );
  return ours.filter(({ _id }) => !sealed.has(String(_id)));
}
