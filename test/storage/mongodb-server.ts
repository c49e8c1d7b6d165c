import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** A MongoDB server for one test file: the one of the environment, else a throw-away one. */
export interface TestServer {
  readonly uri: string;
  stop(): Promise<void>;
}

const BINARY = join(homedir(), '.cache/netra/secantus-0.5.3-beta.196/bin/secantusd-rs');

export async function startTestServer(): Promise<TestServer> {
  const given = process.env['MONGODB_URI'];
  if (given) return { uri: given, stop: async () => {} };
  if (!existsSync(BINARY)) throw new Error('No MONGODB_URI and no kept server: run the set-up step first');
  const folder = await mkdtemp(join(tmpdir(), 'netra-storage-'));
  const child = spawn(BINARY, ['--host', '127.0.0.1', '--port', '0', '--storage-path', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const uri = await new Promise<string>((resolve, reject) => {
    let said = '';
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const port = /listening on \S*?:(\d+)/.exec(said)?.[1];
      if (port) resolve(`mongodb://127.0.0.1:${port}/?directConnection=true`);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`The server ended before it listened: ${said}`)));
  });
  return {
    uri,
    async stop() {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A database of its own for each test file, so that files run side by side. */
export function uniqueDatabaseName(area: string): string {
  return `test_${area}_${randomBytes(6).toString('hex')}`;
}
