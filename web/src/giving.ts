import { useMutation, useQueryClient } from '@tanstack/react-query';
import { settles, TOGETHER_VERDICTS } from '../../src/domain/verdict.js';
import { api, type FlagPage as Flag, type Verdict } from './api.js';
import type { DraftInHand } from './draft.js';
import { type Refused, type SameFlag, sameApi } from './same-api.js';

interface Given {
  readonly verdict: Verdict;
  readonly reason: string;
}

interface OnDesk {
  readonly flag: Flag;
  readonly draft: DraftInHand;
  /** What goes with it, if it is one of the verdicts that may be given together. */
  readonly ticked: readonly SameFlag[];
  /** What did not go with it; the page stays, to tell of it. */
  readonly onRefused: (refused: readonly Refused[]) => void;
  readonly onBlind: () => void;
  readonly onNext: (given: { wasSaved: boolean }) => void;
}

/** Whether others go with this verdict. */
export function isTogether(verdict: Verdict | null, ticked: readonly SameFlag[]): boolean {
  return ticked.length > 0 && TOGETHER_VERDICTS.some((one) => one === verdict);
}

/** The decision on the desk, alone or with others of the same post. */
export function useGiving({ flag, draft, ticked, onRefused, onBlind, onNext }: OnDesk) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (given: Given) => draft.give(() => giveOn(flag, { given, draft, ticked })),
    onSuccess: async ({ page, refused }) => {
      void queries.invalidateQueries({ queryKey: ['pending'] });
      void queries.invalidateQueries({ queryKey: ['adjudications'] });
      if (refused.length > 0) {
        onRefused(refused);
        await queries.invalidateQueries({ queryKey: ['flag', flag.id] });
      } else if (page?.calibration) queries.setQueryData(['flag', flag.id], page);
      else if (flag.hiddenReviews > 0) {
        // After a blind review the person who gave it reads the other one before going on.
        onBlind();
        if (page) queries.setQueryData(['flag', flag.id], page);
        else await queries.invalidateQueries({ queryKey: ['flag', flag.id] });
      } else onNext({ wasSaved: page !== undefined && page.pending === null });
    },
  });
}

interface Answer {
  /** Of a decision given alone. */
  readonly page?: Flag;
  readonly refused: readonly Refused[];
}

async function giveOn(
  flag: Flag,
  { given, draft, ticked }: { given: Given } & Pick<OnDesk, 'draft' | 'ticked'>,
): Promise<Answer> {
  const { asked } = draft.typed;
  const weighed = [...draft.typed.weighed];
  if (isTogether(given.verdict, ticked)) {
    const flags = [flag, ...ticked].map(({ id, version }) => ({ id, seenVersion: version }));
    const { refused } = await sameApi.dismiss(flag.id, { reason: given.reason, weighed, flags });
    return { refused };
  }
  const addressed = asked?.to && !settles(given.verdict) ? asked : null;
  const page = await api.decide(flag.id, { ...given, weighed, seenVersion: flag.version, asked: addressed });
  return { page, refused: [] };
}
