import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM with a fresh IV: base64url of IV, tag and ciphertext. `boundTo` another value it no longer opens. */
export function sealText(text: string, key: Buffer, boundTo: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(boundTo));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** Throws where the key is another one, or the text was changed or moved. */
export function openText(sealed: string, key: Buffer, boundTo: string): string {
  const packed = Buffer.from(sealed, 'base64url');
  const opener = createDecipheriv('aes-256-gcm', key, packed.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(boundTo))
    .setAuthTag(packed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return opener.update(packed.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + opener.final('utf8');
}
