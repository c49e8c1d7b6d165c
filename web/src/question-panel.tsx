import { useMutation, useQueryClient } from '@tanstack/react-query';
import { settles } from '../../src/domain/verdict.js';
import { ASKED_TERMS, QUESTION, QUESTION_STATE_TERMS } from '../../src/words/console/question.js';
import { AnswerForm } from './answer-form.js';
import { type AskedLine, api, type FlagPage as Flag } from './api.js';
import { useWords } from './language.js';
import { formatDay, formatInstant } from './time.js';

/** What is asked about the flag, before everything else on it; and its answer, or the place for one. */
export function QuestionPanel({ flag }: { flag: Flag }) {
  const { say, language } = useWords();
  const queries = useQueryClient();
  const { question } = flag;
  const answer = useMutation({
    mutationFn: (given: { id: string; text: string }) => api.answer(flag.id, { ...given, askedAt: question?.at ?? '' }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['flag', flag.id] }),
  });
  if (!question) return null;
  const time = formatInstant(question.at, flag.zone, language);
  return (
    <section className="panel question" aria-label={say(QUESTION.title)}>
      <p>
        <QuestionBadge question={question} />{' '}
        <small>{question.by ? say(QUESTION.by, { name: question.by, time }) : say(QUESTION.byHidden, { time })}</small>
      </p>
      <p>{question.text === null ? <i>{say(QUESTION.textHidden)}</i> : <bdi>{question.text}</bdi>}</p>
      {question.answer && <Answer flag={flag} answer={question.answer} />}
      {question.isForMe && (
        <AnswerForm flagId={flag.id} isSending={answer.isPending} error={answer.error} onSend={answer.mutateAsync} />
      )}
    </section>
  );
}

type Given = NonNullable<NonNullable<Flag['question']>['answer']>;

function Answer({ flag, answer: { by, at, text, isHidden } }: { flag: Flag; answer: Given }) {
  const { say, language } = useWords();
  const time = formatInstant(at, flag.zone, language);
  if (isHidden) return <p className="blind">{say(QUESTION.answerHidden)}</p>;
  return (
    <p className="answer">
      <small>{by ? say(QUESTION.answerBy, { name: by, time }) : say(QUESTION.answerByHidden, { time })}</small>
      <br />
      <bdi>{text}</bdi>
    </p>
  );
}

/** How it stands, and of whom it was asked. */
export function QuestionBadge({ question: { whom, day, state } }: { question: AskedLine }) {
  const { say, nameOf, language } = useWords();
  const name = whom.name ?? nameOf(ASKED_TERMS, whom.kind);
  const asked = say(QUESTION.askedOf, { name, day: formatDay(day, language) });
  const tone = state === 'answered' ? 'mine' : state === 'waiting' ? 'held' : 'warn';
  return (
    <>
      <span className={`badge asked ${tone}`} title={asked}>
        {state === 'waiting' ? asked : nameOf(QUESTION_STATE_TERMS, state)}
      </span>
      {state !== 'waiting' && <small className="asked"> {asked}</small>}
    </>
  );
}

/** A question that is told by the panel is not told among the verdicts once more. */
export function isToldApart(flag: Flag, review: Flag['reviews'][number]): boolean {
  return !settles(review.verdict) && review.at === flag.question?.at;
}
