import { openStorage } from '../../src/storage/open-storage.js';

// A process of its own that appends without end, says which places it was given, and is killed from outside.
const { MONGODB_URI, DATABASE, HASH_KEY, FIELD_KEY, AUDIT_KEY } = process.env as Record<string, string>;
const storage = await openStorage({
  uri: MONGODB_URI!,
  databaseName: DATABASE!,
  hashKey: Buffer.from(HASH_KEY!, 'hex'),
  fieldKey: Buffer.from(FIELD_KEY!, 'hex'),
  auditKey: Buffer.from(AUDIT_KEY!, 'hex'),
});

const appendForever = async (who: number): Promise<never> => {
  for (let n = 0; ; n += 1) {
    const event = { at: new Date(), actor: 'system:contoh', action: 'exported', subject: 'contoh' } as const;
    const { seq } = await storage.audit.appendEntry({ ...event, details: { who, n } });
    process.stdout.write(`${seq}\n`);
  }
};
await Promise.all([1, 2, 3].map(appendForever));
