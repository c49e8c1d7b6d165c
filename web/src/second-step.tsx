import { Button, Loader } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FRAME } from '../../src/words/console/frame.js';
import { SECOND_STEP } from '../../src/words/console/second-step.js';
import type { Message } from '../../src/words/say.js';
import type { Me } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { type RecoveryCodes, type SecondStepState, secondStepApi } from './second-step-api.js';
import { AskAgain } from './second-step-ask.js';
import { Codes } from './second-step-codes.js';
import { SetUp } from './second-step-set-up.js';
import { formatInstant, NATION_ZONE } from './time.js';

/** What the person is about to do. */
type Doing = 'set_up' | 'new_codes' | 'take_off';

/** The second step of one's own, on the own page and where a role demands it before anything else. */
export function SecondStep({ onDone }: { onDone: (me: Me) => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing>();
  const [shown, setShown] = useState<RecoveryCodes & { me?: Me }>();
  const state = useQuery({ queryKey: ['second-step'], queryFn: secondStepApi.state });
  if (state.isPending) return <Loader aria-label={say(FRAME.loading)} />;
  if (state.isError) return <FailureNote error={state.error} onRetry={() => state.refetch()} />;
  function end(me?: Me) {
    setDoing(undefined);
    setShown(undefined);
    queries.invalidateQueries({ queryKey: ['second-step'] });
    if (me) onDone(me);
  }
  const show = (codes: RecoveryCodes & { me?: Me }) => {
    setDoing(undefined);
    setShown(codes);
    queries.invalidateQueries({ queryKey: ['second-step'] });
  };
  return (
    <section className="second-step" aria-labelledby="second-step">
      <h2 id="second-step">{say(SECOND_STEP.title)}</h2>
      <p className="explain">{say(SECOND_STEP.explain)}</p>
      <State state={state.data} />
      {shown && <Codes codes={shown.recoveryCodes} onKept={() => end(shown.me)} />}
      {!shown && !doing && <Choices state={state.data} onChoose={setDoing} />}
      {doing === 'set_up' && (
        <SetUp isOn={state.data.since !== null} onStarted={show} onCancel={() => setDoing(undefined)} />
      )}
      {doing === 'new_codes' && (
        <AskAgain
          isOn
          effect={SECOND_STEP.recoveryEffect}
          label={SECOND_STEP.newCodes}
          ask={({ password, code }) => secondStepApi.newCodes(password, code)}
          onDone={show}
          onCancel={() => setDoing(undefined)}
        />
      )}
      {doing === 'take_off' && (
        <AskAgain
          isOn
          effect={SECOND_STEP.offEffect}
          label={SECOND_STEP.takeOff}
          ask={({ password, code }) => secondStepApi.end(password, code)}
          onDone={end}
          onCancel={() => setDoing(undefined)}
        />
      )}
    </section>
  );
}

const FEW = 3;

function State({ state: { since, recoveryLeft } }: { state: SecondStepState }) {
  const { say, language } = useWords();
  if (since === null) return <p>{say(SECOND_STEP.off)}</p>;
  return (
    <p>
      {say(SECOND_STEP.on, { since: formatInstant(since, NATION_ZONE, language) })}{' '}
      {say(SECOND_STEP.left, { count: recoveryLeft })}{' '}
      {recoveryLeft < FEW && <strong>{say(SECOND_STEP.fewLeft)}</strong>}
    </p>
  );
}

function Choices({ state, onChoose }: { state: SecondStepState; onChoose: (doing: Doing) => void }) {
  const { say } = useWords();
  const button = (doing: Doing, label: Message) => (
    <Button variant="default" onClick={() => onChoose(doing)}>
      {say(label)}
    </Button>
  );
  if (state.since === null) return button('set_up', SECOND_STEP.begin);
  return (
    <>
      <div className="button-row">
        {button('set_up', SECOND_STEP.replace)}
        {button('new_codes', SECOND_STEP.newCodes)}
        {!state.isDemanded && button('take_off', SECOND_STEP.takeOff)}
      </div>
      {state.isDemanded && <p className="dim">{say(SECOND_STEP.demanded)}</p>}
    </>
  );
}
