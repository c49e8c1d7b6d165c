import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PermanentError } from '../domain/errors.js';
import { SERVER_FAULTS } from '../words/adapters/services.js';
import { sayError } from '../words/say.js';
import type { MongodbProduct } from './locate.mjs';
import { makeOwner } from './mongodb-owner.js';
import { keepPassword, makePrivateFolder } from './private-folder.js';
import type { ServerSpec } from './private-server.js';

interface MongodbServerOptions {
  readonly command: string;
  readonly product: MongodbProduct;
  readonly dataDir: string;
  readonly ephemeral: boolean;
}

/** A one-node replica set, so that transactions and change streams work as in production. */
export function describeMongodbServer(options: MongodbServerOptions): ServerSpec {
  const { command, product, dataDir } = options;
  const folder = makePrivateFolder(join(dataDir, 'mongo'));
  keepOneProduct(folder, product);
  const password = keepPassword(folder);
  return {
    name: 'MongoDB',
    command,
    folder,
    recordPath: join(dataDir, 'mongo.json'),
    password,
    afterReady: (port) => makeOwner({ port, password, isReplicaSet: product === 'mongod' }),
    ...(product === 'mongod' ? describeMongod(folder) : describeSecantus(folder, options.ephemeral)),
  };
}

function describeMongod(folder: string): Pick<ServerSpec, 'args' | 'readyLine'> {
  // Asked for by a replica set with log-in, even where it has one node.
  keepPassword(folder, 'keyfile');
  return {
    readyLine: /Waiting for connections/,
    args: (port) => [
      ...['--port', String(port), '--bind_ip', '127.0.0.1', '--dbpath', folder, '--replSet', 'netra'],
      ...['--auth', '--keyFile', join(folder, 'keyfile')],
    ],
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
      ...['--storage-path', join(folder, 'secantus'), '--log-level', 'WARNING', '--auth'],
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
  throw new PermanentError(...sayError(SERVER_FAULTS.otherProduct, 'id', { folder, written, product }));
}
