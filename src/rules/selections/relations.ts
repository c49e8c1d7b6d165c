import { z } from 'zod';
import { SIDES, type Side } from '../scene/occurrence.js';
import { type SelectionKey, selectionKey } from './selection-key.js';

const RELATION = /^(?:(\d{1,2}) words? of )?([a-z][a-z0-9_]*)$/;
const schema = z
  .string()
  .regex(RELATION, 'Hubungan tidak terbaca\ntulis seperti "6 words of ticket" atau nama seleksi saja');

/** Words of a relation without a number: right before or after means next to it, near means in the same breath. */
const DEFAULT_REACH: Record<Side, number> = { within: 8, before: 3, after: 3 };

const SAID: Record<Side, string> = {
  within: 'paling jauh',
  before: 'di depan, paling jauh',
  after: 'di belakang, paling jauh',
};

/** `within: 6 words of ticket`: where a selection wants to stand beside another. */
function relation(side: Side): SelectionKey<typeof schema> {
  return selectionKey({
    schema,
    says: 'where',
    holds: 'selections',
    compile(written, draft, { names }) {
      const { to, reach } = read(written);
      draft.relations.push({ side, to: names.indexOf(to), reach: reach ?? DEFAULT_REACH[side] });
    },
    describe(written) {
      const { to, reach } = read(written);
      return reach === undefined ? `dekat ${to}` : `${SAID[side]} ${reach} kata dari ${to}`;
    },
  });
}

export const within = relation('within');
export const before = relation('before');
export const after = relation('after');

/** The selection that a relation points to; `undefined` where the text cannot be read. */
export function referredIn(written: string): string | undefined {
  return RELATION.exec(written)?.[2];
}

type Placed = Readonly<Partial<Record<Side, string>>> & { readonly apart_from?: readonly string[] | undefined };

/** The selections that one stands near to, or apart from. */
export function referencesOf(selection: Placed): string[] {
  const near = SIDES.flatMap((side) => (selection[side] === undefined ? [] : (referredIn(selection[side]) ?? [])));
  return [...near, ...(selection.apart_from ?? [])];
}

function read(written: string): { to: string; reach: number | undefined } {
  const [, reach, to] = RELATION.exec(written)!;
  return { to: to!, reach: reach === undefined ? undefined : Number(reach) };
}
