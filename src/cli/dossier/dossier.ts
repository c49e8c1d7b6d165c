import { type FileHandle, open, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type MakeDossierDeps, makeDossier } from '../../console/dossier/make-dossier.js';
import type { AuditEvent } from '../../domain/audit.js';
import { awaitsSecond, isConfirmed } from '../../domain/blind-review.js';
import type { Clock } from '../../domain/clock.js';
import type { DossierAsked } from '../../domain/dossier.js';
import { NotFoundError, PermanentError } from '../../domain/errors.js';
import type { Flag } from '../../domain/flag.js';
import { DOSSIER_FAULTS, DOSSIER_WRITTEN } from '../../words/cli/dossier.js';
import { PACK_PROBLEM_TERMS } from '../../words/evidence-terms.js';
import { sayError, sayIn } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { toJson } from '../print.js';

const say = sayIn('id');

export interface DossierCommandDeps extends Omit<MakeDossierDeps, 'audit'> {
  readonly flags: { findFlag(id: string): Promise<Flag | undefined> };
  readonly audit: MakeDossierDeps['audit'] & { appendEntry(event: AuditEvent): Promise<unknown> };
  readonly clock: Clock;
  /** Takes whole lines with their line end. */
  readonly write: (text: string) => void;
}

export interface DossierWanted extends DossierAsked {
  /** Else a name of its own in the folder one is in. */
  readonly out?: string | undefined;
  readonly json: boolean;
}

/**
 * `netra dossier`: the file that the console gives, byte for byte, with the same entry in the log. Exit 4 where the
 * evidence is not as it was sealed. Throws NotFoundError and PermanentError; what stands under that name stays.
 */
export async function runDossier(deps: DossierCommandDeps, flagId: string, wanted: DossierWanted): Promise<number> {
  const { write } = deps;
  const flag = await deps.flags.findFlag(flagId);
  if (!flag) throw new NotFoundError(...sayError(DOSSIER_FAULTS.noFlag, 'id', { flag: flagId }));
  if (!isConfirmed(flag)) throw new PermanentError(...sayError(DOSSIER_FAULTS.notConfirmed, 'id', { flag: flagId }));
  const made = await makeDossier(deps, flag, wanted);
  if (!made.bytes) {
    for (const { file, problem } of made.problems) {
      write(wanted.json ? `${toJson({ file, problem })}\n` : `${file}: ${say(PACK_PROBLEM_TERMS[problem])}\n`);
    }
    return EXIT.broken;
  }
  const path = resolve(wanted.out ?? made.name);
  await writeAnew(path, made.bytes, () => record(deps, made.exported));
  const { format, copy } = wanted;
  const sha256 = String(made.exported.details.files);
  const isAwaitingSecond = awaitsSecond(flag);
  const told = { file: path, bytes: made.bytes.byteLength, sha256, format, copy, isAwaitingSecond };
  write(wanted.json ? `${toJson(told)}\n` : inWords(told));
  return EXIT.ok;
}

type Told = Pick<DossierAsked, 'copy'> & {
  readonly file: string;
  readonly sha256: string;
  /** It tells a verdict that somebody is still to give blind. */
  readonly isAwaitingSecond: boolean;
};

function inWords({ copy, file, sha256, isAwaitingSecond }: Told): string {
  const lines = [say(DOSSIER_WRITTEN[copy], { file }), say(DOSSIER_WRITTEN.digest, { sha256 })];
  return `${[...lines, ...(isAwaitingSecond ? [say(DOSSIER_WRITTEN.awaitsSecond)] : [])].join('\n')}\n`;
}

function record({ audit, clock }: DossierCommandDeps, exported: Omit<AuditEvent, 'at' | 'actor'>): Promise<unknown> {
  return audit.appendEntry({ at: clock(), actor: 'system:cli', ...exported });
}

/** For its owner alone; what is there is never written over, and what could not be told to the log is not left behind. */
async function writeAnew(path: string, bytes: Uint8Array, before: () => Promise<unknown>): Promise<void> {
  const file = await openNew(path);
  try {
    await before();
    await file.writeFile(bytes);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (cause) {
    const isThere = (cause as NodeJS.ErrnoException).code === 'EEXIST';
    const fault = isThere ? DOSSIER_FAULTS.fileIsThere : DOSSIER_FAULTS.cannotWrite;
    throw new PermanentError(...sayError(fault, 'id', { file: path }), { cause });
  }
}
