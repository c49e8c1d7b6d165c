import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What private servers keep is nobody else's on this machine: also where the folder was there before. */
export function makePrivateFolder(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  return folder;
}

export function writePrivateFile(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
  chmodSync(path, 0o600);
}

export function makePassword(): string {
  return randomBytes(32).toString('base64url');
}

/** Made once: a server that keeps its users with its data knows this one for as long as it has the data. */
export function keepPassword(folder: string, name = 'password'): string {
  const path = join(folder, name);
  if (!existsSync(path)) {
    const draft = `${path}.${process.pid}`;
    writePrivateFile(draft, makePassword());
    try {
      linkSync(draft, path); // Whole or not at all.
    } catch (error) {
      // Another process was quicker: both go on with its password.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(draft, { force: true });
    }
  }
  return readFileSync(path, 'utf8').trim();
}
