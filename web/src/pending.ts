import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { api } from './api.js';

/** While a decision is about to count: the server says when it does. */
const LOOK_EVERY_MS = 1_000;

/** What one has decided and can still undo, in whatever tab or before whatever reload; and what could not count. */
export function usePending() {
  return useQuery({
    queryKey: ['pending'],
    queryFn: api.pending,
    refetchInterval: (query) => (query.state.data?.pending.length ? LOOK_EVERY_MS : false),
    refetchOnWindowFocus: true,
  });
}

/** How many were given in one go with this one, itself among them: they are undone as one. */
export function countTogether(
  data: ReturnType<typeof usePending>['data'],
  { together }: { readonly together: string | null },
): number {
  return together === null ? 1 : (data?.pending.filter((one) => one.together === together).length ?? 1);
}

/** Calls once the decision on this flag waits no more, whoever let it count. A view is logged, so the flag is not read till then. */
export function useWhenSettled(flagId: string, onSettled: () => void): void {
  const { data, isFetchedAfterMount } = usePending();
  const waits = !isFetchedAfterMount || data?.pending.some(({ id }) => id === flagId) !== false;
  const current = useRef(onSettled);
  current.current = onSettled;
  useEffect(() => {
    if (!waits) current.current();
  }, [waits]);
}

/** Back on the flag, with what was given as the draft. */
export function useUndo() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return useMutation({
    mutationFn: (id: string) => api.undo(id),
    async onSuccess(_nothing, id) {
      await queries.refetchQueries({ queryKey: ['flag', id], type: 'all' });
      navigate({ pathname: `/flags/${id}`, search: search.toString() });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['pending'] }),
  });
}

/** Whole seconds from what the server said last, counted down meanwhile. */
export function useSecondsLeft(msLeft: number): number {
  const [passed, setPassed] = useState({ of: msLeft, ms: 0 });
  useEffect(() => {
    const start = Date.now();
    setPassed({ of: msLeft, ms: 0 });
    const timer = setInterval(() => setPassed({ of: msLeft, ms: Date.now() - start }), 250);
    return () => clearInterval(timer);
  }, [msLeft]);
  const ms = passed.of === msLeft ? passed.ms : 0;
  return Math.max(0, Math.ceil((msLeft - ms) / 1_000));
}
