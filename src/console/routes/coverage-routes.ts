import { z } from 'zod';
import type { Office } from '../../domain/account.js';
import type { CoverageCell } from '../../domain/coverage.js';
import { SIGNALS } from '../../domain/platform.js';
import { localDay, NATION, timeZoneOf, zoneLabel } from '../../domain/region.js';
import { officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { type CoverageTree, coverageTreeSchema } from '../views/coverage-schemas.js';
import { daySchema } from '../views/schemas.js';

export function addCoverageRoutes(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  const schema = { querystring: z.object({ day: daySchema.optional() }), response: { 200: coverageTreeSchema } };
  app.get('/api/coverage', { schema }, async (request): Promise<CoverageTree> => {
    const { user } = viewerOf(request);
    const { offices } = await officesInReach(deps, user);
    const officeCodes = offices.map((o) => o.code);
    const day = request.query.day ?? localDay(clock(), timeZoneOf(offices[0]?.region ?? NATION));
    const [total, cells] = await Promise.all([
      deps.coverage.summariseCoverage({ day, officeCodes }),
      deps.coverage.breakDownCoverage({ day, officeCodes }),
    ]);
    const reasons = { ...total.reasons } as Record<string, number>;
    return { day, total: { ...total, reasons }, offices: offices.map((office) => viewOffice(office, cells)) };
  });
}

function viewOffice(office: Office, cells: readonly CoverageCell[]): CoverageTree['offices'][number] {
  const own = cells.filter((c) => c.officeCode === office.code);
  return {
    code: office.code,
    name: office.name,
    parentCode: office.parentCode ?? null,
    zone: zoneLabel(office.timeZone),
    signals: SIGNALS.flatMap((signal) => {
      const cell = own.find((c) => c.signal === signal);
      if (!cell) return [];
      const { seen, none, notObservable, reasons } = cell;
      return [{ signal, seen, none, notObservable, reasons: { ...reasons } as Record<string, number> }];
    }),
  };
}
