/** The public half of a key that seals reporters' names. The other half is in no database and on no server. */
export interface ReportKey {
  readonly id: string;
  /** X25519, base64url. */
  readonly publicKey: string;
  /** Forms are given the newest alone; what an older one sealed is opened with its own file. */
  readonly madeAt: Date;
}

/** What the keeper carries away: the private half, locked by a passphrase that lies elsewhere. All base64url. */
export interface ReportKeyFile {
  readonly netra: 'report-key';
  readonly version: 1;
  readonly id: string;
  readonly publicKey: string;
  readonly salt: string;
  readonly nonce: string;
  readonly locked: string;
}

const PARTS = ['id', 'publicKey', 'salt', 'nonce', 'locked'] as const;

/** `undefined`: some other file. */
export function readKeyFile(text: string): ReportKeyFile | undefined {
  try {
    const file = JSON.parse(text) as Partial<ReportKeyFile> | null;
    const isWhole = PARTS.every((part) => /^[A-Za-z0-9_-]{1,200}$/.test(String(file?.[part] ?? '')));
    return file?.netra === 'report-key' && file.version === 1 && isWhole ? (file as ReportKeyFile) : undefined;
  } catch {
    return undefined;
  }
}

/** As it is written down and typed again: 30 signs, none of which is taken for another one. */
export const PASSPHRASE_SIGNS = '23456789abcdefghjkmnpqrstuvwxyz';
const PASSPHRASE_LENGTH = 30;

export function passphraseOf(numbers: Uint8Array): string {
  const signs = [...numbers.slice(0, PASSPHRASE_LENGTH)].map(
    (number) => PASSPHRASE_SIGNS[number % PASSPHRASE_SIGNS.length],
  );
  return signs.join('').replace(/(.{5})(?=.)/g, '$1-');
}

export function plainPassphrase(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** What is sealed: short, and always of one length, so that a box says nothing of what is in it. */
export interface ReporterIdentity {
  readonly name: string;
  readonly contact: string;
}

const IDENTITY_BYTES = 768;

export function identityBytes({ name, contact }: ReporterIdentity): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify({ name: name.slice(0, 120), contact: contact.slice(0, 160) }));
  if (bytes.length > IDENTITY_BYTES) throw new RangeError('An identity that does not fit');
  const padded = new Uint8Array(IDENTITY_BYTES).fill(0x20);
  padded.set(bytes);
  return padded;
}

/** Of bytes that opened; what is not ours is an empty name. */
export function readIdentity(bytes: Uint8Array): ReporterIdentity {
  const { name = '', contact = '' } = JSON.parse(new TextDecoder().decode(bytes)) as Partial<ReporterIdentity>;
  return { name: String(name), contact: String(contact) };
}
