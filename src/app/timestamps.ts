import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import type { Config } from '../config/read-config.js';
import { PermanentError } from '../domain/errors.js';
import { type StampHeadDeps, stampHead, stampHeadDaily } from '../steps/stamp-head.js';
import { AUDIT_FAULTS } from '../words/adapters/audit.js';
import { sayError } from '../words/say.js';
import type { Core } from './core.js';

type Settings = Config['timestamp'];

/** Whose signatures are believed: those named, else those that Node believes for the web. */
export async function readTrusted({ caFile }: Settings) {
  // Loading the library takes as long as the rest of a command.
  const { readCertificates } = await import('../reach/timestamp-token.js');
  if (caFile === undefined) return readCertificates(rootCertificates.join('\n'));
  try {
    const found = readCertificates(await readFile(caFile, 'utf8'));
    if (found.length > 0) return found;
  } catch (error) {
    throw noCertificates(caFile, error);
  }
  throw noCertificates(caFile);
}

function noCertificates(path: string, cause?: unknown): PermanentError {
  return new PermanentError(...sayError(AUDIT_FAULTS.noCertificates, 'id', { path }), { cause });
}

/** Has the end of the log stamped by the authority that is configured; `undefined` where none is. */
export async function openStamping({ config, storage, clock }: Pick<Core, 'config' | 'storage' | 'clock'>) {
  if (config.timestamp.url === undefined) return undefined;
  const { createTimestampAuthority } = await import('../reach/timestamp-authority.js');
  const trusted = await readTrusted(config.timestamp);
  const stamp = createTimestampAuthority({ url: new URL(config.timestamp.url), trusted, clock });
  const deps: StampHeadDeps = { audit: storage.audit, timestamps: storage.timestamps, clock, stamp };
  return { now: () => stampHead(deps), daily: () => stampHeadDaily(deps) };
}

/** Once a day, beside the digests. A failure is told and tried again in the next round: it stops nothing else. */
export async function stampDaily(core: Pick<Core, 'config' | 'storage' | 'clock' | 'failures'>): Promise<void> {
  try {
    await (await openStamping(core))?.daily();
  } catch (error) {
    core.failures.tellLost('timestamp', error);
  }
}
