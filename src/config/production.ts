import type { ConfigIssue } from './config-error.js';

/** A key of random bytes has about 30 different ones; a typed or repeated one far fewer. */
const LEAST_DIFFERENT_BYTES = 16;

const KEYS = [
  ['NETRA_HASH_KEY', 'hashKey'],
  ['NETRA_FIELD_KEY', 'fieldKey'],
  ['NETRA_AUDIT_KEY', 'auditKey'],
] as const;

type Keys = Readonly<Partial<Record<(typeof KEYS)[number][1], Buffer>>> & {
  readonly formerFieldKeys?: readonly Buffer[] | undefined;
};

/** What an office must not run with, and why. Pure. */
export function listProductionIssues(publicUrl: string | undefined, secrets: Keys): ConfigIssue[] {
  const issues: ConfigIssue[] = [];
  if (publicUrl?.startsWith('http:')) {
    const advice = 'pakai https: kata sandi dan sesi peninjau lewat di alamat ini; pasang TLS di proksinya';
    issues.push({ variable: 'NETRA_PUBLIC_URL', advice });
  }
  const keys = KEYS.flatMap(([variable, name]): { variable: string; key: Buffer }[] => {
    const key = secrets[name];
    return key ? [{ variable, key }] : [];
  });
  for (const key of secrets.formerFieldKeys ?? []) keys.push({ variable: 'NETRA_FORMER_FIELD_KEYS', key });
  for (const [n, { variable, key }] of keys.entries()) {
    const same = keys.slice(0, n).find((earlier) => earlier.key.equals(key));
    if (same) {
      const advice = `sama dengan ${same.variable}: yang bocor satu membuka keduanya; buat sendiri: openssl rand -base64 32`;
      issues.push({ variable, advice });
    }
    if (new Set(key).size < LEAST_DIFFERENT_BYTES) {
      const advice = 'bukan kunci acak, jadi dapat ditebak: openssl rand -base64 32';
      issues.push({ variable, advice });
    }
  }
  return issues;
}
