import { DAY_MS } from '../../domain/days.js';
import type { Progress } from './cursor.js';
import { type Listed, readMarks } from './listed-record.js';
import { instantOfTid, tidOf } from './tid.js';

/** A part of a list that a visit reads: from a page, or from the top, down to `until`. */
export interface Stretch {
  readonly page: string | undefined;
  /** Records from this key upwards are dealt with; only the first page can hold some. */
  readonly below: string | undefined;
  readonly until: string | undefined;
  isFresh(listed: Listed): boolean;
  /** All of a page is dealt with, and the list goes on at `next`. */
  onPage(page: readonly Listed[], next: string): Progress;
  /** The visit stops on this page; `last` is the key of the last record dealt with on it. */
  onCut(
    page: readonly Listed[],
    at: { readonly page: string | undefined; readonly last: string | undefined },
  ): Progress;
  onEnd(page: readonly Listed[]): Progress;
}

/** How far clocks of two devices of one person are taken to differ; and the size of the cursor. */
const WINDOW_MS = DAY_MS;
const MAX_MARKS = 500;

/** What is new since the last visit, and down to the window of keys that may still come late. */
export function newestStretch(before: Progress): Stretch {
  const known = readMarks(before.marks);
  const listed: Listed[] = [];
  const { floor } = before;
  // When this stretch is cut short, what remains reaches down to the end of the older gap.
  const leaves = before.gap ? before.gap.until : floor;

  function broken(gap: Progress['gap']): Progress {
    const newest = newestOf(before, listed);
    const odd = listed.filter(({ madeAt }) => madeAt === undefined);
    return { ...before, newest, floor: newest ?? floor, marks: joinMarks(odd.slice(0, MAX_MARKS)), gap };
  }

  return {
    page: undefined,
    below: undefined,
    until: floor,
    isFresh: ({ madeAt, key, mark }) => !isBelow(madeAt && key, floor) && !(mark !== undefined && known.has(mark)),
    onPage(page, next) {
      listed.push(...page);
      return broken({ page: next, until: leaves });
    },
    onCut(page, at) {
      if (at.page === undefined && at.last === undefined) return before;
      listed.push(...page);
      return broken({ page: at.page, below: at.last, until: leaves });
    },
    onEnd(page) {
      listed.push(...page);
      return { ...before, ...windowOf(newestOf(before, listed), floor, listed) };
    },
  };
}

/** What an earlier visit did not get to. */
export function gapStretch(before: Progress, gap: NonNullable<Progress['gap']>): Stretch {
  const { page: firstPage, below, until } = gap;
  return {
    page: firstPage,
    below,
    until,
    isFresh: ({ madeAt, key }) => !isBelow(madeAt && key, until) && (below === undefined || isBelow(key, below, false)),
    onPage: (_page, next) => ({ ...before, gap: { page: next, until } }),
    onCut: (_page, { page, last }) => {
      const from = last ?? (page === firstPage ? below : undefined);
      return { ...before, gap: { page, below: from, until } };
    },
    onEnd: () => ({ ...before, gap: undefined }),
  };
}

function isBelow(key: string | undefined, bound: string | undefined, orEqual = true): boolean {
  return key !== undefined && bound !== undefined && (key < bound || (orEqual && key === bound));
}

function newestOf(before: Progress, listed: readonly Listed[]): string | undefined {
  // The end of its millisecond, not the key itself: an account's id and a key are the address of an act.
  const keys = listed.flatMap(({ madeAt }) => (madeAt ? [tidOf(new Date(madeAt.getTime() + 1))] : []));
  return [...(before.newest === undefined ? [] : [before.newest]), ...keys].sort().at(-1);
}

/** The last day before the newest key, or less where so much was written that it would fill the cursor. */
function windowOf(newest: string | undefined, floor: string | undefined, listed: readonly Listed[]) {
  const dayBefore = newest && tidOf(new Date(instantOfTid(newest)!.getTime() - WINDOW_MS));
  const low = [floor, dayBefore]
    .filter((key) => key !== undefined && key !== '')
    .sort()
    .at(-1);
  const inside = listed.filter(({ madeAt, key }) => !isBelow(madeAt && key, low));
  const cutAt = inside.slice(MAX_MARKS).find(({ madeAt }) => madeAt !== undefined)?.madeAt;
  return {
    newest,
    floor: cutAt ? tidOf(new Date(cutAt.getTime() + 1)) : low,
    marks: joinMarks(inside.slice(0, MAX_MARKS)),
  };
}

function joinMarks(listed: readonly Listed[]): string {
  return listed.flatMap(({ mark }) => mark ?? []).join('');
}
