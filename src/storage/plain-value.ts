/** Refuses anything but text at run time: an object in a filter would reach MongoDB as an operator. */
export function asText(value: string): string {
  if (typeof value !== 'string') throw new TypeError('Expected text as a query value');
  return value;
}

export function asTexts(values: readonly string[]): string[] {
  return values.map(asText);
}

/** Freezes a plain value to its leaves, so that what leaves storage is never changed by a caller. Dates stay as they are. */
export function frozen<T>(value: T): T {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}

/** The same object without the keys that hold `undefined`, which MongoDB would keep as null. */
export function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}
