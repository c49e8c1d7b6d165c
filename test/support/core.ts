import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inject } from 'vitest';
import { type Core, openCore } from '../../src/app/core.js';
import { takeInDeps } from '../../src/app/judging.js';
import { createLogger } from '../../src/app/log.js';
import { readConfig } from '../../src/config/read-config.js';
import type { Clock } from '../../src/domain/clock.js';
import { timeZoneOf } from '../../src/domain/region.js';
import type { Screener } from '../../src/domain/screening.js';
import { createTakeIn, type TakeIn, type TakeInDeps } from '../../src/steps/take-in-acts.js';
import type { AccountDraft } from '../../src/storage/account-draft.js';

export interface TestCore {
  readonly core: Core;
  readonly dataDir: string;
  readonly databaseName: string;
  close(): Promise<void>;
}

/** A core of its own on the run's shared servers: unique database, queue prefix and folder. */
export async function openTestCore(options: { clock?: Clock; recoverGraceMs?: number } = {}): Promise<TestCore> {
  const name = `test-${randomBytes(6).toString('hex')}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'netra-core-'));
  const { config, secrets } = readConfig({
    NETRA_DATA_DIR: dataDir,
    NETRA_RULES_DIR: resolve('rules'),
    NETRA_ELECTIONS_DIR: resolve('rules/example'),
  });
  const core = await openCore({
    config,
    secrets,
    holdsNipKey: true,
    mongodbUri: inject('mongodbUri'),
    redisUrl: inject('redisUrl'),
    clock: options.clock ?? (() => new Date()),
    log: createLogger('silent'),
    databaseName: name,
    queuePrefix: name,
    recoverGraceMs: options.recoverGraceMs ?? 0,
  });
  return {
    core,
    dataDir,
    databaseName: name,
    async close() {
      await core.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** An invented, proven, mandated account; `n` makes it another person. */
export function anAccountDraft(n: number, changes: Partial<AccountDraft> = {}): AccountDraft {
  return {
    nip: `19800101200604${String(1000 + n).padStart(4, '0')}`,
    name: `Contoh Pegawai ${n}`,
    position: 'Pelaksana',
    officeCode: 'OPD-1',
    region: '35.78',
    platform: 'bluesky',
    handle: `pegawai-${n}.contoh.test`,
    mandate: { decree: 'SK-1/2026', office: 'OPD-1', from: '2026-01-01', to: '2035-12-31' },
    proof: 'proven',
    ...changes,
  };
}

export async function saveOffice(core: Core, code = 'OPD-1', region = '35.78'): Promise<void> {
  await core.storage.offices.saveOffices([
    { code, name: `Dinas Contoh ${code}`, region, timeZone: timeZoneOf(region), digestTo: 'sekda@contoh.test' },
  ]);
}

/** Takes acts in as visits and imports do, judged by this screener; no evidence is asked for unless `changes` do. */
export function takeInBy(core: Core, screener: () => Screener, changes: Partial<TakeInDeps> = {}): TakeIn {
  return createTakeIn({ ...takeInDeps(core, screener), enqueueEvidence: async () => {}, ...changes });
}
