import type { Office } from './account.js';

/** The office and those above it, nearest first. A ring in the tree ends where it meets itself. */
export function upwardsFrom(code: string, offices: readonly Pick<Office, 'code' | 'parentCode'>[]): string[] {
  const parents = new Map(offices.map((office) => [office.code, office.parentCode]));
  const line = new Set([code]);
  for (let up = parents.get(code); up !== undefined && !line.has(up); up = parents.get(up)) line.add(up);
  return [...line];
}
