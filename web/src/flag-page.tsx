import { Loader } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { FLAG, VERDICT } from '../../src/words/console/flag.js';
import { FRAME } from '../../src/words/console/frame.js';
import { ActPanel } from './act-panel.js';
import { api, type FlagPage as Flag } from './api.js';
import { BothReasons } from './both-reasons.js';
import { CalibrationPanel } from './calibration-panel.js';
import { CameFromPanel } from './came-from-panel.js';
import { useClaim } from './claim.js';
import { useDraft } from './draft.js';
import { EvidencePanel } from './evidence-panel.js';
import { FailedPage } from './failed-page.js';
import { FlagHeader } from './flag-header.js';
import { GivenPanel } from './given-panel.js';
import { useGiving } from './giving.js';
import { GoldenPanel } from './golden-panel.js';
import { HandOverPanel } from './hand-over-panel.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { useUnread } from './notices-page.js';
import { ObservedPanel } from './observed-panel.js';
import { ProposalPanel } from './proposal-panel.js';
import { QuestionPanel } from './question-panel.js';
import { filtersOf } from './queue-filters.js';
import { RemarksPanel } from './remarks-panel.js';
import type { Refused } from './same-api.js';
import { useSame } from './same-in-hand.js';
import { SamePanel } from './same-panel.js';
import { useMe } from './session.js';
import { BlindReviewGiven, VerdictPanel } from './verdict-panel.js';

export function FlagPage() {
  const { id = '' } = useParams();
  const { say } = useWords();
  const flag = useQuery({ queryKey: ['flag', id], queryFn: () => api.flag(id) });
  const [blindId, setBlindId] = useState<string>();
  const [refused, setRefused] = useState<{ readonly of: string; readonly those: readonly Refused[] }>();
  if (flag.isError) return <FailedPage title={FLAG.title} error={flag.error} onRetry={() => flag.refetch()} />;
  if (flag.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  // What is given has no draft in hand; undone, it has a new one.
  const key = `${id} ${flag.data.pending ? 'given' : 'open'}`;
  return (
    <Desk
      key={key}
      flag={flag.data}
      wasBlind={blindId === id}
      onBlind={() => setBlindId(id)}
      refused={refused?.of === id ? refused.those : []}
      onRefused={(those) => setRefused({ of: id, those })}
    />
  );
}

interface OnDesk {
  readonly flag: Flag;
  readonly wasBlind: boolean;
  readonly onBlind: () => void;
  /** Of the decision given last: what did not go with it. */
  readonly refused: readonly Refused[];
  readonly onRefused: (refused: readonly Refused[]) => void;
}

/** One flag on the desk: what was done, what a rule proposes, what speaks against, and the decision. */
function Desk({ flag, wasBlind, onBlind, refused, onRefused }: OnDesk) {
  const { say } = useWords();
  const claim = useClaim(flag);
  const draft = useDraft(flag);
  const goNext = useGoNext(flag);
  const queries = useQueryClient();
  const wasSaved = (useLocation().state as { wasSaved?: boolean } | null)?.wasSaved === true;
  const same = useSame(flag);
  const decide = useGiving({ flag, draft, ticked: same.ticked, onRefused, onBlind, onNext: goNext.mutate });
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
          {!flag.isMasked && <SamePanel flag={flag} same={same} refused={refused} />}
          <RemarksPanel flag={flag} />
          <ObservedPanel flag={flag} />
          <HandOverPanel flag={flag} />
          <GoldenPanel flag={flag} />
        </div>
        <div className="column split">
          <ProposalPanel flag={flag} weighed={draft.typed.weighed} onWeigh={(weighed) => draft.type({ weighed })} />
          {flag.calibration ? (
            <CalibrationPanel
              told={flag.calibration}
              failure={goNext.error}
              onNext={() => goNext.mutate({ wasSaved: false })}
            />
          ) : flag.pending ? (
            <GivenPanel flag={flag} failure={goNext.error} onNext={() => goNext.mutate({ wasSaved: false })} />
          ) : wasBlind && flag.hiddenReviews === 0 ? (
            <BlindReviewGiven failure={goNext.error} onNext={() => goNext.mutate({ wasSaved: false })} />
          ) : (
            <VerdictPanel
              flag={flag}
              draft={draft}
              ticked={same.ticked}
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
