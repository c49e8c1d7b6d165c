import { wellFormedText } from '../../domain/well-formed.js';

/** What stands somewhere in an object of another program; every step may be missing or of another kind. */
export function valueAt(value: unknown, path: string): unknown {
  let here = value;
  for (const name of path.split('.')) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, name)) return undefined;
    here = (here as Record<string, unknown>)[name];
  }
  return here;
}

/** A text that says something. */
export function textAt(value: unknown, path: string): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
}

/** The first of these that is there. */
export function firstText(value: unknown, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const found = textAt(value, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A number that names something: digits, as text or as a whole number that lost nothing. Half a character names nothing. */
export function idAt(value: unknown, path: string): string | undefined {
  const found = valueAt(value, path);
  if (typeof found === 'number') return Number.isSafeInteger(found) && found > 0 ? String(found) : undefined;
  const names = typeof found === 'string' && found !== '' && found !== '0' && found === wellFormedText(found);
  return names ? found : undefined;
}

export function listAt(value: unknown, path: string): readonly unknown[] {
  const found = valueAt(value, path);
  return Array.isArray(found) ? found : [];
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every different number that stands at one of these: two are two people, and nobody knows which of them wrote. */
export function idsAt(value: unknown, paths: readonly string[]): readonly string[] {
  return [...new Set(paths.flatMap((path) => idAt(value, path) ?? []))];
}

/** What is written on pictures, as an act keeps it; nothing where there is no word. */
export function mediaOf(texts: readonly string[]): { text: string }[] | undefined {
  const written = texts.filter((text) => text.trim() !== '');
  return written.length > 0 ? written.map((text) => ({ text })) : undefined;
}
