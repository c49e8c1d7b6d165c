import { existsSync, readFileSync } from 'node:fs';
import { appendFile } from 'node:fs/promises';
import { Database, PlcServer } from '@did-plc/server';
import type { LocalListener } from './local-listener.js';

type PlcDatabase = ReturnType<typeof Database.mock>;
type Operation = Parameters<PlcDatabase['validateAndAddOp']>[1];

/**
 * A PLC directory whose operations outlive the process: its own database is in memory, so each accepted operation is
 * appended to a journal and played back at the next start. Without this every account would lose its DID.
 */
export async function servePlcDirectory(listener: LocalListener, journalFile: string): Promise<void> {
  const db = Database.mock();
  await replay(db, journalFile);
  const accept = db.validateAndAddOp.bind(db);
  db.validateAndAddOp = async (did, operation) => {
    await accept(did, operation);
    await appendFile(journalFile, `${JSON.stringify({ did, operation })}\n`);
  };
  listener.serve(PlcServer.create({ db }).app);
}

async function replay(db: PlcDatabase, journalFile: string): Promise<void> {
  if (!existsSync(journalFile)) return;
  // A start that was killed may leave half a line at the end; every whole line ends with a line feed.
  const whole = readFileSync(journalFile, 'utf8').split('\n').slice(0, -1);
  for (const line of whole) {
    const { did, operation } = JSON.parse(line) as { did: string; operation: Operation };
    await db.validateAndAddOp(did, operation);
  }
}
