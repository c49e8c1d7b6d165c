import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ElectionFile } from './election-schema.js';

/** Raise when the format or its checks change: what older code found good is then read anew. */
const COMPILED_FORMAT = 2;

export interface CompiledElection {
  readonly value: ElectionFile;
  readonly hash: string;
}

/**
 * Keeps what a good election file said beside its content hash. Reading YAML with places takes about 0.3 s for
 * Pilkada 2024, reading this 10 ms; faults are never kept, and a missing or unwritable folder only costs time.
 * One file per election file, so that the folder does not grow.
 */
export interface CompiledElections {
  find(path: string, source: Uint8Array): CompiledElection | undefined;
  keep(path: string, source: Uint8Array, compiled: CompiledElection): void;
}

export function compiledElectionsIn(folder: string): CompiledElections {
  const fileOf = (path: string) => join(folder, `election-${digest(path).slice(0, 12)}-${basename(path)}.json`);
  return {
    find(path, source) {
      try {
        const kept = JSON.parse(readFileSync(fileOf(path), 'utf8')) as { key: string } & CompiledElection;
        return kept.key === keyOf(source) ? { value: kept.value, hash: kept.hash } : undefined;
      } catch {
        return undefined;
      }
    },
    keep(path, source, { value, hash }) {
      try {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        // Two processes may start together: each renames a whole file into place.
        const draft = `${fileOf(path)}.${process.pid}`;
        writeFileSync(draft, JSON.stringify({ key: keyOf(source), value, hash }), { mode: 0o600 });
        renameSync(draft, fileOf(path));
      } catch {
        // The next start reads the YAML again.
      }
    },
  };
}

function keyOf(source: Uint8Array): string {
  return `${COMPILED_FORMAT}:${digest(source)}`;
}

function digest(source: string | Uint8Array): string {
  return createHash('sha256').update(source).digest('hex');
}
