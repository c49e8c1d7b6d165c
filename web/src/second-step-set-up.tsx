import { Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { SECOND_STEP } from '../../src/words/console/second-step.js';
import { CodeInput } from './code-input.js';
import { FormEnd } from './form-end.js';
import { useWords } from './language.js';
import { QrCode } from './qr-code.js';
import { type SecondStepOffer, type SecondStepStarted, secondStepApi } from './second-step-api.js';
import { AskAgain } from './second-step-ask.js';
import { formatInstant, NATION_ZONE } from './time.js';

interface Props {
  /** One is in use: it goes on until the new one is proved. */
  readonly isOn: boolean;
  readonly onStarted: (started: SecondStepStarted) => void;
  readonly onCancel: () => void;
}

/** First whoever it is, then the secret, then one code of it. */
export function SetUp({ isOn, onStarted, onCancel }: Props) {
  const [offer, setOffer] = useState<SecondStepOffer>();
  if (offer) return <Prove offer={offer} onStarted={onStarted} onCancel={onCancel} />;
  return (
    <AskAgain
      isOn={isOn}
      label={isOn ? SECOND_STEP.replace : SECOND_STEP.begin}
      ask={({ password, code }) => secondStepApi.begin(password, isOn ? code : undefined)}
      onDone={setOffer}
      onCancel={onCancel}
    />
  );
}

function Prove({ offer, onStarted, onCancel }: { offer: SecondStepOffer } & Omit<Props, 'isOn'>) {
  const { say, language } = useWords();
  const [code, setCode] = useState('');
  const prove = useMutation({ mutationFn: () => secondStepApi.confirm(code), onSuccess: onStarted });
  function submit(event: FormEvent) {
    event.preventDefault();
    prove.mutate();
  }
  return (
    <form onSubmit={submit} aria-label={say(SECOND_STEP.begin)}>
      <Stack gap="sm" maw={420}>
        <p>{say(SECOND_STEP.scan, { until: formatInstant(offer.until, NATION_ZONE, language) })}</p>
        <QrCode text={offer.address} label={say(SECOND_STEP.picture)} />
        <p>
          {say(SECOND_STEP.key)}: <code className="secret">{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>{' '}
          <small>{say(SECOND_STEP.keyHint)}</small>
        </p>
        <p>{say(SECOND_STEP.prove)}</p>
        <CodeInput autoFocus label={SECOND_STEP.appCode} code={code} onType={setCode} />
        <FormEnd label={SECOND_STEP.confirm} sending={prove} onCancel={onCancel} />
      </Stack>
    </form>
  );
}
