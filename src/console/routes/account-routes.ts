import { z } from 'zod';
import { may } from '../../domain/abilities.js';
import { namingOf } from '../../domain/naming.js';
import { isPlatform } from '../../domain/platform.js';
import type { Report } from '../../domain/report.js';
import type { User } from '../../domain/user.js';
import { toReportedLink } from '../../intake/reports/bring-report.js';
import { Refusal } from '../access/refusal.js';
import { getVisibleReport } from '../access/report-scope.js';
import { officesInReach, reachOf } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { checkedAct } from '../checked-act.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { viewMatch } from '../views/flag-view.js';
import { accountListSchema, linkSchema, opinionBodySchema, opinionSchema } from '../views/report-schemas.js';
import { viewAccount } from '../views/report-view.js';

/** A list to choose from with the arrow keys. */
const MAX_FOUND = 12;

/** Whose act it is, and what rules say of it: for whoever checks reports or brings findings. */
export function addAccountRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps } = context;
  const schema = {
    querystring: z.object({ text: z.string().trim().min(2).max(100) }),
    response: { 200: accountListSchema },
  };
  app.get('/api/accounts', { schema }, async (request) => {
    const { reach, offices, allOffices } = await officesInReach(deps, viewerOf(request).user);
    const text = request.query.text.toLowerCase();
    const anyOf = offices.filter(({ name, code }) => `${code} ${name}`.toLowerCase().includes(text)).map((o) => o.code);
    const found = await deps.accounts.findPeople(text, { officeCodes: reach, anyOf, limit: MAX_FOUND });
    return { accounts: found.map((account) => viewAccount(account, allOffices)) };
  });
  addLinkRoute(app, context);
  addOpinionRoute(app, context);
}

/** Read at once and followed nowhere. */
function addLinkRoute(app: ConsoleApp, { deps }: ConsoleContext): void {
  const schema = { body: z.object({ text: z.string().max(2000) }), response: { 200: linkSchema } };
  app.post('/api/links', { schema }, async (request) => {
    const { platform, kind, author, id, canonical } = toReportedLink(request.body.text);
    if (canonical === '') return { link: null, account: null };
    const { reach, allOffices } = await officesInReach(deps, viewerOf(request).user);
    const asked = author && isPlatform(platform) ? { platform, handles: [author] } : undefined;
    const found = asked ? await deps.reportDesk.accounts.findAccountsNamed(asked) : [];
    const account = found.find(({ officeCode }) => reach === undefined || reach.includes(officeCode));
    const naming = account && asked && namingOf(account, asked);
    return {
      link: { platform, kind, author: author ?? null, id: id ?? null, canonical },
      account: account ? viewAccount(account, allOffices, naming) : null,
    };
  });
}

/** Nothing is stored, and nothing said of it makes a flag. */
function addOpinionRoute(app: ConsoleApp, { deps }: ConsoleContext): void {
  const schema = { body: opinionBodySchema, response: { 200: opinionSchema } };
  app.post('/api/opinion', { schema }, async (request) => {
    const { user } = viewerOf(request);
    const { accountId, checked, link, channel, reportId } = request.body;
    const [account, reach] = await Promise.all([deps.accounts.findAccount(accountId), reachOf(deps, user)]);
    if (!account || (reach !== undefined && !reach.includes(account.officeCode))) throw new Refusal('not_found');
    const report = reportId === undefined ? undefined : await getCheckable(deps, user, reportId);
    const { truth, screener } = deps.reportDesk;
    const asked = {
      id: 'opinion',
      door: 'patrol',
      channel,
      act: { link: link ? toReportedLink(link) : undefined },
    } as const;
    const given = await checkedAct(deps.reportDesk, report, checked);
    const { act, result } = truth.screen(asked, account, given);
    const words = screener();
    const { stage } = result;
    return {
      stage,
      text: act.text,
      targetText: act.target?.text ?? null,
      media: (act.media ?? []).map(({ text = '', picture }) => ({
        text,
        poster: picture?.poster === undefined ? null : words.ticketLabel(picture.poster),
      })),
      matches: stage === null ? [] : result.matches.map((match) => viewMatch(words, { stage }, match)),
      cleared: result.cleared.map(({ reason, spans }) => ({ reason, spans: spans.map((s) => ({ ...s })) })),
      flagId: (await truth.findFlagOf(act)) ?? null,
    };
  });
}

/** Whoever only brings findings checks no reports: their pictures are not theirs to have read. */
function getCheckable(deps: ConsoleContext['deps'], user: User, reportId: string): Promise<Report> {
  if (!may(user, 'check_reports')) throw new Refusal('not_found');
  return getVisibleReport(deps, user, reportId);
}
