import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FlagPage as Flag } from './api.js';
import { type SameFlag, sameApi } from './same-api.js';

/** Flags of the same post as the one on the desk, and which of them go with its decision. */
export interface SameInHand {
  readonly family: ReturnType<typeof useFamily>['data'];
  readonly list: ReturnType<typeof useSameList>;
  readonly isComparing: boolean;
  compare(): void;
  /** Of the list, in its order. */
  readonly ticked: readonly SameFlag[];
  tick(ids: readonly string[]): void;
}

export function useSame(flag: Flag): SameInHand {
  const family = useFamily(flag);
  const [isComparing, setComparing] = useState(false);
  const list = useSameList(flag, isComparing);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const items = list.data?.items ?? [];
  const offered = items.filter((item) => item.isOffered).map(({ id }) => id);
  const isRead = list.isSuccess;
  // What differs, or is in other hands, is ticked by a person or not at all.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list is there
  useEffect(() => setTicked(new Set(offered)), [isRead]);
  return {
    family: family.data,
    list,
    isComparing,
    compare: () => setComparing(true),
    ticked: isComparing ? items.filter(({ id }) => ticked.has(id)) : [],
    tick: (ids) => setTicked(new Set(ids)),
  };
}

function useFamily({ id, isMasked }: Flag) {
  return useQuery({ queryKey: ['family', id], queryFn: () => sameApi.family(id), enabled: !isMasked });
}

/** Read when it is asked for: each of them is a flag looked at. */
function useSameList({ id }: Flag, isComparing: boolean) {
  return useQuery({ queryKey: ['same', id], queryFn: () => sameApi.list(id), enabled: isComparing, gcTime: 0 });
}
