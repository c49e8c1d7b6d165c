import { join } from 'node:path';
import { makePassword, makePrivateFolder, writePrivateFile } from './private-folder.js';
import type { ServerSpec } from './private-server.js';

/** Redis as the queues need it: nothing is ever evicted, and at most a second is lost when it is killed. */
export function describeRedisServer(options: { command: string; dataDir: string; ephemeral: boolean }): ServerSpec {
  const { command, dataDir, ephemeral } = options;
  const folder = makePrivateFolder(join(dataDir, 'redis'));
  const password = makePassword();
  // A file: the arguments of a program can be read by every user of the machine.
  const settings = join(folder, 'redis.conf');
  writePrivateFile(settings, `requirepass ${password}\n`);
  const durability = ephemeral ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--appendfsync', 'everysec'];
  return {
    name: 'Redis',
    command,
    folder,
    recordPath: join(dataDir, 'redis.json'),
    password,
    readyLine: /Ready to accept connections/,
    args: (port) => [
      ...[settings, '--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
      ...['--maxmemory-policy', 'noeviction', '--save', '', ...durability],
    ],
  };
}

/** Without a password: of a server that was started before they had one. */
export function redisUrlOf(port: number, password?: string): string {
  return `redis://${password === undefined ? '' : `:${password}@`}127.0.0.1:${port}/0`;
}
