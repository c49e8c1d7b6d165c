import { Button, Textarea } from '@mantine/core';
import { useRef } from 'react';
import { Link } from 'react-router';
import { leftToWeigh, SETTLING_VERDICTS, settles, VERDICTS } from '../../src/domain/verdict.js';
import { ADJUDICATION } from '../../src/words/console/adjudication.js';
import { DECISIONS } from '../../src/words/console/decisions.js';
import { FLAG, VERDICT } from '../../src/words/console/flag.js';
import { QUESTION } from '../../src/words/console/question.js';
import { SAME } from '../../src/words/console/same.js';
import { capital } from '../../src/words/say.js';
import { VERDICT_MEANINGS, VERDICT_TERMS } from '../../src/words/terms.js';
import type { FlagPage as Flag, Verdict } from './api.js';
import { AskFields, lackingOf, useAskable } from './ask-fields.js';
import type { DraftInHand } from './draft.js';
import { DraftNote, UngivenReason } from './draft-note.js';
import { FailureNote } from './failure-note.js';
import { isTogether } from './giving.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import type { SameFlag } from './same-api.js';
import { TemplateChoices } from './template-choices.js';
import { formatClock } from './time.js';

interface Props {
  readonly flag: Flag;
  readonly draft: DraftInHand;
  /** Of the same post: they go with a verdict that may be given together. */
  readonly ticked: readonly SameFlag[];
  readonly failure: unknown;
  readonly isSaving: boolean;
  readonly onDecide: (given: { verdict: Verdict; reason: string }) => void;
  readonly onNext: () => void;
  readonly onReload: () => void;
}

/** The decision of a named person. No severity, no sanction; three choices that look alike. */
export function VerdictPanel({ flag, draft, ticked, failure, isSaving, onDecide, onNext, onReload }: Props) {
  const { say, nameOf } = useWords();
  const { verdict, reason, weighed } = draft.typed;
  const reasonField = useRef<HTMLTextAreaElement>(null);
  const firstChoice = useRef<HTMLButtonElement>(null);
  const choices = flag.isMasked ? SETTLING_VERDICTS : VERDICTS;
  const open = verdict === null ? 0 : leftToWeigh(flag.cleared, { verdict, weighed }).length;
  const missing: string[] = [];
  if (verdict === null) missing.push(say(VERDICT.toDoVerdict));
  if (open > 0) missing.push(say(VERDICT.toDoWeigh, { n: open }));
  const askable = useAskable(flag);
  const isAsking = verdict !== null && !settles(verdict);
  const lacking = lackingOf(draft.typed, askable);
  if (lacking) missing.push(say(lacking === 'person' ? QUESTION.choose : QUESTION.toDoDay));
  if (reason.trim() === '') missing.push(say(isAsking ? QUESTION.toDoText : VERDICT.toDoReason));

  function submit() {
    if (isSaving) return;
    if (verdict === null) firstChoice.current?.focus();
    else if (open > 0) document.querySelector<HTMLElement>('.against input:not(:checked)')?.focus();
    else if (lacking) document.querySelector<HTMLElement>(lacking === 'person' ? '.ask select' : '.ask input')?.focus();
    else if (reason.trim() === '') reasonField.current?.focus();
    else onDecide({ verdict, reason });
  }
  const choose = (choice: Verdict) => draft.type({ verdict: choice });
  const keys = {
    ...Object.fromEntries(choices.map((choice, i) => [i + 1, () => choose(choice)])),
    r: () => reasonField.current?.focus(),
    'Ctrl+Enter': submit,
  };
  useKeys(flag.canDecide ? keys : {});
  if (!flag.canDecide) return <Closed flag={flag} draft={draft} failure={failure} onNext={onNext} />;
  return (
    <section className="panel verdict" aria-label={say(VERDICT.title)}>
      <fieldset className="choices" aria-label={say(VERDICT.title)}>
        {choices.map((choice, i) => (
          <button
            key={choice}
            ref={i === 0 ? firstChoice : null}
            type="button"
            className="choice"
            aria-pressed={verdict === choice}
            onClick={() => choose(choice)}
          >
            <kbd>{i + 1}</kbd> {capital(nameOf(VERDICT_TERMS, choice))}{' '}
            <small>{nameOf(VERDICT_MEANINGS, choice)}</small>
          </button>
        ))}
      </fieldset>
      <TemplateChoices flagId={flag.id} draft={draft} />
      {isAsking && <AskFields flag={flag} draft={draft} askable={askable} />}
      <Textarea
        ref={reasonField}
        label={say(isAsking ? QUESTION.text : VERDICT.reason)}
        placeholder={say(isAsking ? QUESTION.textHint : VERDICT.reasonHint)}
        size="xs"
        rows={2}
        maxLength={4000}
        value={reason}
        onChange={(e) => draft.type({ reason: e.currentTarget.value })}
      />
      <DraftNote draft={draft} />
      {failure ? <Failure failure={failure} onNext={onNext} onReload={onReload} /> : null}
      <div className="submit">
        <output className="to-do">{missing.length > 0 && `${say(VERDICT.toDo)} ${missing.join(' · ')}`}</output>
        <Button size="sm" onClick={submit} loading={isSaving} variant={missing.length > 0 ? 'default' : 'filled'}>
          {isTogether(verdict, ticked) ? say(SAME.submit, { n: ticked.length + 1 }) : say(VERDICT.submitNext)}
        </Button>
      </div>
      <p className="keys">{say(VERDICT.keys)}</p>
    </section>
  );
}

/** A refusal says who was faster or what changed; the way on is always there. */
function Failure({ failure, onNext, onReload }: Pick<Props, 'failure' | 'onNext' | 'onReload'>) {
  const { say } = useWords();
  return (
    <div className="refused">
      <FailureNote error={failure} />
      <Button size="compact-sm" variant="default" onClick={onReload}>
        {say(VERDICT.readDecision)}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onNext}>
        {say(VERDICT.nextFlag)}
      </Button>
    </div>
  );
}

function Closed({ flag, draft, failure, onNext }: Pick<Props, 'flag' | 'draft' | 'failure' | 'onNext'>) {
  const { say, language } = useWords();
  const { claim } = flag;
  const held = claim && { name: claim.by, time: formatClock(claim.until, flag.zone, language) };
  return (
    <section className="panel verdict" aria-label={say(VERDICT.title)}>
      {held ? (
        <p>{say(VERDICT.heldBy, held)}</p>
      ) : (
        <p>
          {say(flag.state === 'contrary' ? ADJUDICATION.closed : VERDICT.decidedAlready)}{' '}
          <Link to="/decisions">{say(DECISIONS.list)}</Link>
        </p>
      )}
      <UngivenReason reason={draft.typed.reason} />
      {failure ? <FailureNote error={failure} /> : null}
      <Button size="sm" onClick={onNext}>
        {say(VERDICT.nextFlag)}
      </Button>
    </section>
  );
}

/** Both verdicts are on the page now; the way on is the person's own step. */
export function BlindReviewGiven({ failure, onNext }: Pick<Props, 'failure' | 'onNext'>) {
  const { say } = useWords();
  useKeys({ t: onNext });
  return (
    <section className="panel verdict" aria-label={say(VERDICT.title)}>
      <output>{say(FLAG.bothVisible)}</output>
      {failure ? <FailureNote error={failure} /> : null}
      <Button size="sm" onClick={onNext}>
        {say(VERDICT.nextFlag)} <kbd>t</kbd>
      </Button>
    </section>
  );
}
