import { createHash } from 'node:crypto';
import type { AuditEvent } from '../../domain/audit.js';
import type { DossierAsked, DossierCopy } from '../../domain/dossier.js';
import type { PackProblem } from '../../domain/evidence.js';
import type { Flag } from '../../domain/flag.js';
import type { ConsoleDeps } from '../deps.js';
import { idInName } from '../download.js';
import { type DossierDeps, gatherDossier } from './dossier.js';
import { dossierPage } from './dossier-page.js';
import { maskDossier } from './mask-dossier.js';
import { packDossier } from './pack-dossier.js';

export interface MakeDossierDeps extends DossierDeps {
  readonly evidence: Pick<ConsoleDeps['evidence'], 'verify' | 'readAll'>;
  readonly printPage: (html: string) => Promise<Buffer>;
}

type MadeDossier =
  | {
      readonly bytes: Buffer;
      /** Of the file that it is kept as. */
      readonly name: string;
      /** For the log, where it stands before the first byte leaves, whoever makes it. */
      readonly exported: Pick<AuditEvent, 'subject' | 'details'> & { readonly action: 'exported' };
      readonly problems?: undefined;
    }
  | { readonly bytes?: undefined; readonly problems: readonly PackProblem[] };

/** A larger one stands in the ZIP alone. */
const MAX_PRINTED_BYTES = 8 * 1024 * 1024;

/** Problems in its place where the evidence, or the act it shows, is not as it was sealed. */
export async function makeDossier(
  deps: MakeDossierDeps,
  flag: Flag,
  { format, copy }: DossierAsked,
): Promise<MadeDossier> {
  const evidence = await readEvidence(deps, flag, copy);
  if (!evidence.files) return evidence;
  const full = await gatherDossier(deps, flag);
  const dossier = copy === 'full' ? full : maskDossier(full);
  const picture = evidence.files.get('viewport.png');
  const isPrinted = picture && picture.byteLength <= MAX_PRINTED_BYTES;
  const pdf = await deps.printPage(dossierPage(dossier, isPrinted ? picture : undefined));
  const bytes = format === 'pdf' ? pdf : packDossier(dossier, { pdf, evidence: evidence.files });
  const details = { format, copy, files: createHash('sha256').update(bytes).digest('hex') };
  return {
    bytes,
    name: `netra-${idInName(flag.id)}-${copy}.${format}`,
    exported: { action: 'exported', subject: flag.id, details },
  };
}

/** On a picture nobody can be hidden: of a masked copy the pack is only checked. */
async function readEvidence({ evidence }: MakeDossierDeps, flag: Flag, copy: DossierCopy) {
  if (copy === 'full') return evidence.readAll(flag);
  const problems = await evidence.verify(flag);
  return problems.length > 0 ? { problems } : { files: new Map<string, Uint8Array>() };
}
