import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createConnection } from 'mongoose';
import { type KeptKeys, parseKeys } from '../../src/config/keys-file.js';
import { testServices } from './test-services.js';

/** A data folder of its own on a database of the run, for `netra keys`. */
export interface KeysSite {
  readonly dataDir: string;
  /** `keys.json` in it; not there before a command has made it. */
  readonly path: string;
  /** For `runNetra`. */
  readonly env: Record<string, string>;
  readKeys(): KeptKeys;
  close(): void;
}

export function openKeysSite(databaseName: string): KeysSite {
  const { mongodbUri, redisUrl } = testServices();
  const dataDir = mkdtempSync(join(tmpdir(), 'netra-keys-'));
  const path = join(dataDir, 'keys.json');
  const mongodb = new URL(mongodbUri);
  mongodb.pathname = `/${databaseName}`;
  return {
    dataDir,
    path,
    env: {
      NETRA_DATA_DIR: dataDir,
      NETRA_LOG_LEVEL: 'error',
      MONGODB_URI: mongodb.href,
      REDIS_URL: redisUrl,
    },
    readKeys: () => parseKeys(readFileSync(path, 'utf8'))!,
    close: () => rmSync(dataDir, { recursive: true }),
  };
}

/** The database as it lies there, beside what the program says of it. */
export function openRaw(databaseName: string): Promise<ReturnType<typeof createConnection>> {
  return createConnection(testServices().mongodbUri, { dbName: databaseName }).asPromise();
}
