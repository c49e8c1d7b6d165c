import { z } from 'zod';
import type { Office } from '../../domain/account.js';
import type { CoverageCell, PlatformCell } from '../../domain/coverage.js';
import { PLATFORMS, SIGNALS } from '../../domain/platform.js';
import { localDay, NATION, timeZoneOf, zoneLabel } from '../../domain/region.js';
import type { WayOf } from '../../domain/signal-way.js';
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
    const [total, cells, platformCells] = await Promise.all([
      deps.coverage.summariseCoverage({ day, officeCodes }),
      deps.coverage.breakDownCoverage({ day, officeCodes }),
      deps.coverage.breakDownByPlatform({ day, officeCodes }),
    ]);
    return {
      day,
      total: { ...total, reasons: plainCounts(total.reasons) },
      platforms: viewPlatforms(platformCells, deps.wayOf),
      offices: offices.map((office) => viewOffice(office, cells)),
    };
  });
}

function viewPlatforms(cells: readonly PlatformCell[], wayOf: WayOf): CoverageTree['platforms'] {
  return PLATFORMS.flatMap((platform) => {
    const own = cells.filter((c) => c.platform === platform);
    if (own.length === 0) return [];
    const signals = SIGNALS.map((signal) => ({
      ...viewCell(own.find((c) => c.signal === signal) ?? { signal, seen: 0, none: 0, notObservable: 0, reasons: {} }),
      way: wayOf(platform, signal),
    }));
    return [{ platform, signals }];
  });
}

function viewOffice(office: Office, cells: readonly CoverageCell[]): CoverageTree['offices'][number] {
  const own = cells.filter((c) => c.officeCode === office.code);
  return {
    code: office.code,
    name: office.name,
    parentCode: office.parentCode ?? null,
    zone: zoneLabel(office.timeZone),
    signals: SIGNALS.flatMap((signal) => own.filter((c) => c.signal === signal).map(viewCell)),
  };
}

function viewCell({ signal, seen, none, notObservable, reasons }: Omit<CoverageCell, 'officeCode'>) {
  return { signal, seen, none, notObservable, reasons: plainCounts(reasons) };
}

function plainCounts(reasons: CoverageCell['reasons']): Record<string, number> {
  return { ...reasons } as Record<string, number>;
}
