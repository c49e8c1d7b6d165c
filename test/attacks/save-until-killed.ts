import { decide } from '../../src/domain/flag.js';
import { openStorage } from '../../src/storage/open-storage.js';
import { A_SEAL, aFlagDraft, anActivity } from '../storage/builders.js';

// A process of its own that marks, opens and decides without end, says what is done, and is killed from outside.
const { MONGODB_URI, DATABASE, HASH_KEY, FIELD_KEY, AUDIT_KEY, ROUND } = process.env as Record<string, string>;
const storage = await openStorage({
  uri: MONGODB_URI!,
  databaseName: DATABASE!,
  hashKey: Buffer.from(HASH_KEY!, 'hex'),
  fieldKey: Buffer.from(FIELD_KEY!, 'hex'),
  auditKey: Buffer.from(AUDIT_KEY!, 'hex'),
});

const saveForever = async (who: number): Promise<never> => {
  for (let n = 0; ; n += 1) {
    const id = `tanda-${ROUND}-${who}-${n}`;
    const at = new Date();
    const flag = aFlagDraft({ id, activityId: id, cleared: [] });
    await storage.activities.saveMarkedOnce([{ activity: { ...anActivity(), id }, flag }]);
    process.stdout.write(`marked ${id}\n`);
    await storage.flags.openFlag(id, A_SEAL, at);
    process.stdout.write(`opened ${id}\n`);
    const opened = (await storage.flags.findFlag(id))!;
    const review = { verdict: 'confirmed', reason: 'contoh', weighed: [], reviewerId: 'peninjau-a', at } as const;
    await storage.flags.saveDecision(decide(opened, opened.version, review), review);
    process.stdout.write(`decided ${id}\n`);
  }
};
await Promise.all([1, 2, 3].map(saveForever));
