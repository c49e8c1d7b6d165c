import { z } from 'zod';
import { noticeTo } from '../../domain/notice.js';
import { ASKED_OFFICES } from '../../domain/question.js';
import { MAX_MENTIONS, MAX_REMARKS, mentionsIn } from '../../domain/remark.js';
import { colleaguesOn } from '../access/colleagues.js';
import { Refusal } from '../access/refusal.js';
import { getShownFlag, getVisibleFlag } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { peopleIn } from '../deciding/ask.js';
import { type Colleagues, colleaguesSchema, remarkBodySchema, remarksSchema } from '../views/remark-schemas.js';
import { viewRemarks } from '../views/remark-view.js';
import { idSchema } from '../views/schemas.js';

const params = z.object({ id: idSchema });

/** What colleagues tell each other on a flag; they are read with the flag's page. */
export function addRemarkRoutes(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  const asked = { params, response: { 200: colleaguesSchema } };
  app.get('/api/flags/:id/colleagues', { schema: asked }, async (request): Promise<Colleagues> => {
    const { user } = viewerOf(request);
    const flag = await getShownFlag(deps, user, request.params.id);
    const [colleagues, ...offices] = await Promise.all([
      colleaguesOn(deps, flag),
      ...ASKED_OFFICES.map(async (to) => ({ to, people: await peopleIn(deps, flag, to) })),
    ]);
    return {
      colleagues: colleagues.map(({ id, username, displayName, role }) => {
        return { id, username, displayName, role, isMe: id === user.id };
      }),
      offices: offices.flatMap(({ to, people }) => {
        return people.length > 0 ? [{ to, names: people.map(({ displayName }) => displayName) }] : [];
      }),
    };
  });

  const schema = { params, body: remarkBodySchema, response: { 200: remarksSchema } };
  app.post('/api/flags/:id/remarks', { schema }, async (request) => {
    const { user } = viewerOf(request);
    const { id, text } = request.body;
    const flag = await getVisibleFlag(deps, user, request.params.id);
    const [colleagues, earlier] = await Promise.all([colleaguesOn(deps, flag), deps.remarks.listRemarks(flag.id)]);
    if (earlier.length >= MAX_REMARKS) throw new Refusal('too_many_remarks', { limit: MAX_REMARKS });
    const { people } = mentionsIn(text, colleagues);
    if (people.length > MAX_MENTIONS) throw new Refusal('too_many_mentions', { limit: MAX_MENTIONS });
    const at = clock();
    const told = people
      .filter((person) => person.id !== user.id)
      .map((person) => noticeTo(person.id, 'mentioned', { flagId: flag.id, at, of: `${user.id}.${id}` }));
    const isWritten = await deps.remarks.addRemark({ id, flagId: flag.id, by: user.id, at, text }, told);
    if (!isWritten) throw new Refusal('remark_taken');
    return viewRemarks(deps, flag, { user, remarks: await deps.remarks.listRemarks(flag.id) });
  });
}
