import { z } from 'zod';
import { AGREEMENT_DAYS } from '../../domain/agreement.js';
import { GOLDEN_MS, goldenAnswerOf, isTold, isToReadAgain } from '../../domain/calibration.js';
import { addDays } from '../../domain/days.js';
import { instantOf, localDay, NATION, timeZoneOf } from '../../domain/region.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleFlag, officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import {
  type GoldenList,
  goldenBodySchema,
  goldenListSchema,
  type OwnCalibrations,
  ownCalibrationsSchema,
} from '../views/calibration-schemas.js';
import { flagSchema } from '../views/flag-schemas.js';
import { ruleTitles, viewFlag } from '../views/flag-view.js';
import { idSchema } from '../views/schemas.js';

const MAX_LISTED = 100;
const MAX_OWN = 200;

/** Which decided flags people are asked about to calibrate, and how that went: by flag for those who choose, else for oneself alone. */
export function addGoldenRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, clock } = context;
  addListRoute(app, context);
  const params = z.object({ id: idSchema });
  const schema = { params, body: goldenBodySchema, response: { 200: flagSchema } };
  app.post('/api/flags/:id/golden', { schema }, async (request) => {
    const { user } = viewerOf(request);
    const flag = await getVisibleFlag(deps, user, request.params.id);
    const change = { by: user.id, at: clock() };
    if (!request.body.isGolden) await deps.calibrations.endGolden(flag.id, change);
    else {
      const answer = goldenAnswerOf(flag);
      if (!answer) throw new Refusal('not_golden');
      await deps.calibrations.makeGolden({ flagId: flag.id, officeCode: flag.officeCode, answer, ...change });
    }
    return viewFlag(deps, flag, { user, now: clock() });
  });

  const own = { response: { 200: ownCalibrationsSchema } };
  app.get('/api/me/calibrations', { schema: own }, async (request): Promise<OwnCalibrations> => {
    const { user } = viewerOf(request);
    const { offices } = await officesInReach(deps, user);
    const zone = timeZoneOf(offices[0]?.region ?? NATION);
    const since = instantOf(addDays(localDay(clock(), zone), 1 - AGREEMENT_DAYS), 0, zone);
    const answered = await deps.calibrations.listAnswered(user.id, { since, limit: MAX_OWN });
    const items = answered.flatMap(({ flagId, said, saidAt, answer }) =>
      said && saidAt ? [{ flagId, said, answer, on: localDay(saidAt, zone) }] : [],
    );
    return { answered: items.length, agreed: items.filter(({ said, answer }) => said === answer).length, items };
  });
}

function addListRoute(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  const schema = { response: { 200: goldenListSchema } };
  app.get('/api/golden', { schema }, async (request): Promise<GoldenList> => {
    const { reach } = await officesInReach(deps, viewerOf(request).user);
    const since = new Date(clock().getTime() - GOLDEN_MS);
    const golden = await deps.calibrations.listGolden(reach, { since, limit: MAX_LISTED });
    const counts = await deps.calibrations.countAnswers(golden.map(({ flagId }) => flagId));
    const items = await Promise.all(
      golden.map(async ({ flagId, answer, at }) => {
        const flag = await deps.flags.findFlag(flagId);
        const count = counts.get(flagId) ?? { answered: 0, agreed: 0 };
        return {
          flagId,
          answer,
          since: localDay(at, timeZoneOf(flag?.region ?? NATION)),
          rules: flag ? [...ruleTitles(await deps.sets.wordsOf(flag), flag).values()] : [],
          answered: count.answered,
          agreed: isTold(count) ? count.agreed : null,
          isToReadAgain: isToReadAgain(count) || !flag || goldenAnswerOf(flag) !== answer,
        };
      }),
    );
    return { items };
  });
}
