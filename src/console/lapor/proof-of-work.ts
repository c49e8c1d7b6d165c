import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a device does for a second before a busy address may send on: find a number whose hash begins with so many zero bits. */
export interface ProofsOfWork {
  ask(bits: number, now: Date): string;
  /** What may be used once, by this name; `undefined`: not solved, too old, or none of ours. */
  check(solved: string, now: Date): { readonly name: string } | undefined;
}

export const PROOF_LIFE_MS = 15 * 60_000;
export const MAX_BITS = 22;

const SOLVED = /^(([0-9a-z]{1,10})\.([A-Za-z0-9_-]{16})\.(\d{1,2}))\.([A-Za-z0-9_-]{22})\.\d{1,12}$/;

export function createProofsOfWork(secret: Uint8Array): ProofsOfWork {
  const mac = (body: string) =>
    createHmac('sha256', secret).update(`report proof ${body}`).digest('base64url').slice(0, 22);
  return {
    ask(bits, now) {
      const expires = (now.getTime() + PROOF_LIFE_MS).toString(36);
      const body = `${expires}.${randomBytes(12).toString('base64url')}.${Math.min(bits, MAX_BITS)}`;
      return `${body}.${mac(body)}`;
    },
    check(solved, now) {
      const [, body, expires = '', name = '', bits = '', given = ''] = SOLVED.exec(solved) ?? [];
      if (body === undefined || !timingSafeEqual(Buffer.from(given), Buffer.from(mac(body)))) return undefined;
      if (Number.parseInt(expires, 36) < now.getTime()) return undefined;
      return leadingZeroBits(createHash('sha256').update(solved).digest()) >= Number(bits) ? { name } : undefined;
    },
  };
}

export function leadingZeroBits(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 8 * bytes.length : 8 * first + Math.clz32(bytes[first]!) - 24;
}
