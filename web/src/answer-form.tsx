import { Button, Textarea } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { MAX_REMARK_LENGTH } from '../../src/domain/remark.js';
import { QUESTION } from '../../src/words/console/question.js';
import { FailureNote } from './failure-note.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { ownName } from './own-name.js';
import { useMe } from './session.js';
import { unsentRemark } from './unsent-remarks.js';

interface Props {
  readonly flagId: string;
  readonly isSending: boolean;
  readonly error: unknown;
  readonly onSend: (answer: { id: string; text: string }) => Promise<unknown>;
}

/** What is typed stays until it has arrived. */
export function AnswerForm({ flagId, isSending, error, onSend }: Props) {
  const { say } = useWords();
  const me = useMe();
  const unsent = unsentRemark(me.username, `${flagId} answer`);
  const [text, setText] = useState(unsent.find());
  const field = useRef<HTMLTextAreaElement>(null);
  // Of what is typed now: sent twice, it is given once.
  const id = useRef(ownName());
  const type = (typed: string) => {
    id.current = ownName();
    unsent.keep(typed);
    setText(typed);
  };
  useKeys({ b: () => field.current?.focus() });
  async function send() {
    if (isSending || text.trim() === '') return;
    await onSend({ id: id.current, text }).then(
      () => unsent.keep(''),
      // It is told by whoever sends.
      () => undefined,
    );
  }
  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Here it sends the answer: no decision is given by it.
    event.preventDefault();
    event.stopPropagation();
    void send();
  }
  return (
    <>
      <Textarea
        ref={field}
        label={say(QUESTION.yours)}
        size="xs"
        rows={2}
        maxLength={MAX_REMARK_LENGTH}
        value={text}
        onChange={(e) => type(e.currentTarget.value)}
        onKeyDown={onKey}
      />
      {error ? <FailureNote error={error} /> : null}
      <div className="submit">
        <small className="dim">{say(QUESTION.keys)}</small>
        <Button size="compact-sm" onClick={send} loading={isSending}>
          {say(QUESTION.send)}
        </Button>
      </div>
    </>
  );
}
