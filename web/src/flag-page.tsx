import { Loader } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { settles } from '../../src/domain/verdict.js';
import { FLAG, VERDICT } from '../../src/words/console/flag.js';
import { FRAME } from '../../src/words/console/frame.js';
import { ActPanel } from './act-panel.js';
import { api, type FlagPage as Flag, type Verdict } from './api.js';
import { BothReasons } from './both-reasons.js';
import { CameFromPanel } from './came-from-panel.js';
import { useClaim } from './claim.js';
import { useDraft } from './draft.js';
import { EvidencePanel } from './evidence-panel.js';
import { FailureNote } from './failure-note.js';
import { FlagHeader } from './flag-header.js';
import { GivenPanel } from './given-panel.js';
import { HandOverPanel } from './hand-over-panel.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { useUnread } from './notices-page.js';
import { ObservedPanel } from './observed-panel.js';
import { ProposalPanel } from './proposal-panel.js';
import { QuestionPanel } from './question-panel.js';
import { filtersOf } from './queue-filter-bar.js';
import { RemarksPanel } from './remarks-panel.js';
import { useMe } from './session.js';
import { BlindReviewGiven, VerdictPanel } from './verdict-panel.js';

export function FlagPage() {
  const { id = '' } = useParams();
  const { say } = useWords();
  const flag = useQuery({ queryKey: ['flag', id], queryFn: () => api.flag(id) });
  const [blindId, setBlindId] = useState<string>();
  if (flag.isError) {
    return (
      <div className="page">
        <h1>{say(FLAG.title)}</h1>
        <FailureNote error={flag.error} onRetry={() => flag.refetch()} />
      </div>
    );
  }
  if (flag.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  // What is given has no draft in hand; undone, it has a new one.
  const key = `${id} ${flag.data.pending ? 'given' : 'open'}`;
  return <Desk key={key} flag={flag.data} wasBlind={blindId === id} onBlind={() => setBlindId(id)} />;
}

/** One flag on the desk: what was done, what a rule proposes, what speaks against, and the decision. */
function Desk({ flag, wasBlind, onBlind }: { flag: Flag; wasBlind: boolean; onBlind: () => void }) {
  const { say } = useWords();
  const claim = useClaim(flag);
  const draft = useDraft(flag);
  const goNext = useGoNext(flag);
  const queries = useQueryClient();
  const wasSaved = (useLocation().state as { wasSaved?: boolean } | null)?.wasSaved === true;
  const decide = useMutation({
    mutationFn: (given: { verdict: Verdict; reason: string }) => {
      const { asked } = draft.typed;
      const addressed = asked?.to && !settles(given.verdict) ? asked : null;
      const weighed = [...draft.typed.weighed];
      const body = { ...given, weighed, seenVersion: flag.version, asked: addressed };
      return draft.give(() => api.decide(flag.id, body));
    },
    onSuccess: (decided) => {
      void queries.invalidateQueries({ queryKey: ['pending'] });
      void queries.invalidateQueries({ queryKey: ['adjudications'] });
      // After a blind review the person who gave it reads the other one before going on.
      if (flag.hiddenReviews > 0) {
        onBlind();
        queries.setQueryData(['flag', flag.id], decided);
      } else goNext.mutate({ wasSaved: decided.pending === null });
    },
  });
  function reload(): void {
    decide.reset();
    claim.reset();
    void queries.invalidateQueries({ queryKey: ['flag', flag.id] });
  }
  const leave = useLeave(flag);
  useKeys({ Escape: leave });
  useReadNotices(flag.id);

  return (
    <div className="desk">
      <FlagHeader flag={flag} onBack={leave} />
      {wasSaved && <output className="notice">{say(VERDICT.saved)}</output>}
      <QuestionPanel flag={flag} />
      <div className="columns">
        <div className="column">
          <ActPanel flag={flag} />
          {flag.isMasked ? <BothReasons flag={flag} /> : <EvidencePanel flag={flag} />}
          {!flag.isMasked && <CameFromPanel flag={flag} />}
          <RemarksPanel flag={flag} />
          <ObservedPanel flag={flag} />
          <HandOverPanel flag={flag} />
        </div>
        <div className="column split">
          <ProposalPanel flag={flag} weighed={draft.typed.weighed} onWeigh={(weighed) => draft.type({ weighed })} />
          {flag.pending ? (
            <GivenPanel flag={flag} failure={goNext.error} onNext={() => goNext.mutate({ wasSaved: false })} />
          ) : wasBlind && flag.hiddenReviews === 0 ? (
            <BlindReviewGiven failure={goNext.error} onNext={() => goNext.mutate({ wasSaved: false })} />
          ) : (
            <VerdictPanel
              flag={flag}
              draft={draft}
              failure={decide.error ?? claim.error ?? goNext.error}
              isSaving={decide.isPending || goNext.isPending || decide.isSuccess}
              onDecide={(given) => decide.mutate(given)}
              onReload={reload}
              onNext={() => goNext.mutate({ wasSaved: false })}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** What one was told of this flag is read with it. */
function useReadNotices(flagId: string): void {
  const queries = useQueryClient();
  const unread = useUnread();
  const read = useMutation({
    mutationFn: () => api.readNotices({ flagId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices'] }),
  });
  const hasUnread = unread > 0;
  useEffect(() => {
    if (hasUnread) read.mutate();
  }, [hasUnread, read.mutate]);
}

/** To the list that one came from. */
function useLeave({ isMasked }: Flag): () => void {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const back = (useLocation().state as { back?: string } | null)?.back;
  return () => navigate(back ?? (isMasked ? '/adjudicate' : { pathname: '/', search: search.toString() }));
}

function useGoNext(flag: Flag) {
  const navigate = useNavigate();
  const me = useMe();
  const [search] = useSearchParams();
  return useMutation({
    mutationFn: async (_given: { wasSaved: boolean }) =>
      flag.isMasked ? { id: null } : api.next(filtersOf(search, me), flag.id),
    onSuccess: ({ id }, { wasSaved }) => {
      if (flag.isMasked) navigate('/adjudicate');
      else if (id === null) navigate({ pathname: '/', search: search.toString() }, { state: { noneLeft: true } });
      else navigate({ pathname: `/flags/${id}`, search: search.toString() }, { state: { wasSaved } });
    },
  });
}
