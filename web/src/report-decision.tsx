import { Button, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { isTrueOutcome, REPORT_OUTCOMES, type ReportOutcome } from '../../src/domain/report.js';
import { REPORTS } from '../../src/words/console/reports.js';
import { REPORT_OUTCOME_TERMS } from '../../src/words/reports/terms.js';
import { capital, type Message } from '../../src/words/say.js';
import { ActPictures } from './act-pictures.js';
import { RefusalNote } from './failure-note.js';
import { KindChoice } from './kind-choice.js';
import { useWords } from './language.js';
import { fromFieldTime, toFieldTime } from './local-time.js';
import { OpinionPanel } from './opinion-panel.js';
import { ReadPictures } from './read-pictures.js';
import { type ReportPage as Report, reportApi } from './report-api.js';
import { TakeRead } from './take-read.js';

/** What the evidence shows, what rules say of that, and the outcome: the person decides. */
export function ReportDecision({ report, onDecided }: { report: Report; onDecided: (report: Report) => void }) {
  const { say } = useWords();
  const { act, account } = report;
  const [kind, setKind] = useState(act.kind);
  const [words, setWords] = useState(act.words ?? '');
  const [at, setAt] = useState(toFieldTime(new Date(act.seenAt ?? report.broughtAt), report.zone));
  const [outcome, setOutcome] = useState<ReportOutcome>();
  const [reason, setReason] = useState('');
  const actedAt = fromFieldTime(at, report.zone);
  const [pictures, setPictures] = useState<readonly string[]>([]);
  const checked = kind && actedAt ? { kind, words, actedAt, pictures: [...pictures] } : undefined;
  const decide = useMutation({
    mutationFn: (given: { outcome: ReportOutcome }) =>
      reportApi.decide(report.id, { ...given, reason, checked, seenVersion: report.version }),
    onSuccess: onDecided,
  });
  const missing = whatIsMissing({ outcome, reason, isTied: account !== null, isChecked: checked !== undefined });
  const asked =
    account && checked ? { accountId: account.id, reportId: report.id, checked, ...linkOf(report) } : undefined;
  return (
    <>
      <section className="panel" aria-label={say(REPORTS.checked)}>
        <h2>{say(REPORTS.checked)}</h2>
        <KindChoice value={kind} onChoose={setKind} />
        <Textarea
          label={say(REPORTS.words)}
          autosize
          minRows={2}
          maxRows={8}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
        <TakeRead report={report} words={words} onTake={setWords} />
        <ReadPictures report={report} onRead={(text) => setWords(words.trim() === '' ? text : `${words}\n${text}`)} />
        <ActPictures report={report} chosen={pictures} onChoose={setPictures} />
        <TextInput
          type="datetime-local"
          label={say(REPORTS.actedAt, { zone: report.zone.label })}
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
      </section>
      <OpinionPanel asked={asked} />
      <section className="panel" aria-label={say(REPORTS.decide)}>
        <h2>{say(REPORTS.decide)}</h2>
        <Outcomes value={outcome} onChoose={setOutcome} />
        <Textarea
          label={say(REPORTS.reason)}
          description={say(REPORTS.reasonHint)}
          autosize
          minRows={2}
          maxRows={8}
          maxLength={4000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {decide.error && <RefusalNote error={decide.error} />}
        <div className="submit">
          <span className="to-do">{missing && say(missing)}</span>
          <Button
            disabled={missing !== undefined}
            loading={decide.isPending}
            onClick={() => outcome && decide.mutate({ outcome })}
          >
            {say(REPORTS.give)}
          </Button>
        </div>
      </section>
    </>
  );
}

function linkOf({ act, channel }: Report) {
  return { link: act.link?.canonical || undefined, channel };
}

function whatIsMissing(given: {
  outcome: ReportOutcome | undefined;
  reason: string;
  isTied: boolean;
  isChecked: boolean;
}): Message | undefined {
  const { outcome, reason, isTied, isChecked } = given;
  if (!outcome || reason.trim() === '') return REPORTS.needsOutcome;
  if (!isTrueOutcome(outcome)) return undefined;
  if (!isTied) return REPORTS.needsAccount;
  return isChecked ? undefined : REPORTS.needsKind;
}

function Outcomes({
  value,
  onChoose,
}: {
  value: ReportOutcome | undefined;
  onChoose: (outcome: ReportOutcome) => void;
}) {
  const { say, nameOf } = useWords();
  return (
    <fieldset className="choices outcomes" aria-label={say(REPORTS.decide)}>
      {REPORT_OUTCOMES.map((outcome) => (
        <button
          key={outcome}
          type="button"
          className="choice"
          aria-pressed={value === outcome}
          onClick={() => onChoose(outcome)}
        >
          {capital(nameOf(REPORT_OUTCOME_TERMS, outcome))}
        </button>
      ))}
    </fieldset>
  );
}
