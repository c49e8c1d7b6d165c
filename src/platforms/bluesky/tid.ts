const ALPHABET = '234567abcdefghijklmnopqrstuvwxyz';

/** Record keys sort by time: 53 bits of microseconds and 10 of a clock id, as 13 base-32 digits. */
export function tidOf(instant: Date, clockId = 0): string {
  let value = ((BigInt(instant.getTime()) * 1000n) << 10n) | BigInt(clockId & 1023);
  let tid = '';
  for (let i = 0; i < 13; i += 1) {
    tid = ALPHABET[Number(value & 31n)]! + tid;
    value >>= 5n;
  }
  return tid;
}

/** When a record key was made, or `undefined` for keys that are no time (`self`, made by hand). */
export function instantOfTid(tid: string): Date | undefined {
  if (!/^[234567abcdefghij][234567a-z]{12}$/.test(tid)) return undefined;
  let value = 0n;
  for (const digit of tid) value = (value << 5n) | BigInt(ALPHABET.indexOf(digit));
  return new Date(Number((value >> 10n) / 1000n));
}
