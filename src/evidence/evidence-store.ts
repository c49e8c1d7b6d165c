import type { Readable } from 'node:stream';
import { NotFoundError, PermanentError, RetryableError } from '../domain/errors.js';
import type { EvidenceItem, EvidenceItemName } from '../domain/evidence.js';
import { PACK_FAULTS } from '../words/adapters/evidence.js';
import { say, sayError } from '../words/say.js';

export const MANIFEST_FILE = 'manifest.json';

export interface PackFile extends Pick<EvidenceItem, 'source' | 'broughtSha256'> {
  readonly name: EvidenceItemName;
  readonly content: Uint8Array;
}

/** A pack ready to be written: `manifest` are the very bytes whose hash goes into the flag. */
export interface SealedPack {
  readonly flagId: string;
  readonly manifest: Uint8Array;
  readonly files: readonly PackFile[];
}

/** What lies in a pack's folder, the manifest too. Anything but a plain file (a link, a folder) is never read. */
export interface PackEntry {
  readonly name: string;
  readonly isPlainFile: boolean;
}

export interface OpenItem {
  readonly mediaType: string;
  readonly bytes: number;
  /** Whoever opens it must read it to its end or destroy it. */
  readonly stream: Readable;
}

/**
 * Keeps sealed packs, one a flag. A pack that stands is never changed. Whatever reads or writes one throws
 * `LinkedPackError` where its folder is a link.
 */
export interface EvidenceStore {
  /**
   * Writes the pack whole or not at all and returns the manifest that stands. Where the flag has a pack already that
   * one stays, and its manifest is returned: safe to repeat. Throws `StoreFailedError`.
   */
  saveOnce(pack: SealedPack): Promise<Uint8Array>;
  findManifest(flagId: string): Promise<Uint8Array | undefined>;
  /** Throws `NotFoundError` when the flag has no such item. What it gives is not compared with any seal: see `openPacks`. */
  readItem(flagId: string, name: EvidenceItemName): Promise<OpenItem>;
  /** Empty when the flag has no pack. */
  listEntries(flagId: string): Promise<readonly PackEntry[]>;
  /** Hex SHA-256 over the bytes as they lie there now. */
  digest(flagId: string, fileName: string): Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Everything that lies where packs lie, for finding what belongs to no flag. */
  listPlaces(): AsyncIterable<PackPlace>;
}

/** `flagId` is undefined where what lies there is no pack: a loose file, a link, a folder of another name. */
export interface PackPlace {
  /** Inside the evidence folder. */
  readonly path: string;
  readonly flagId: string | undefined;
}

/** A pack's folder, or the one above it, is a link: it is never followed, so what it leads to is neither read nor written. */
export class LinkedPackError extends PermanentError {
  constructor(flagId: string) {
    super(...sayError(PACK_FAULTS.linked, 'id', { flag: flagId }));
  }
}

/** The folder cannot be written: full, read-only, not there. */
export class StoreFailedError extends RetryableError {
  /** The operating system's own, such as `ENOSPC`. */
  readonly code: string;

  constructor(flagId: string, cause: unknown) {
    const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? say(PACK_FAULTS.unknownCode, 'id');
    super(...sayError(PACK_FAULTS.notWritten, 'id', { flag: flagId, code }), { cause });
    this.code = code;
  }
}

const FLAG_ID = /^[A-Za-z0-9_-]{1,128}$/;

export function isFlagId(name: string): boolean {
  return FLAG_ID.test(name);
}

/** Ids become folder names, so anything that could name another folder is refused. */
export function assertFlagId(flagId: string): void {
  if (!isFlagId(flagId)) {
    throw new PermanentError(...sayError(PACK_FAULTS.badFlagId, 'id'));
  }
}

export function noSuchItem(): NotFoundError {
  return new NotFoundError(...sayError(PACK_FAULTS.noItem, 'id'));
}
