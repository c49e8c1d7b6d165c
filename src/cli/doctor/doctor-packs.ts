import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { explainError } from '../../domain/errors.js';
import { hideCredentials } from '../../services/describe-server.js';
import { PACKS } from '../../words/cli/verify.js';
import { sayIn } from '../../words/say.js';
import type { DoctorContext, DoctorRow } from './doctor-row.js';
import { findRunningMongodb } from './doctor-services.js';

const say = sayIn('id');
/** The command that mends shows all of them. */
const MAX_SHOWN = 3;

/** Whether every pack has a flag. Their bytes are not read: that is what `netra evidence verify` is for. */
export async function checkPacks(context: DoctorContext): Promise<DoctorRow> {
  const folder = join(context.config.dataDir, 'evidence');
  const row = { name: say(PACKS.row), from: folder };
  if (!existsSync(folder)) return { ...row, state: 'ok', detail: say(PACKS.none) };
  const uri = findRunningMongodb(context);
  if (uri === undefined) return { ...row, state: 'ok', detail: say(PACKS.notCompared) };
  try {
    const orphans = await findOrphans(folder, uri);
    if (orphans.length === 0) return { ...row, state: 'ok', detail: say(PACKS.noOrphans) };
    const detail = `${say(PACKS.orphans, { orphans: orphans.length })} ${orphans.slice(0, MAX_SHOWN).join(', ')}`;
    return { ...row, state: 'warn', detail, mend: 'npx netra evidence verify' };
  } catch (error) {
    const why = hideCredentials(explainError(error).message);
    return { ...row, state: 'warn', detail: say(PACKS.notReached, { why }), mend: 'npx netra evidence verify' };
  }
}

async function findOrphans(folder: string, uri: string): Promise<string[]> {
  // The driver takes as long to load as the rest of the doctor.
  const { lookUpFlags } = await import('../../storage/look-up-flags.js');
  const { findOrphanPacks } = await import('../../steps/find-orphan-packs.js');
  const { listPlaces } = await import('../../evidence/pack-places.js');
  const flags = await lookUpFlags(uri);
  try {
    const paths: string[] = [];
    for await (const { path } of findOrphanPacks(listPlaces(folder), flags.findKnownFlagIds)) paths.push(path);
    return paths;
  } finally {
    await flags.close();
  }
}
