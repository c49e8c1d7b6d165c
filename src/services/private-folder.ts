import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeOnce } from '../config/place-once.js';

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
  if (!existsSync(path)) placeOnce(path, (draft) => writePrivateFile(draft, makePassword()));
  return readFileSync(path, 'utf8').trim();
}
