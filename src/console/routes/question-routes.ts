import { z } from 'zod';
import { may } from '../../domain/abilities.js';
import { mayReadQuestion, reviewsFor } from '../../domain/blind-review.js';
import type { Flag } from '../../domain/flag.js';
import { askedAs, isAskedOf, questionState } from '../../domain/question.js';
import { timeZoneOf, zoneLabel } from '../../domain/region.js';
import type { User } from '../../domain/user.js';
import { Refusal } from '../access/refusal.js';
import { officesInReach, reachOf } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import { namesOf } from '../views/names-of.js';
import { type ForMe, forMeSchema } from '../views/question-schemas.js';
import { textOf } from '../views/question-view.js';
import { remarkBodySchema } from '../views/remark-schemas.js';
import { idSchema, instant } from '../views/schemas.js';

/** More questions than anybody answers in a day. */
const MAX_LISTED = 100;

/** What waits for the caller's answer. Whoever may not open the flag is shown the question, and nothing besides. */
export function addQuestionRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  app.get('/api/questions', { schema: { response: { 200: forMeSchema } } }, async (request): Promise<ForMe> => {
    const { user } = viewerOf(request);
    await recordAudit(context, request, {
      action: 'queue_viewed',
      subject: user.id,
      details: { order: 'oldest', waiting: 'answer' },
    });
    const { reach, allOffices } = await officesInReach(deps, user);
    const flags = await deps.flags.listAsked(askedAs(user), { officeCodes: reach, limit: MAX_LISTED });
    const nameOf = await namesOf(deps, ...flags);
    const officeNames = new Map(allOffices.map(({ code, name }) => [code, name]));
    const now = clock();
    const readable = flags.filter((flag) => mayReadQuestion(flag, flag.question!, user));
    const items = readable.map((flag) => viewLine(flag, { user, now, nameOf, officeNames }));
    return { now: now.toISOString(), items };
  });
  addAnswerRoute(app, context);
}

interface Seen {
  readonly user: User;
  readonly now: Date;
  readonly nameOf: (id: string) => string;
  readonly officeNames: ReadonlyMap<string, string>;
}

function viewLine(flag: Flag, { user, now, nameOf, officeNames }: Seen): ForMe['items'][number] {
  const question = flag.question!;
  const zone = timeZoneOf(flag.region);
  return {
    flagId: flag.id,
    office: { code: flag.officeCode, name: officeNames.get(flag.officeCode) ?? flag.officeCode },
    zone: { name: zone, label: zoneLabel(zone) },
    text: textOf(flag, question),
    by: reviewsFor(flag, user).isBlind ? null : nameOf(question.by),
    at: question.at.toISOString(),
    day: question.day,
    state: questionState(question, now),
    mayOpen: may(user, 'decide'),
  };
}

/** `askedAt`: of the question that was read, so that no other one is answered by it. */
function addAnswerRoute(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  const params = z.object({ id: idSchema });
  const body = remarkBodySchema.extend({ askedAt: z.iso.datetime() });
  const schema = { params, body, response: { 200: z.object({ at: instant }) } };
  app.post('/api/questions/:id/answer', { schema }, async (request) => {
    const { user } = viewerOf(request);
    const { id, text, askedAt } = request.body;
    const [flag, reach] = await Promise.all([deps.flags.findFlag(request.params.id), reachOf(deps, user)]);
    const question = flag?.question;
    const isInReach = flag && (reach === undefined || reach.includes(flag.officeCode));
    // Of a flag that is not theirs nobody learns whether there is one, nor whether it was asked about.
    if (!question || !isInReach || !askedAs(user).includes(question.to)) throw new Refusal('not_found');
    if (!mayReadQuestion(flag, question, user)) throw new Refusal('not_found');
    const isSame = question.at.getTime() === Date.parse(askedAt);
    const isGiven = question.answer?.by === user.id && question.answer.remark === id;
    if (!isSame || !(isGiven || isAskedOf(question, user))) throw new Refusal('answered_already');
    const at = clock();
    const answer = { id, flagId: flag.id, by: user.id, at, text };
    const outcome = await deps.flags.answerQuestion(question, answer);
    if (outcome !== 'answered') throw new Refusal(outcome === 'taken' ? 'remark_taken' : 'answered_already');
    return { at: at.toISOString() };
  });
}
