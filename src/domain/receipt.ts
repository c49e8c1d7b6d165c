const MODULUS = 97n;

/**
 * 16 digits that open a report's thread, from bytes by chance, eight at least: 14, and a pair that tells a typing fault from
 * a wrong receipt. ISO 7064, MOD 97-10: every single fault and every swap of neighbours is told.
 */
export function receiptOf(bytes: Uint8Array): string {
  const number = bytes.subarray(0, 8).reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const digits = (number % 10n ** 14n).toString().padStart(14, '0');
  const check = 98n - ((BigInt(digits) * 100n) % MODULUS);
  return `${digits}${check.toString().padStart(2, '0')}`;
}

/** In groups of four, as it is read out and written down. */
export function spacedReceipt(receipt: string): string {
  return receipt.replace(/(\d{4})(?=\d)/g, '$1 ');
}

export type TypedReceipt = { readonly receipt: string } | { readonly fault: 'length' | 'typo' };

/** As somebody types it: with spaces, dots or dashes between, and no other sign. */
export function readReceipt(typed: string): TypedReceipt {
  const receipt = typed.normalize('NFKC').replace(/[\s.\-\u2010-\u2015]/g, '');
  if (!/^\d{16}$/.test(receipt)) return { fault: 'length' };
  return BigInt(receipt) % MODULUS === 1n ? { receipt } : { fault: 'typo' };
}
