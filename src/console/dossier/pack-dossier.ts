import { createHash } from 'node:crypto';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { canonicalJson } from '../../domain/canonical-json.js';
import type { Dossier } from './dossier.js';

/** The first moment a ZIP can name, by whatever clock the machine goes: a file of it says nothing of when it was packed. */
const NO_TIME = new Date(1980, 0, 1);
const EVIDENCE_DIR = 'bukti';
const RULES_DIR = 'aturan';

/** Everything as files, in order of their names, with the digest of each; equal parts give equal bytes. */
export function packDossier(
  dossier: Dossier,
  { pdf, evidence }: { pdf: Uint8Array; evidence: ReadonlyMap<string, Uint8Array> },
): Buffer {
  const files = new Map<string, Uint8Array>([
    ...dossier.rules.map(({ id, text }) => [`${RULES_DIR}/${id}.yaml`, strToU8(text)] as const),
    ...[...evidence].map(([name, content]) => [`${EVIDENCE_DIR}/${name}`, content] as const),
    ['dossier.json', canonicalJson(dossier)],
    ['dossier.pdf', pdf],
  ]);
  const names = [...files.keys()].sort();
  const sums = names.map((name) => `${createHash('sha256').update(files.get(name)!).digest('hex')}  ${name}\n`);
  const zipped: Zippable = {};
  for (const name of names) zipped[name] = [files.get(name)!, { level: levelOf(name), mtime: NO_TIME }];
  zipped.SHA256SUMS = [strToU8(sums.join('')), { level: 6, mtime: NO_TIME }];
  return Buffer.from(zipSync(zipped));
}

/** Pictures and papers are packed already, and an archive of 30 MB would hold up everybody else. */
function levelOf(name: string): 0 | 6 {
  return name.startsWith(`${EVIDENCE_DIR}/`) || name.endsWith('.pdf') ? 0 : 6;
}
