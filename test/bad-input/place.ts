import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type NetraRun, runNetra } from '../support/run-netra.js';
import { testServices, uniqueName } from '../support/test-services.js';

/** An installation of its own on the run's shared servers, used through the real program only. */
export interface Place {
  readonly dir: string;
  /** Writes a file that a user would hand in; returns its path. */
  file(name: string, content: string | Uint8Array): string;
  netra(
    args: readonly string[],
    call?: { env?: Record<string, string>; input?: string | Uint8Array },
  ): Promise<NetraRun>;
  remove(): void;
}

export interface PlaceOptions {
  /** The program's queues have one name for all installations: each test file takes a Redis database of its own. */
  readonly redisDatabase: number;
}

export function openPlace({ redisDatabase }: PlaceOptions): Place {
  const dir = mkdtempSync(join(tmpdir(), 'netra-bad-'));
  const services = testServices();
  const mongodb = new URL(services.mongodbUri);
  mongodb.pathname = `/${uniqueName('bad-input')}`;
  const redis = new URL(services.redisUrl);
  redis.pathname = `/${redisDatabase}`;
  const env = {
    NETRA_DATA_DIR: join(dir, 'data'),
    NETRA_LOG_LEVEL: 'error',
    MONGODB_URI: mongodb.href,
    REDIS_URL: redis.href,
  };
  return {
    dir,
    file(name, content) {
      const path = join(dir, name);
      writeFileSync(path, content);
      return path;
    },
    netra: (args, { env: more = {}, input = '' } = {}) => runNetra(args, { env: { ...env, ...more }, input }),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** A file as somebody brought it. */
export function brought(path: string): string {
  return join(import.meta.dirname, 'brought', path);
}

export const OFFICES_CSV = 'code,name,region,parent,digest_to\nOPD-1,Dinas Contoh,35.78,,opd-1@contoh.test\n';
const HEADER = 'nip,name,position,office_code,platform,handle,mandate,proof';

/** Rows of invented people; each gives what differs. */
export function accountsCsv(rows: readonly { platform: string; handle: string }[]): string {
  const lines = rows.map(({ platform, handle }, n) =>
    [
      `19800101200604${String(1001 + n)}`,
      `Contoh Pegawai ${n + 1}`,
      'Pelaksana',
      ...['OPD-1', platform, handle, 'SK-1/2026|2026-01-01|2035-12-31', 'proven'],
    ].join(','),
  );
  return `${[HEADER, ...lines].join('\n')}\n`;
}
