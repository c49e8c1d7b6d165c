import { randomBytes } from 'node:crypto';
import sodium from 'libsodium-wrappers';
import { passphraseOf, plainPassphrase, type ReportKeyFile } from '../../domain/report-key.js';

export interface MadeKey {
  readonly file: ReportKeyFile;
  readonly passphrase: string;
}

/** The private half is here for as long as this call lasts, and leaves it locked. */
export async function makeKeyPair(): Promise<MadeKey> {
  await sodium.ready;
  const { publicKey, privateKey } = sodium.crypto_box_keypair();
  const passphrase = passphraseOf(randomBytes(60).filter((byte) => byte < 248));
  const salt = randomBytes(16);
  const nonce = randomBytes(sodium.crypto_secretbox_NONCEBYTES);
  const lock = sodium.crypto_generichash(32, plainPassphrase(passphrase), salt);
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
  const locked = text(sodium.crypto_secretbox_easy(privateKey, nonce, lock));
  sodium.memzero(privateKey);
  const id = text(sodium.crypto_generichash(6, publicKey, null));
  const file = { netra: 'report-key', version: 1, id, publicKey: text(publicKey) } as const;
  return { file: { ...file, salt: text(salt), nonce: text(nonce), locked }, passphrase };
}
