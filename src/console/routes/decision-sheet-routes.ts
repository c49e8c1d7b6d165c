import type { FastifyRequest } from 'fastify';
import pLimit from 'p-limit';
import { z } from 'zod';
import {
  contraryIn,
  type DecidedFilter,
  type DecidedFlag,
  MAX_SHEET_ROWS,
  SHEET_FORMATS,
} from '../../domain/decided.js';
import { LANGUAGES } from '../../words/language.js';
import { Refusal } from '../access/refusal.js';
import { officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import { type ConsoleApp, type ConsoleContext, recordAudit } from '../context.js';
import type { ConsoleDeps } from '../deps.js';
import { writeSheet } from '../sheets/sheet.js';
import { aboutDetails } from '../views/about-view.js';
import { viewDecisionSheet } from '../views/decision-sheet.js';
import { decisionQuerySchema, toFilter } from './decision-routes.js';

const sheetQuerySchema = decisionQuerySchema
  .omit({ cursor: true, limit: true })
  .extend({ format: z.enum(SHEET_FORMATS), language: z.enum(LANGUAGES).default('id') });
type SheetQuery = z.output<typeof sheetQuerySchema>;

const STEP = 500;

/** Each holds some 10,000 rows while it waits. */
const MAX_WAITING = 4;
const RETRY_SECONDS = 10;

/** The list of what is decided as a file. That it left the house stands in the log before the first byte. */
export function addDecisionSheetRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps, session } = context;
  const oneByOne = pLimit(1);
  const makeSheet = async (request: FastifyRequest, { format, language, ...query }: SheetQuery) => {
    const { user } = viewerOf(request);
    const { reach, offices, allOffices } = await officesInReach(deps, user);
    const filter = await toFilter(deps, { user, reach, offices }, query);
    // The list of everything says as well what it counts as neither.
    const { verdict: asked, person: by, rule: of, words, account, ticket } = query;
    const isOfAll = [asked, by, of, words, account, ticket].every((narrowed) => narrowed === undefined);
    const contrary = isOfAll ? await listAll(deps, contraryIn(filter)) : [];
    const decided = [...(await listAll(deps, filter)), ...contrary];
    const { day, until = day, verdict, person, office, rule } = query;
    const period = { from: day, until, verdict, person, offices: office, rule };
    const details = { format, count: decided.length, ...period, ...aboutDetails(query) };
    await recordAudit(context, request, { action: 'exported', subject: user.id, details });
    // Without a public address, the one that the browser itself asked.
    const root = session.publicUrl ?? `${request.protocol}://${request.host}/`;
    const linkTo = (flagId: string) => new URL(`flags/${flagId}`, root).href;
    const sheet = await viewDecisionSheet(deps, decided, { offices: allOffices, language, linkTo });
    return writeSheet(sheet, format, language);
  };
  app.get('/api/decisions/sheet', { schema: { querystring: sheetQuerySchema } }, async (request, reply) => {
    if (oneByOne.pendingCount >= MAX_WAITING) throw new Refusal('busy').after(RETRY_SECONDS);
    const { query } = request;
    const { mediaType, bytes } = await oneByOne(() => makeSheet(request, query));
    const name = `netra-keputusan-${[query.day, query.until].filter(Boolean).join('-') || 'semua'}.${query.format}`;
    return reply
      .type(mediaType)
      .headers({ 'content-disposition': `attachment; filename="${name}"`, 'cache-control': 'private, no-store' })
      .send(bytes);
  });
}

/** All of it, or a refusal: a list that was cut would read as the whole. */
async function listAll(deps: ConsoleDeps, filter: DecidedFilter): Promise<DecidedFlag[]> {
  const all: DecidedFlag[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await deps.flags.listDecided(filter, { limit: STEP, cursor });
    all.push(...page.decided);
    if (all.length > MAX_SHEET_ROWS) throw new Refusal('too_many_rows', { limit: MAX_SHEET_ROWS });
    if (page.nextCursor === undefined) return all;
    cursor = page.nextCursor;
  }
}
