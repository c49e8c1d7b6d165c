const AT_ONCE = 512;

/** Tries numbers until the hash of `challenge.number` begins with as many zero bits as the challenge asks for. */
export async function solve(challenge: string): Promise<string> {
  const bits = Number(challenge.split('.')[2]);
  const encoder = new TextEncoder();
  for (let from = 0; ; from += AT_ONCE) {
    const tries = Array.from({ length: AT_ONCE }, (_, i) => `${challenge}.${from + i}`);
    const hashes = await Promise.all(tries.map((text) => crypto.subtle.digest('SHA-256', encoder.encode(text))));
    const found = hashes.findIndex((hash) => startsWithZeros(new DataView(hash), bits));
    if (found >= 0) return tries[found]!;
  }
}

/** Up to 32 are ever asked for. */
function startsWithZeros(hash: DataView, bits: number): boolean {
  return Math.clz32(hash.getUint32(0)) >= bits;
}
