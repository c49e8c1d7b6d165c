import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NATION, type RegionCode } from '../../domain/region.js';

let known: ReadonlySet<RegionCode> | undefined;

/**
 * Every code an election may name: the nation, 38 provinces, 514 regencies and cities. Read from the two tables of
 * `idn-area-data` themselves: its own reader loads a CSV library that costs `netra screen` 20 ms at every start.
 */
export function knownRegions(): ReadonlySet<RegionCode> {
  known ??= new Set([NATION, ...codesOf('provinces'), ...codesOf('regencies')]);
  return known;
}

function codesOf(area: 'provinces' | 'regencies'): RegionCode[] {
  const path = createRequire(import.meta.url).resolve(`idn-area-data/data/${area}.csv`);
  const [, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return rows.map((row) => row.slice(0, row.indexOf(',')));
}
