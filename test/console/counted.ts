import type { CountedAct } from '../../src/domain/rule-counts.js';
import type { Storage } from '../../src/storage/storage.js';
import { NOW } from './sample.js';

export const SHADOW_RULE = 'pose-near-ticket';
export const NOTE_RULE = 'pose-alone';

/** Days of the sample clock: today, within 30 days, the first day of the 30 before, and long before. */
const TODAY = '2026-11-20';
const RECENT = '2026-10-22';
const BEFORE = '2026-09-22';
const LONG_AGO = '2026-08-01';

/**
 * A shadow rule that met 40 accounts of late (44 acts, 5 of them marked anyway) and 10 in the 30 days before; a note
 * given on 6 acts of late (2 of them marked) and 3 before.
 */
export async function countRules({ ruleCounts }: Pick<Storage, 'ruleCounts'>): Promise<void> {
  const shadow = (n: number, day: string): CountedAct => aCount({ as: 'shadow', rule: SHADOW_RULE, n, day });
  const note = (n: number, day: string): CountedAct => aCount({ as: 'note', rule: NOTE_RULE, n, day });
  const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
  await ruleCounts.saveCountsOnce(
    [
      ...range(0, 40).map((n) => ({ ...shadow(n, n % 2 === 0 ? TODAY : RECENT), isMarked: n < 5 })),
      ...range(40, 44).map((n) => ({ ...shadow(n, RECENT), accountId: 'akun-hitung-1' })),
      ...range(50, 60).map((n) => shadow(n, BEFORE)),
      ...range(0, 6).map((n) => ({ ...note(n, n % 2 === 0 ? TODAY : RECENT), isMarked: n < 2 })),
      ...range(6, 9).map((n) => note(n, LONG_AGO)),
    ],
    NOW,
  );
}

function aCount({ n, ...given }: Pick<CountedAct, 'as' | 'rule' | 'day'> & { n: number }): CountedAct {
  return {
    ...given,
    ...{ title: 'Aturan contoh', activityId: `tindakan-hitung-${n}`, accountId: `akun-hitung-${n}` },
    ...{ officeCode: 'SBY', isMarked: false },
  };
}
