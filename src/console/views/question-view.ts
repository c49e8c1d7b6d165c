import { may } from '../../domain/abilities.js';
import { mayReadQuestion, reviewsFor } from '../../domain/blind-review.js';
import type { Flag } from '../../domain/flag.js';
import { isAskedOf, kindAsked, type Question, questionState } from '../../domain/question.js';
import { type Remark, remarksFor } from '../../domain/remark.js';
import type { User } from '../../domain/user.js';
import type { AskedLine, QuestionView } from './question-schemas.js';

interface Viewer {
  readonly user: User;
  readonly now: Date;
}
type NameOf = (id: string) => string;

export function viewAsked({ question }: Flag, { user, now }: Viewer, nameOf: NameOf): AskedLine | null {
  if (!question) return null;
  const kind = kindAsked(question);
  // Names are for those who may open the flag.
  const isNamed = kind === 'colleague' && may(user, 'decide');
  return {
    whom: { kind, name: isNamed ? nameOf(question.to) : null },
    day: question.day,
    state: questionState(question, now),
    isMine: question.by === user.id,
  };
}

/** As this person may read it now; `remarks`: all of the flag, in which the answer lies. */
export function viewQuestion(
  flag: Flag,
  viewer: Viewer,
  { nameOf, remarks }: { nameOf: NameOf; remarks: readonly Remark[] },
): QuestionView | null {
  const { question } = flag;
  const line = viewAsked(flag, viewer, nameOf);
  if (!question || !line) return null;
  const { user } = viewer;
  const isBlind = reviewsFor(flag, user).isBlind;
  const named = (id: string) => (isBlind && id !== user.id ? null : nameOf(id));
  const isRead = mayReadQuestion(flag, question, user);
  return {
    ...line,
    by: named(question.by),
    at: question.at.toISOString(),
    text: isRead ? textOf(flag, question) : null,
    isForMe: isRead && isAskedOf(question, user),
    answer: viewAnswer(question, remarksFor(flag, user, remarks).shown, named),
  };
}

/** What the review says that asked it. */
export function textOf({ reviews }: Flag, { by, at }: Question): string {
  return reviews.find((one) => one.reviewerId === by && one.at.getTime() === at.getTime())?.reason ?? '';
}

function viewAnswer(
  { answer }: Question,
  shown: readonly Remark[],
  named: (id: string) => string | null,
): QuestionView['answer'] {
  if (!answer) return null;
  const remark = shown.find(({ id, by }) => id === answer.remark && by === answer.by);
  return {
    by: named(answer.by),
    at: answer.at.toISOString(),
    text: remark?.text ?? null,
    isHidden: remark === undefined,
  };
}
