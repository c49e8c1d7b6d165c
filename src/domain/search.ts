import { isDay } from './days.js';

/** One spelling for comparing what people type with names that stand in lists. */
function plain(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

/** What a name is found by: each word in one spelling. */
export function wordsOfName(name: string): string[] {
  return [...new Set(plain(name).split(/[^\p{L}\p{N}]+/u))].filter(Boolean);
}

/** Whether every word that is typed begins a word of the name; of nothing typed, no. */
export function isNamedBy(name: string, query: string): boolean {
  const words = wordsOfName(name);
  const asked = wordsOfName(query);
  return asked.length > 0 && asked.every((start) => words.some((word) => word.startsWith(start)));
}

/** A day as people write one: `2026-11-20`, `20-11-2026`, `20/11/2026`. */
export function dayIn(query: string): string | undefined {
  const [, iso] = /^\s*(\d{4}-\d{2}-\d{2})\s*$/.exec(query) ?? [];
  const [, d = '', m = '', y] = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/.exec(query) ?? [];
  const day = iso ?? (y && `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`);
  return day && isDay(day) ? day : undefined;
}

/** Where people are looked for. */
export interface PeopleReach {
  /** All of these offices alone; without it, of any. */
  readonly officeCodes?: readonly string[] | undefined;
  /** Offices all of whose accounts fit as well. */
  readonly anyOf?: readonly string[] | undefined;
  readonly limit: number;
}
