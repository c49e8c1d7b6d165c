import type { FastifyReply, FastifyRequest } from 'fastify';
import { readReceipt } from '../../domain/receipt.js';
import { MAX_STORY_LENGTH, type Report } from '../../domain/report.js';
import { THREAD_FAULTS } from '../../words/reports/thread.js';
import { sayAdvice } from '../../words/say.js';
import type { ConsoleApp } from '../context.js';
import { type DoorContext, languageOf, placeOfRequest, sendPage } from '../lapor/door-context.js';
import { type FormToken, isFresh } from '../lapor/form-token.js';
import { readForm } from '../lapor/read-form.js';
import { openPage, type ThreadPage, threadPage } from '../lapor/thread-page.js';

type Advice = { readonly message: string; readonly hint: string };
type Opened =
  | { readonly report: Report; readonly receipt: string }
  | { readonly fault: Advice; readonly status: number };

/** `/lapor/buka`: a report's thread, opened by its receipt, which travels in bodies alone. */
export function addReportThreadRoutes(app: ConsoleApp, context: DoorContext): void {
  app.get('/lapor/buka', { schema: { hide: true } }, (request, reply) =>
    sendPage(reply, openPage({ language: languageOf(request) }), { frames: context.reports.origins }),
  );

  app.post('/lapor/buka', { schema: { hide: true } }, async (request, reply) => {
    const fields = await readText(request, context);
    const opened = await open(request, fields.receipt ?? '', context);
    return 'fault' in opened ? refuse(request, reply, opened) : show(request, reply, { context, ...opened });
  });

  app.post('/lapor/balas', { schema: { hide: true } }, async (request, reply) => {
    const fields = await readText(request, context);
    const opened = await open(request, fields.receipt ?? '', context);
    if ('fault' in opened) return refuse(request, reply, opened);
    const text = (fields.text ?? '').replace(/\r\n?/g, '\n').trim();
    const token = context.tokens.read(fields.token ?? '');
    const fault = faultOfReply(request, { text, token, now: context.clock() });
    if (fault) return show(request, reply, { context, ...opened, fault, typed: text });
    await context.deps.publicDoor.reports.saveMessageOnce(opened.report.id, {
      id: token!.messageId,
      from: 'reporter',
      text,
      at: context.clock(),
    });
    const report = (await context.deps.publicDoor.reports.findReport(opened.report.id)) ?? opened.report;
    return show(request, reply, { context, report, receipt: opened.receipt, wasSent: true });
  });
}

async function readText(request: FastifyRequest, { deps }: DoorContext) {
  return (await readForm(request, { limits: deps.publicDoor.uploads.limits, openRoom: () => undefined })).fields;
}

/** A typing fault is told before it counts as a guess, and a guess is told nothing but that it was none. */
async function open(request: FastifyRequest, typed: string, { deps, budgets, clock }: DoorContext): Promise<Opened> {
  const language = languageOf(request);
  const place = placeOfRequest(request);
  const waitSeconds = await budgets.waitForReceipt(place, clock());
  if (waitSeconds > 0) {
    return { fault: sayAdvice(THREAD_FAULTS.wait, language, { minutes: Math.ceil(waitSeconds / 60) }), status: 429 };
  }
  const read = readReceipt(typed.slice(0, 100));
  if ('fault' in read) return { fault: sayAdvice(THREAD_FAULTS[read.fault], language), status: 422 };
  const report = await deps.publicDoor.reports.findReportByReceipt(read.receipt);
  if (report) return { report, receipt: read.receipt };
  await budgets.countWrongReceipt(place, clock());
  return { fault: sayAdvice(THREAD_FAULTS.unknown, language), status: 404 };
}

function refuse(request: FastifyRequest, reply: FastifyReply, { fault, status }: Extract<Opened, { fault: Advice }>) {
  return sendPage(reply, openPage({ language: languageOf(request), fault }), { status });
}

interface Shown extends Pick<ThreadPage, 'report' | 'receipt' | 'fault' | 'wasSent' | 'typed'> {
  readonly context: DoorContext;
}

async function show(request: FastifyRequest, reply: FastifyReply, { context, ...shown }: Shown) {
  const { deps, clock, tokens, reports } = context;
  const { duplicateOf } = shown.report;
  const other = duplicateOf === undefined ? undefined : await deps.publicDoor.reports.findReport(duplicateOf);
  const page = { ...shown, language: languageOf(request), now: clock(), token: tokens.issue(clock()) };
  const text = threadPage({ ...page, standsAs: other ?? shown.report });
  return sendPage(reply, text, { status: shown.fault ? 422 : 200, frames: reports.origins });
}

function faultOfReply(
  request: FastifyRequest,
  { text, token, now }: { text: string; token: FormToken | undefined; now: Date },
): Advice | undefined {
  const language = languageOf(request);
  if (!token || !isFresh(token, now)) return sayAdvice(THREAD_FAULTS.stale, language);
  if (text === '') return sayAdvice(THREAD_FAULTS.empty, language);
  if (text.length <= MAX_STORY_LENGTH) return undefined;
  return sayAdvice(THREAD_FAULTS.too_long, language, { limit: MAX_STORY_LENGTH });
}
