import { Button, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useRef, useState } from 'react';
import { MAX_REMARK_LENGTH, mentionsIn } from '../../src/domain/remark.js';
import { FLAG } from '../../src/words/console/flag.js';
import { QUESTION } from '../../src/words/console/question.js';
import { REMARKS } from '../../src/words/console/remarks.js';
import { api, type Colleague, type FlagPage as Flag } from './api.js';
import { AssignControl } from './assign-control.js';
import { FailureNote } from './failure-note.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { ownName } from './own-name.js';
import { useMe } from './session.js';
import { formatInstant } from './time.js';
import { unsentRemark } from './unsent-remarks.js';

/** What colleagues tell each other about a flag. */
export function RemarksPanel({ flag }: { flag: Flag }) {
  const { say, language } = useWords();
  const { hiddenRemarks } = flag;
  // The answer to what is asked now stands beside the question.
  const remarks = flag.remarks.filter(({ isAnswer, at }) => !isAnswer || at !== flag.question?.answer?.at);
  return (
    <section className="panel remarks" aria-label={say(REMARKS.title)}>
      <div className="heading">
        <h2>{say(REMARKS.title)}</h2>
        <AssignControl flag={flag} />
      </div>
      {remarks.length === 0 && hiddenRemarks === 0 && <p className="dim">{say(REMARKS.none)}</p>}
      {hiddenRemarks > 0 && <p className="blind">{say(REMARKS.hidden, { n: hiddenRemarks })}</p>}
      <ul aria-live="polite">
        {remarks.map(({ by, at, text, isAnswer }, i) => (
          // Nothing is ever taken out or put in between.
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is the name
          <li key={i}>
            <strong>{by ?? say(FLAG.nameHidden)}</strong> <small>{formatInstant(at, flag.zone, language)}</small>{' '}
            {isAnswer && <span className="badge quiet">{say(QUESTION.isAnswer)}</span>}
            <p>{text === null ? <em>{say(REMARKS.sealed)}</em> : <bdi>{text}</bdi>}</p>
          </li>
        ))}
      </ul>
      <NewRemark flag={flag} />
    </section>
  );
}

function NewRemark({ flag }: { flag: Flag }) {
  const { say } = useWords();
  const me = useMe();
  const queries = useQueryClient();
  const unsent = unsentRemark(me.username, flag.id);
  const [text, setText] = useState(unsent.find());
  const field = useRef<HTMLTextAreaElement>(null);
  // Of what is typed now: sent twice, it is written once.
  const id = useRef(ownName());
  const colleagues = useQuery({
    queryKey: ['colleagues', flag.id],
    queryFn: () => api.colleagues(flag.id),
    enabled: text.includes('@'),
  });
  const type = (typed: string) => {
    id.current = ownName();
    unsent.keep(typed);
    setText(typed);
  };
  const save = useMutation({
    mutationFn: () => api.writeRemark(flag.id, { id: id.current, text }),
    onSuccess: (written) => {
      type('');
      queries.setQueryData(['flag', flag.id], (page: Flag | undefined) => page && { ...page, ...written });
    },
  });
  const submit = () => !save.isPending && text.trim() !== '' && save.mutate();
  useKeys({ n: () => field.current?.focus() });

  function onKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    // Here it sends the remark: the decision is not given by it.
    event.preventDefault();
    event.stopPropagation();
    submit();
  }
  return (
    <>
      <Textarea
        ref={field}
        label={say(REMARKS.text)}
        placeholder={say(REMARKS.textHint)}
        size="xs"
        rows={2}
        maxLength={MAX_REMARK_LENGTH}
        value={text}
        onChange={(e) => type(e.currentTarget.value)}
        onKeyDown={onKey}
      />
      <Called text={text} colleagues={colleagues.data?.colleagues} onCall={type} field={field} />
      {save.isError && <FailureNote error={save.error} />}
      <div className="submit">
        <small className="dim">
          {say(REMARKS.explain)} {say(REMARKS.keys)}
        </small>
        <Button size="compact-sm" variant="default" onClick={submit} loading={save.isPending}>
          {say(REMARKS.send)}
        </Button>
      </div>
    </>
  );
}

interface CalledProps {
  readonly text: string;
  readonly colleagues: readonly Colleague[] | undefined;
  readonly onCall: (text: string) => void;
  readonly field: React.RefObject<HTMLTextAreaElement | null>;
}

/** Who will be told, before it is sent; and who may be meant by what stands at the end. */
function Called({ text, colleagues = [], onCall, field }: CalledProps) {
  const { say } = useWords();
  const others = colleagues.filter(({ isMe }) => !isMe);
  const [begun, word] = /(?:^|\s)@([\w.-]{0,64})$/.exec(text) ?? [];
  const fitting = word === undefined ? [] : others.filter((one) => isLike(one, word)).slice(0, 5);
  const { people, unknown } = mentionsIn(text, colleagues);
  const told = people.filter(({ isMe }) => !isMe).map(({ displayName }) => displayName);
  const isTyping = fitting.length > 0;
  if (colleagues.length === 0) return null;
  function call({ username }: Colleague) {
    onCall(`${text.slice(0, text.length - (word?.length ?? 0))}${username} `);
    field.current?.focus();
  }
  return (
    <>
      {begun !== undefined && isTyping && (
        <fieldset className="calls" aria-label={say(REMARKS.calls)}>
          {fitting.map((one) => (
            <button key={one.id} type="button" onClick={() => call(one)}>
              {one.displayName} <small>@{one.username}</small>
            </button>
          ))}
        </fieldset>
      )}
      <output className="dim">
        {told.length > 0 && say(REMARKS.told, { names: told.join(', ') })}{' '}
        {unknown.length > 0 && !isTyping && say(REMARKS.unknown, { names: unknown.map((n) => `@${n}`).join(', ') })}
      </output>
    </>
  );
}

function isLike({ username, displayName }: Colleague, word: string): boolean {
  const begun = word.toLowerCase();
  return (
    username.startsWith(begun) ||
    displayName
      .toLowerCase()
      .split(/\s+/)
      .some((part) => part.startsWith(begun))
  );
}
