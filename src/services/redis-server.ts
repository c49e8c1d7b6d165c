import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ServerSpec } from './private-server.js';

/** Redis as the queues need it: nothing is ever evicted, and at most a second is lost when it is killed. */
export function describeRedisServer(options: { command: string; dataDir: string; ephemeral: boolean }): ServerSpec {
  const { command, dataDir, ephemeral } = options;
  const folder = join(dataDir, 'redis');
  mkdirSync(folder, { recursive: true });
  const durability = ephemeral ? ['--appendonly', 'no'] : ['--appendonly', 'yes', '--appendfsync', 'everysec'];
  return {
    name: 'Redis',
    command,
    folder,
    recordPath: join(dataDir, 'redis.json'),
    readyLine: /Ready to accept connections/,
    args: (port) => [
      ...['--port', String(port), '--bind', '127.0.0.1', '--dir', folder],
      ...['--maxmemory-policy', 'noeviction', '--save', '', ...durability],
    ],
  };
}

export function redisUrlOf(port: number): string {
  return `redis://127.0.0.1:${port}/0`;
}
