import { Loader } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { FOR_ME, QUESTION, QUESTION_STATE_TERMS } from '../../src/words/console/question.js';
import { AnswerForm } from './answer-form.js';
import { type AskedItem, api } from './api.js';
import { FailureNote } from './failure-note.js';
import { useWords } from './language.js';
import { may, useMe } from './session.js';
import { formatDay, formatInstant } from './time.js';

/** Questions that wait for one's answer. Whoever may open the flag answers there, everybody else here. */
export function ForMePage() {
  const me = useMe();
  const { say } = useWords();
  const isAsked = may(me, 'answer_questions');
  const list = useQuery({ queryKey: ['questions'], queryFn: api.questions, enabled: isAsked });
  if (!isAsked) return <p className="page">{say(FRAME.noPart)}</p>;
  if (list.isError) return <FailureNote error={list.error} onRetry={() => list.refetch()} />;
  if (list.isPending) return <Loader aria-label={say(FRAME.loading)} m="xl" />;
  const { items } = list.data;
  return (
    <div className="page own">
      <h1>{say(FOR_ME.title)}</h1>
      <p className="explain">{say(FOR_ME.explain)}</p>
      {items.length === 0 && <p className="empty">{say(FOR_ME.empty)}</p>}
      <ul className="notices" aria-label={say(FOR_ME.title)}>
        {items.map((item) => (
          <Line key={`${item.flagId} ${item.at}`} item={item} />
        ))}
      </ul>
    </div>
  );
}

function Line({ item }: { item: AskedItem }) {
  const { say, nameOf, language } = useWords();
  const queries = useQueryClient();
  const answer = useMutation({
    mutationFn: (given: { id: string; text: string }) => api.answer(item.flagId, { ...given, askedAt: item.at }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['questions'] }),
  });
  const time = formatInstant(item.at, item.zone, language);
  return (
    <li>
      <p>
        <span className={`badge ${item.state === 'late' ? 'warn' : 'held'}`}>
          {say(FOR_ME.until, { day: formatDay(item.day, language) })}
        </span>{' '}
        {(item.state === 'late' || item.state === 'gone') && (
          <strong>{nameOf(QUESTION_STATE_TERMS, item.state)} </strong>
        )}
        {item.office.name}{' '}
        <small>{item.by ? say(QUESTION.by, { name: item.by, time }) : say(QUESTION.byHidden, { time })}</small>
      </p>
      <p>
        <bdi>{item.text}</bdi>
      </p>
      {item.mayOpen ? (
        <Link
          to={`/flags/${item.flagId}`}
          state={{ back: '/questions' }}
          aria-label={`${say(FOR_ME.open)}: ${item.text}`}
        >
          {say(FOR_ME.open)}
        </Link>
      ) : (
        <AnswerForm
          flagId={item.flagId}
          isSending={answer.isPending}
          error={answer.error}
          onSend={answer.mutateAsync}
        />
      )}
    </li>
  );
}
