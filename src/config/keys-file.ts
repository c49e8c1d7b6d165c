import { hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from './config-error.js';
import { placeOnce } from './place-once.js';

/** 32 bytes each. */
export interface Keys {
  /** For keyed hashes of content that is not kept. */
  readonly hashKey: Buffer;
  /** For fields kept encrypted, such as the NIP. Losing it loses them. */
  readonly fieldKey: Buffer;
  /** Seals the audit log. With another one the log is no longer known as ours. */
  readonly auditKey: Buffer;
}

export interface KeptKeys extends Keys {
  /** Still open what was sealed before a change of `fieldKey`; newest first. */
  readonly formerFieldKeys: readonly Buffer[];
}

export const KEY_BYTES = 32;
/** More would be changes that nobody ever ended. */
export const MAX_FORMER_KEYS = 8;

export function pathOfKeys(dataDir: string): string {
  return join(dataDir, 'keys.json');
}

/** Where the file really is: its place may hold a link to another disk. */
export function realPathOfKeys(dataDir: string): string {
  const path = pathOfKeys(dataDir);
  return existsSync(path) ? realpathSync(path) : path;
}

/** @throws ConfigError where the file is there and not whole: it is never replaced silently, or all it sealed would be lost */
export function readKeysFile(dataDir: string): KeptKeys | undefined {
  const path = pathOfKeys(dataDir);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw cannotRead(path);
  }
  const keys = parseKeys(text);
  if (!keys) throw damaged(path);
  return keys;
}

/** Undefined for whatever is not a whole file of keys. */
export function parseKeys(text: string): KeptKeys | undefined {
  let told: Record<string, unknown> | null;
  try {
    told = JSON.parse(text);
  } catch {
    return undefined;
  }
  const [hashKey, fieldKey] = [toKey(told?.hashKey), toKey(told?.fieldKey)];
  const former = told?.formerFieldKeys ?? [];
  if (!hashKey || !fieldKey || !Array.isArray(former) || former.length > MAX_FORMER_KEYS) return undefined;
  const auditKey = told?.auditKey === undefined ? derivedAuditKey(hashKey) : toKey(told.auditKey);
  const formerFieldKeys = former.flatMap((one) => toKey(one) ?? []);
  if (!auditKey || formerFieldKeys.length < former.length) return undefined;
  return { hashKey, fieldKey, auditKey, formerFieldKeys };
}

function toKey(text: unknown): Buffer | undefined {
  if (typeof text !== 'string' || text.length > 2 * KEY_BYTES) return undefined;
  const key = Buffer.from(text, 'base64');
  return key.length === KEY_BYTES ? key : undefined;
}

/** For a file from before the log had a key: the same for every process that reads it, and the file stays as it is. */
function derivedAuditKey(hashKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', hashKey, '', 'netra audit key', KEY_BYTES));
}

/** Made once: of two processes at the same moment both go on with the keys of the first. */
export function makeKeysFile(dataDir: string): KeptKeys {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const [hashKey, fieldKey, auditKey] = [randomBytes(KEY_BYTES), randomBytes(KEY_BYTES), randomBytes(KEY_BYTES)];
  const keys = { hashKey, fieldKey, auditKey, formerFieldKeys: [] };
  const path = pathOfKeys(dataDir);
  placeOnce(path, (draft) => writeSafely(draft, keys));
  const kept = readKeysFile(dataDir);
  // A link to nowhere: what would be sealed with keys that stand nowhere is lost with this process.
  if (!kept) throw linkToNowhere(path);
  return kept;
}

/** The file as a whole (that a link leads to, not the link) is either the old or the new one, and on the disk before anything is sealed with its keys. */
export function replaceKeysFile(dataDir: string, keys: KeptKeys): void {
  const path = realPathOfKeys(dataDir);
  const draft = `${path}.next`;
  writeSafely(draft, keys);
  renameSync(draft, path);
  syncFolder(dirname(path));
}

function writeSafely(path: string, { formerFieldKeys, ...keys }: KeptKeys): void {
  const told: Record<string, unknown> = Object.fromEntries(
    Object.entries(keys).map(([name, key]) => [name, (key as Buffer).toString('base64')]),
  );
  if (formerFieldKeys.length > 0) told.formerFieldKeys = formerFieldKeys.map((key) => key.toString('base64'));
  // A draft that a crash left may have other rights than ours.
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, JSON.stringify(told));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function syncFolder(folder: string): void {
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function damaged(path: string): ConfigError {
  const advice = 'rusak: pulihkan dari cadangan; tanpa kunci ini data tersandi hilang';
  const hint = `Jangan hapus ${path}. Sisihkan, lalu kembalikan salinannya yang terbaru ke tempat itu (chmod 600).`;
  return new ConfigError([{ variable: path, advice }], hint);
}

function cannotRead(path: string): ConfigError {
  const advice = 'tidak terbaca; tanpa kunci ini data tersandi hilang';
  return new ConfigError([{ variable: path, advice }], `Periksa hak dan pemilik berkas ${path}, juga foldernya.`);
}

function linkToNowhere(path: string): ConfigError {
  const advice = 'tautan ke berkas yang tidak ada';
  const hint = `Sambungkan tempat yang ditunjuk ${path}, atau pulihkan berkas di sana dari cadangan.`;
  return new ConfigError([{ variable: path, advice }], hint);
}
