import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { FlagPage } from './api.js';
import { DraftSaver, type DraftView } from './draft-saver.js';
import { useMe } from './session.js';
import { unsavedDraft } from './unsaved-drafts.js';

export type DraftInHand = Pick<DraftSaver, 'type' | 'give'> & DraftView;

/** What this person types on this flag, kept on the server as they type. */
export function useDraft({ id: flagId, reviews }: FlagPage): DraftInHand {
  const { username } = useMe();
  const queries = useQueryClient();
  const [, redraw] = useState(0);
  const ref = useRef<DraftSaver>(null);
  ref.current ??= new DraftSaver({
    flagId,
    ownReviews: reviews.filter((review) => review.isMine).length,
    unsaved: unsavedDraft(username, flagId),
    onChange: () => redraw((n) => n + 1),
    onLoggedOut: () => void queries.resetQueries({ queryKey: ['me'] }),
  });
  const saver = ref.current;
  useEffect(() => watchPage(saver), [saver]);
  return { ...saver.view, type: saver.type, give: saver.give };
}

/** Leaving sends what waits; coming back reads what was typed elsewhere. */
function watchPage(saver: DraftSaver): () => void {
  const look = () => void saver.look();
  const leave = () => document.visibilityState === 'hidden' && saver.flush();
  // The browser asks before it closes a page with words that are nowhere else.
  const warn = (event: Event) => saver.view.saving === 'failed' && event.preventDefault();
  look();
  window.addEventListener('focus', look);
  window.addEventListener('pagehide', saver.flush);
  window.addEventListener('beforeunload', warn);
  document.addEventListener('visibilitychange', leave);
  return () => {
    window.removeEventListener('focus', look);
    window.removeEventListener('pagehide', saver.flush);
    window.removeEventListener('beforeunload', warn);
    document.removeEventListener('visibilitychange', leave);
    saver.stop();
  };
}
