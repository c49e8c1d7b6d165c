import { openBytes, sealBytes } from '../domain/sealed-bytes.js';

/** `sealBytes` of a text, in base64url. */
export function sealText(text: string, key: Buffer, boundTo: string): string {
  return sealBytes(Buffer.from(text, 'utf8'), key, boundTo).toString('base64url');
}

/** Throws where the key is another one, or the text was changed or moved. */
export function openText(sealed: string, key: Buffer, boundTo: string): string {
  return openBytes(Buffer.from(sealed, 'base64url'), key, boundTo).toString('utf8');
}
