import type { FastifyReply, FastifyRequest } from 'fastify';
import { PermanentError } from '../../domain/errors.js';
import { readReceipt } from '../../domain/receipt.js';
import { MAX_MESSAGES, MAX_STORY_LENGTH, type Report } from '../../domain/report.js';
import { FORM_FAULTS } from '../../words/reports/form.js';
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
    const { receipt = '' } = await readText(request, context);
    const opened = await open(request, receipt, context);
    if (!('fault' in opened)) return show(request, reply, { context, ...opened });
    return sendPage(reply, openPage({ language: languageOf(request), fault: opened.fault }), { status: opened.status });
  });

  app.post('/lapor/balas', { schema: { hide: true } }, async (request, reply) => {
    const fields = await readText(request, context);
    const text = (fields.text ?? '').replace(/\r\n?/g, '\n').trim();
    const { receipt = '' } = fields;
    try {
      const opened = await open(request, receipt, context);
      if (!('fault' in opened))
        return await addReply(request, reply, { context, ...opened, text, token: fields.token });
      return askAgain(request, reply, { context, receipt, text, ...opened });
    } catch (error) {
      context.tell('report-thread', error, { request: request.id });
      const fault = sayAdvice(FORM_FAULTS.later, languageOf(request));
      return askAgain(request, reply, { context, receipt, text, fault, status: 503 });
    }
  });
}

async function readText(request: FastifyRequest, { deps }: DoorContext) {
  const { limits } = deps.publicDoor.uploads;
  return (await readForm(request, { limits, openRoom: async () => 'no_room' })).fields;
}

/** A typing fault is told before it counts as a guess, and a guess is told nothing but that it was none. */
async function open(request: FastifyRequest, typed: string, { deps, budgets, clock }: DoorContext): Promise<Opened> {
  const language = languageOf(request);
  const read = readReceipt(typed.slice(0, 100));
  if ('fault' in read) return { fault: sayAdvice(THREAD_FAULTS[read.fault], language), status: 422 };
  const { waitSeconds, giveBack } = await budgets.tryReceipt(placeOfRequest(request), clock());
  if (waitSeconds > 0) {
    return { fault: sayAdvice(THREAD_FAULTS.wait, language, { minutes: Math.ceil(waitSeconds / 60) }), status: 429 };
  }
  const report = await deps.publicDoor.reports.findReportByReceipt(read.receipt);
  if (!report) return { fault: sayAdvice(THREAD_FAULTS.unknown, language), status: 404 };
  await giveBack();
  return { report, receipt: read.receipt };
}

interface Unopened {
  readonly context: DoorContext;
  readonly receipt: string;
  readonly text: string;
  readonly fault: Advice;
  readonly status: number;
}

/** What was written stands beside the receipt, to be sent once more. */
function askAgain(request: FastifyRequest, reply: FastifyReply, { context, receipt, text, fault, status }: Unopened) {
  const token = context.tokens.issue(context.clock());
  const page = openPage({
    language: languageOf(request),
    fault,
    reply: { typed: text, receipt: receipt.slice(0, 40), token },
  });
  return sendPage(reply, page, { status, frames: context.reports.origins });
}

interface Reply {
  readonly context: DoorContext;
  readonly report: Report;
  readonly receipt: string;
  readonly text: string;
  readonly token: string | undefined;
}

async function addReply(
  request: FastifyRequest,
  reply: FastifyReply,
  { context, report, receipt, text, ...sent }: Reply,
) {
  const { clock, deps, tokens } = context;
  const { reports } = deps.publicDoor;
  const token = tokens.read(sent.token ?? '');
  const again = (fault: Advice, now: Report) =>
    show(request, reply, { context, report: now, receipt, fault, typed: text });
  const fault = faultOfReply(request, { text, token, now: clock() });
  if (fault) return again(fault, report);
  const message = { id: token!.messageIdOf(text), from: 'reporter', text, at: clock() } as const;
  try {
    await reports.saveMessageOnce(report.id, message);
  } catch (error) {
    const now = await reports.findReport(report.id);
    if (!(error instanceof PermanentError) || !now || now.messages.length < MAX_MESSAGES) throw error;
    return again({ message: error.message, hint: error.hint }, now);
  }
  return show(request, reply, {
    context,
    report: (await reports.findReport(report.id)) ?? report,
    receipt,
    wasSent: true,
  });
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
