import { type Connection, Schema } from 'mongoose';
import type { ReportKey } from '../domain/report-key.js';
import type { AuditRecorder } from './audit-repository.js';
import { asText, frozen } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

/** Public halves alone: there is no field for the other one. */
export interface ReportKeyRepository {
  /** From here on forms seal with this one; the key before is kept by name, for what it sealed. */
  takeReportKeyIntoUse(key: ReportKey, actor: string): Promise<void>;
  findReportKey(): Promise<ReportKey | undefined>;
  /** Newest first. */
  listReportKeys(): Promise<ReportKey[]>;
}

interface KeyDocument extends Omit<ReportKey, 'id'> {
  _id: string;
}

const keySchema = new Schema({ _id: String, publicKey: String, madeAt: Date }, SCHEMA_OPTIONS);

export function createReportKeyRepository(connection: Connection, audit: AuditRecorder): ReportKeyRepository {
  const keys = connection.model<KeyDocument>('ReportKey', keySchema as never, 'report_keys');
  // One a year or so: the newest is the one in use, and there is nothing to hold two at once apart.
  const newestFirst = async () => (await keys.find().sort({ madeAt: -1, _id: 1 }).lean()).map(toKey);
  return {
    async takeReportKeyIntoUse({ id, publicKey, madeAt }, actor) {
      const [former] = await newestFirst();
      const document = { _id: asText(id), publicKey: asText(publicKey), madeAt };
      await audit.record(async (session) => {
        await keys.collection.insertOne(document as never, { session });
        const details = { former: former?.id };
        return { value: undefined, event: { at: madeAt, actor, action: 'report_key_made', subject: id, details } };
      });
    },
    findReportKey: async () => (await newestFirst())[0],
    listReportKeys: newestFirst,
  };
}

function toKey({ _id, publicKey, madeAt }: KeyDocument): ReportKey {
  return frozen({ id: _id, publicKey, madeAt });
}
