import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PermanentError } from '../domain/errors.js';
import type { MongodbProduct } from './locate.mjs';
import type { ServerSpec } from './private-server.js';
import { makePrimary } from './replica-set.js';

interface MongodbServerOptions {
  readonly command: string;
  readonly product: MongodbProduct;
  readonly dataDir: string;
  readonly ephemeral: boolean;
}

/** A one-node replica set, so that transactions and change streams work as in production. */
export function describeMongodbServer(options: MongodbServerOptions): ServerSpec {
  const { command, product, dataDir } = options;
  const folder = join(dataDir, 'mongo');
  mkdirSync(folder, { recursive: true });
  keepOneProduct(folder, product);
  return {
    name: 'MongoDB',
    command,
    folder,
    recordPath: join(dataDir, 'mongo.json'),
    ...(product === 'mongod' ? describeMongod(folder) : describeSecantus(folder, options.ephemeral)),
  };
}

export function mongodbUriOf(port: number): string {
  return `mongodb://127.0.0.1:${port}/netra?directConnection=true`;
}

function describeMongod(folder: string): Pick<ServerSpec, 'args' | 'readyLine' | 'afterReady'> {
  return {
    readyLine: /Waiting for connections/,
    args: (port) => ['--port', String(port), '--bind_ip', '127.0.0.1', '--dbpath', folder, '--replSet', 'netra'],
    afterReady: (port) => makePrimary(mongodbUriOf(port), `127.0.0.1:${port}`),
  };
}

function describeSecantus(folder: string, ephemeral: boolean): Pick<ServerSpec, 'args' | 'readyLine'> {
  // An empty file of settings keeps it from picking up a stranger's from the working or home folder.
  const settings = join(folder, 'secantusd.toml');
  if (!existsSync(settings)) writeFileSync(settings, '');
  return {
    readyLine: /listening on 127\.0\.0\.1:\d+/,
    args: (port) => [
      ...['--config', settings, '--host', '127.0.0.1', '--port', String(port)],
      ...['--storage-path', join(folder, 'secantus'), '--log-level', 'WARNING'],
      // Without it, killing the server lost 1 % of the writes it had acknowledged (docs/mongodb.md).
      ...(ephemeral ? [] : ['--sync-on-commit']),
    ],
  };
}

/** The two products cannot read each other's files: going on with an empty store would look like lost data. */
function keepOneProduct(folder: string, product: MongodbProduct): void {
  const marker = join(folder, 'product');
  if (!existsSync(marker)) writeFileSync(marker, product);
  const written = readFileSync(marker, 'utf8').trim();
  if (written === product) return;
  throw new PermanentError(
    `Data di ${folder} ditulis oleh ${written}, sedangkan yang ditemukan sekarang ${product}.`,
    `Tunjuk program yang lama dengan MONGOMS_SYSTEM_BINARY, atau pindahkan folder ${folder} untuk mulai dari kosong.`,
  );
}
