import { AGREEMENT_DAYS, agreementOf, MIN_PEOPLE, type PairsByRule, type PairsFound } from '../../domain/agreement.js';
import { addDays } from '../../domain/days.js';
import { instantOf, localDay, NATION, timeZoneOf } from '../../domain/region.js';
import { officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { type AgreementPage, type AgreementView, agreementPageSchema } from '../views/agreement-schemas.js';

/**
 * How far two people who do not see each other say the same, in all and by rule. Of the caller's whole reach and no
 * part of it: two answers that differ by one person would tell of that person.
 */
export function addAgreementRoutes(app: ConsoleApp, { deps, clock }: ConsoleContext): void {
  const schema = { response: { 200: agreementPageSchema } };
  app.get('/api/agreement', { schema }, async (request): Promise<AgreementPage> => {
    const { reach: officeCodes, offices } = await officesInReach(deps, viewerOf(request).user);
    const zone = timeZoneOf(offices[0]?.region ?? NATION);
    const from = addDays(localDay(clock(), zone), 1 - AGREEMENT_DAYS);
    const span = { officeCodes, since: instantOf(from, 0, zone) };
    const [pairs, golden] = await Promise.all([deps.flags.countPairs(span), deps.calibrations.countGoldenPairs(span)]);
    const titles = new Map(deps.rules().map(({ id, title }) => [id, title]));
    return { from, ...viewTable(pairs, titles), golden: viewTable(golden, titles) };
  });
}

function viewTable({ whole, byRule }: PairsByRule, titles: ReadonlyMap<string, string>) {
  const rules = [...byRule].map(([id, found]) => ({ id, title: titles.get(id) ?? id, ...viewAgreement(found) }));
  return { whole: viewAgreement(whole), rules: rules.sort((a, b) => a.title.localeCompare(b.title, 'id')) };
}

function viewAgreement({ pairs, people }: PairsFound): AgreementView {
  const { observed, kappa } = agreementOf(pairs);
  if (people < MIN_PEOPLE) return { flags: observed.cases, agreed: null, kappa: null };
  return { flags: observed.cases, agreed: Math.round(observed.rate * observed.cases), kappa: kappa ?? null };
}
