import { createHash, createHmac, hkdfSync } from 'node:crypto';
import { PermanentError } from '../domain/errors.js';
import { openText, sealText } from './seal-text.js';

const FORMAT = 'v1';

/** Keeps NIP unreadable at rest, and comparable without being read. */
export interface NipSeal {
  /**
   * `v1.<key id>.<base64url of IV, tag and ciphertext>`, AES-256-GCM, fresh IV each time. Bound to its account: moved
   * to another one it no longer opens.
   */
  seal(nip: string, accountId: string): string;
  /** Throws PermanentError where the key is not the one it was sealed with, or the text was changed or moved. */
  unseal(sealed: string, accountId: string): string;
  /** Equal for equal NIP: for look-up only. Base64url HMAC-SHA-256. */
  lookUpHash(nip: string): string;
}

/**
 * `formerKeys` open what was sealed before a change of key; only `fieldKey` seals. Keys are 32 bytes. Without
 * `fieldKey` NIPs can be compared, and that is all.
 */
export function createNipSeal(keys: {
  fieldKey: Buffer | undefined;
  hashKey: Buffer;
  formerKeys?: readonly Buffer[];
}): NipSeal {
  const { fieldKey, formerKeys = [] } = keys;
  const keyById = new Map((fieldKey ? [fieldKey, ...formerKeys] : []).map((key) => [idOf(checked(key)), key]));
  // An own key for each use: the hash of a NIP must not be comparable with any other hash of ours.
  const hashKey = Buffer.from(hkdfSync('sha256', keys.hashKey, '', 'netra nip look-up', 32));

  return {
    seal(nip, accountId) {
      if (!fieldKey) throw notHeld();
      return [FORMAT, idOf(fieldKey), sealText(nip, fieldKey, accountId)].join('.');
    },

    unseal(sealed, accountId) {
      if (!fieldKey) throw notHeld();
      const [format, keyId, packed] = sealed.split('.');
      const key = keyById.get(keyId ?? '');
      if (format !== FORMAT || !key || !packed) throw unreadable();
      try {
        return openText(packed, key, accountId);
      } catch (error) {
        throw unreadable(error);
      }
    },

    lookUpHash: (nip) => createHmac('sha256', hashKey).update(nip).digest('base64url'),
  };
}

function notHeld(): PermanentError {
  return new PermanentError(
    'Proses ini tidak memegang kunci NIP.',
    'NIP hanya dibuka dan disegel oleh: netra registry import',
  );
}

function checked(key: Buffer): Buffer {
  if (key.length === 32) return key;
  throw new PermanentError('Kunci bidang harus 32 byte.', 'Buat kunci baru: openssl rand -base64 32');
}

/** Tells keys apart without telling anything of them. */
function idOf(key: Buffer): string {
  return createHash('sha256').update('netra field key').update(key).digest('hex').slice(0, 8);
}

function unreadable(cause?: unknown): PermanentError {
  return new PermanentError(
    'NIP tersegel tidak dapat dibuka.',
    'Pasang kunci bidang yang dipakai saat impor; segel yang berubah tidak dapat dipulihkan.',
    { cause },
  );
}
