import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { PermanentError } from '../domain/errors.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
import { NIP_KEY } from '../words/adapters/storage.js';
import { sayError } from '../words/say.js';
import { openText, sealText } from './seal-text.js';

const FORMAT = 'v1';

/** Keeps NIP unreadable at rest, and comparable by whoever holds the key and by nobody else. */
export interface NipSeal {
  /** What tells the key that seals from others, and nothing of it. Throws PermanentError where no key is held. */
  keyId(): string;
  /** Opens what `keyId` sealed, by the key in use or a former one. */
  holds(keyId: string): boolean;
  /**
   * `v1.<key id>.<base64url of IV, tag and ciphertext>`, AES-256-GCM, fresh IV each time. Bound to its account: moved
   * to another one it no longer opens.
   */
  seal(nip: string, accountId: string): string;
  /** Throws PermanentError where the key is not the one it was sealed with, or the text was changed or moved. */
  unseal(sealed: string, accountId: string): string;
  /** `<key id>.<base64url of HMAC-SHA-256>`, with a key of its own from the key in use: for comparing only. */
  hash(nip: string): string;
  /** Whether this hash is of that NIP, whichever key made it: the one in use, a former one, or the one of all hashes. */
  isHashOf(hash: string, nip: string): boolean;
  /** Whether the key that made this hash is held here: else it says nothing of any NIP. */
  isComparable(hash: string): boolean;
  /** Whether both were made with the key in use. */
  isOfKeyInUse(stored: { nipSealed: string; nipHash: string }): boolean;
  /** Names the holder in the id of an account; needs no key of NIPs, and stays through changes of it. */
  holderMark(nip: string): string;
}

interface HeldKey {
  readonly seal: Buffer;
  readonly hash: Buffer;
}

/**
 * `formerKeys` open what was sealed before a change of key; only `fieldKey` seals. Keys are 32 bytes. Without `fieldKey`
 * NIPs can be neither sealed nor opened nor compared.
 */
export function createNipSeal(keys: {
  fieldKey: Buffer | undefined;
  hashKey: Buffer;
  formerKeys?: readonly Buffer[];
}): NipSeal {
  const { fieldKey, formerKeys = [] } = keys;
  const held = new Map((fieldKey ? [fieldKey, ...formerKeys] : []).map((key) => [idOf(checked(key)), toHeld(key)]));
  const idInUse = fieldKey && idOf(fieldKey);
  const inUse = () => {
    const key = held.get(idInUse ?? '');
    if (!idInUse || !key) throw notHeld();
    return { id: idInUse, ...key };
  };
  const common = derive(keys.hashKey);

  return {
    keyId: () => inUse().id,
    holds: (keyId) => held.has(keyId),

    seal(nip, accountId) {
      const { id, seal } = inUse();
      return [FORMAT, id, sealText(nip, seal, accountId)].join('.');
    },

    unseal(sealed, accountId) {
      inUse();
      const [format, keyId, packed] = sealed.split('.');
      const key = held.get(keyId ?? '');
      if (format !== FORMAT || !key || !packed) throw unreadable();
      try {
        return openText(packed, key.seal, accountId);
      } catch (error) {
        throw unreadable(error);
      }
    },

    hash(nip) {
      const { id, hash } = inUse();
      return `${id}.${hmac(hash, nip)}`;
    },

    isHashOf(stored, nip) {
      inUse();
      // Before NIPs had a hash key of their own, their hashes had no id and were made with the one of all hashes.
      const [keyId, hash] = stored.includes('.') ? stored.split('.') : [undefined, stored];
      const key = keyId === undefined ? common : held.get(keyId)?.hash;
      return key !== undefined && isSame(hmac(key, nip), hash ?? '');
    },

    isComparable(stored) {
      inUse();
      return !stored.includes('.') || held.has(stored.split('.')[0] ?? '');
    },

    isOfKeyInUse({ nipSealed, nipHash }) {
      const { id } = inUse();
      return nipSealed.startsWith(`${FORMAT}.${id}.`) && nipHash.startsWith(`${id}.`);
    },

    holderMark: (nip) => hmac(common, nip),
  };
}

/** The id of the key that a sealed NIP says it was sealed with; nothing of it is proven by that. */
export function keyIdOf(nipSealed: string): string {
  return nipSealed.split('.')[1] ?? '';
}

function toHeld(key: Buffer): HeldKey {
  return { seal: key, hash: derive(key) };
}

/** An own key for each use: the hash of a NIP must not be comparable with any other hash of ours. */
function derive(key: Buffer): Buffer {
  return subkeyOf(key, 'netra nip look-up');
}

function hmac(key: Buffer, nip: string): string {
  return createHmac('sha256', key).update(nip).digest('base64url');
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function notHeld(): PermanentError {
  return new PermanentError(...sayError(NIP_KEY.notHeld, 'id'));
}

function checked(key: Buffer): Buffer {
  if (key.length === 32) return key;
  throw new PermanentError(...sayError(NIP_KEY.length, 'id'));
}

/** Tells keys apart without telling anything of them. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('netra field key').update(key).digest('hex').slice(0, 8);
}

function unreadable(cause?: unknown): PermanentError {
  return new PermanentError(...sayError(NIP_KEY.cannotOpen, 'id'), { cause });
}
