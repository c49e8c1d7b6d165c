import type { Units } from '../../text/units.js';
import type { Sight } from './ticket-hit.js';

/** Names this near are said in one breath, whoever else bears one of them. */
const TOGETHER = 3;
/** Both names of a ticket in one act, each with something said of it. */
const IN_ONE_ACT = 40;
const CHANTED = 3;
const POINTED_REACH = 12;
/** "Dua, dua, dua" is a chant, "satu pura, satu lumbung" a list. */
const SAID_AGAIN = 2;
const POINTING: ReadonlySet<string> = new Set(['number', 'finger', 'position']);

/** Tickets that several weak signs of an act name together: each is the other's company. */
export function namedTogether(units: Units, weak: readonly Sight[]): Set<number> {
  const sorted = [...weak].sort((a, b) => a.first - b.first);
  const named = new Set<number>();
  coupled(units, sorted, named);
  pointedAt(units, sorted, named);
  return named;
}

interface Said {
  readonly word: number;
  readonly at: number;
}

/** Two different names of one ticket: "Budi … Siti". */
function coupled(units: Units, sorted: readonly Sight[], named: Set<number>): void {
  const before = new Map<number, Said>();
  for (const { kind, needs, first, candidates } of sorted) {
    if (kind !== 'alias' || needs === 'honorific') continue;
    const [word, at] = [units.words[first]!.id, units.position[first]!];
    for (const c of candidates) {
      const last = before.get(c);
      const reach = candidates.length > 1 ? TOGETHER : IN_ONE_ACT;
      if (last !== undefined && last.word !== word && at - last.at <= reach) named.add(c);
      before.set(c, { word, at });
    }
  }
}

/** A slogan or a by-name in capitals and a finger or number of the same ticket, a number said three times: no chance. */
function pointedAt(units: Units, sorted: readonly Sight[], named: Set<number>): void {
  for (const [i, sight] of sorted.entries()) {
    if (!POINTING.has(sight.kind)) continue;
    const around = sorted.slice(Math.max(0, i - 3), i + 4);
    const near = around.filter(
      (other) => distance(units, sight, other) <= POINTED_REACH && other.first !== sight.first,
    );
    for (const c of sight.candidates) {
      const same = near.filter(({ candidates }) => candidates.includes(c));
      const again = same.filter((other) => other.kind === 'number' && distance(units, sight, other) <= SAID_AGAIN);
      if (again.length >= CHANTED - 1 || same.some((other) => isPointedAt(sight, other))) named.add(c);
    }
  }
}

function distance(units: Units, one: Sight, other: Sight): number {
  return Math.abs(units.position[one.first]! - units.position[other.first]!);
}

/** One word of a slogan is everybody's: only raised fingers make it one. */
function isPointedAt(sight: Sight, { kind, needs }: Sight): boolean {
  if (sight.needs === 'chant' || POINTING.has(kind)) return false;
  if (needs === 'pointed') return sight.kind === 'finger';
  return needs !== 'ticket' && needs !== 'honorific' && needs !== 'colour';
}
