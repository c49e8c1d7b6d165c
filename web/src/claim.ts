import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ApiFailure, api, type FlagPage as Flag } from './api.js';
import { ownName } from './own-name.js';

/** Far more often than a claim runs out, far less often than anybody types. */
const RENEW_EVERY_MS = 60_000;
const WORK = ['keydown', 'pointerdown', 'wheel', 'focus'] as const;

/**
 * Opening a flag takes it, so that two people do not do the same work; working on it keeps it; leaving it undecided,
 * or closing its last page, gives it back.
 */
export function useClaim(flag: Flag) {
  const queries = useQueryClient();
  const page = useRef<string>(null);
  page.current ??= ownName();
  const tab = page.current;
  const { id } = flag;
  const key = ['flag', id];
  // Whoever comes to answer leaves the flag to whoever asked.
  const isAsked = useRef(flag.question?.isForMe === true);
  const canTake = flag.canDecide && flag.state === 'open' && !isAsked.current;
  const isMine = flag.claim?.isMine === true;
  const claim = useMutation({
    mutationFn: () => api.claim(id, tab),
    onMutate: () => queries.getQueryState(key)?.dataUpdateCount,
    onSuccess: (claimed, _tab, before) => {
      // What the page learned meanwhile, of a remark or whose work it is, this answer may not know yet.
      const isBehind = queries.getQueryState(key)?.dataUpdateCount !== before;
      queries.setQueryData<Flag>(key, (seen) => {
        return seen && isBehind ? { ...seen, claim: claimed.claim, canDecide: claimed.canDecide } : claimed;
      });
    },
  });
  const renew = useMutation({
    mutationFn: () => api.renew(id, tab),
    onSuccess: ({ until }) =>
      queries.setQueryData<Flag>(key, (seen) => (seen?.claim ? { ...seen, claim: { ...seen.claim, until } } : seen)),
    // Somebody else was free to take it: the page says who. Without an answer, the next key tries again.
    onError: (error) =>
      error instanceof ApiFailure && error.status === 409 && queries.invalidateQueries({ queryKey: key }),
  });
  const take = isMine ? renew.mutate : claim.mutate;
  const current = useRef(take);
  current.current = take;
  useEffect(() => {
    if (!canTake) return;
    current.current();
    const stop = watchWork(
      () => current.current(),
      () => api.leave(id, tab),
    );
    return () => {
      stop();
      api.release(id, tab);
    };
  }, [canTake, id, tab]);
  return claim;
}

/** A page that comes back from the browser's memory had said that it was closed. */
function watchWork(onWork: () => void, onClose: () => void): () => void {
  let renewedAt = Date.now();
  const work = () => {
    if (Date.now() - renewedAt < RENEW_EVERY_MS) return;
    renewedAt = Date.now();
    onWork();
  };
  const back = (event: PageTransitionEvent) => event.persisted && onWork();
  for (const name of WORK) window.addEventListener(name, work, { capture: true, passive: true });
  window.addEventListener('pagehide', onClose);
  window.addEventListener('pageshow', back);
  return () => {
    for (const name of WORK) window.removeEventListener(name, work, { capture: true });
    window.removeEventListener('pagehide', onClose);
    window.removeEventListener('pageshow', back);
  };
}
