import type { Account } from './account.js';
import { normaliseHandle, type Platform } from './platform.js';

/** How a report names an account, surest first. A name is many people's: it is a question for a person. */
export const NAMINGS = ['platform_id', 'handle', 'former_handle', 'name'] as const;
export type Naming = (typeof NAMINGS)[number];

/** What is said of whose account it is. */
export interface SaidOfAccount {
  readonly platform?: Platform | undefined;
  /** Handles and platform ids, from the link and as typed. */
  readonly handles: readonly string[];
  readonly name?: string | undefined;
}

export function namingOf(account: Account, { platform, handles, name }: SaidOfAccount): Naming | undefined {
  const isThere = platform === undefined || platform === account.platform;
  const keys = handles.map(normaliseHandle);
  if (isThere && account.externalId !== undefined && handles.includes(account.externalId)) return 'platform_id';
  if (isThere && keys.includes(normaliseHandle(account.handle))) return 'handle';
  if (isThere && account.formerHandles.some((former) => keys.includes(normaliseHandle(former)))) return 'former_handle';
  return name !== undefined && isNamesake(account.name, name) ? 'name' : undefined;
}

/** Every word of the shorter name, in whatever order: titles and patronymics come and go. */
function isNamesake(registered: string, said: string): boolean {
  const [one, other] = [wordsOf(registered), wordsOf(said)];
  const [few, many] = one.length < other.length ? [one, other] : [other, one];
  return few.length > 0 && few.every((word) => many.includes(word));
}

/** Long enough to tell a person: initials and titles do not. */
const MIN_WORD = 3;
const TITLES = new Set(['bapak', 'bpk', 'ibu', 'pak', 'drs', 'dra', 'prof', 'haji', 'hajah']);

export function wordsOf(name: string): string[] {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= MIN_WORD && !TITLES.has(word));
}
