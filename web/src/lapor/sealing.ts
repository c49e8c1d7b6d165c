import sodium from 'libsodium-wrappers';
import {
  identityBytes,
  plainPassphrase,
  type ReporterIdentity,
  type ReportKeyFile,
  readIdentity,
} from '../../../src/domain/report-key.js';

// The one file with the library, so that it is fetched only by whoever seals or opens a name.

const URL_SAFE = 7; // base64url without padding, as the library numbers it.

/** `key id.box`: from here on nobody opens it but whoever has the other half of the key. */
export async function seal(identity: ReporterIdentity, key: { id: string; publicKey: string }): Promise<string> {
  await sodium.ready;
  const box = sodium.crypto_box_seal(identityBytes(identity), sodium.from_base64(key.publicKey, URL_SAFE));
  return `${key.id}.${sodium.to_base64(box, URL_SAFE)}`;
}

/** Throws where the passphrase is another one. */
export async function unlock(file: ReportKeyFile, passphrase: string): Promise<Uint8Array> {
  await sodium.ready;
  const from = (text: string) => sodium.from_base64(text, URL_SAFE);
  const lock = sodium.crypto_generichash(32, plainPassphrase(passphrase), from(file.salt));
  return sodium.crypto_secretbox_open_easy(from(file.locked), from(file.nonce), lock);
}

/** Throws where the box is not of this key, or was changed. */
export async function open(box: string, file: ReportKeyFile, privateKey: Uint8Array): Promise<ReporterIdentity> {
  await sodium.ready;
  const sealed = sodium.from_base64(box.split('.')[1] ?? '', URL_SAFE);
  return readIdentity(sodium.crypto_box_seal_open(sealed, sodium.from_base64(file.publicKey, URL_SAFE), privateKey));
}
