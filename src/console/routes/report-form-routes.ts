import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG_ZONE, localDay } from '../../domain/region.js';
import type { Language } from '../../words/language.js';
import { FORM_FAULTS } from '../../words/reports/form.js';
import { sayAdvice } from '../../words/say.js';
import { Refusal } from '../access/refusal.js';
import type { ConsoleApp } from '../context.js';
import { type DoorContext, languageOf, placeOfRequest, sendPage } from '../lapor/door-context.js';
import { type FormPage, formalDay, formPage } from '../lapor/form-page.js';
import { isFresh } from '../lapor/form-token.js';
import type { ReadForm } from '../lapor/read-form.js';
import { receiptPage } from '../lapor/receipt-page.js';
import { heldReport, type Submitted, submitReport } from '../lapor/report-door.js';
import { type Fields, faultOfFields, toBroughtAct, toFields } from '../lapor/report-fields.js';
import { saidOf, saidOfFields } from '../lapor/said.js';
import { withSubmission } from '../lapor/take-in-hand.js';

type Fault = NonNullable<FormPage['fault']>;

interface Back {
  readonly said: Fault;
  readonly status: number;
}

/** `/lapor`: the form, and what it sends. Whatever is wrong, it comes back with all that was typed. */
export function addReportFormRoutes(app: ConsoleApp, context: DoorContext): void {
  const { tokens, tell } = context;
  app.get('/lapor', { schema: { hide: true } }, (request, reply) => showForm(request, reply, { context }));

  app.post('/lapor', { schema: { hide: true } }, (request, reply) => {
    const formOf = ({ token = '' }: ReadForm['fields']) => tokens.read(token)?.reportId;
    return withSubmission(request, { context, formOf }, async (form) => {
      const fields = toFields(form.fields);
      const back = ({ said, status }: Back) => showForm(request, reply, { context, fields, form, said, status });
      try {
        const fault = faultBefore(request, { form, fields, context });
        if (fault) return await back(fault);
        const submitted = await submit(request, { form, fields, context });
        if (submitted.is === 'received') return await showReceipt(request, reply, { context, fields, submitted });
        return await back({
          said: saidOf(submitted, languageOf(request)),
          status: submitted.is === 'held' ? 429 : 422,
        });
      } catch (error) {
        if (error instanceof Refusal) throw error;
        tell('report-form', error, { request: request.id });
        return back({ said: sayAdvice(FORM_FAULTS.later, languageOf(request)), status: 503 });
      }
    });
  });
}

interface Shown {
  readonly context: DoorContext;
  readonly fields?: Fields;
  readonly form?: Pick<ReadForm, 'hadFiles' | 'isCut'>;
  readonly said?: Fault;
  readonly status?: number;
}

async function showForm(request: FastifyRequest, reply: FastifyReply, { context, ...shown }: Shown) {
  const { clock, tokens, deps, reports } = context;
  const { fields = toFields({}), form, said: fault, status } = shown;
  const page = { language: languageOf(request), now: clock(), token: tokens.issue(clock()), fields, fault };
  // A house whose database is away can still give back what was typed.
  const key = fault
    ? await deps.publicDoor.findReportKey().catch(() => undefined)
    : await deps.publicDoor.findReportKey();
  if (form?.isCut) reply.header('connection', 'close');
  return sendPage(reply, formPage({ ...page, key, mustChooseFilesAgain: form?.hadFiles ?? false }), {
    status,
    frames: reports.origins,
  });
}

function showReceipt(
  request: FastifyRequest,
  reply: FastifyReply,
  given: { context: DoorContext; fields: Fields; submitted: Extract<Submitted, { is: 'received' }> },
) {
  const { context, fields, submitted } = given;
  const { receipt, isNew } = submitted;
  const [language, now] = [languageOf(request), context.clock()];
  const day = formalDay(fields.seenOn || localDay(now, LOG_ZONE), { now, language });
  const page = receiptPage({ language, receipt, isNew, formalDay: day });
  return sendPage(reply, page, { frames: context.reports.origins });
}

interface Read {
  readonly form: ReadForm;
  readonly fields: Fields;
  readonly context: DoorContext;
}

function submit(request: FastifyRequest, { form, fields, context }: Read): Promise<Submitted> {
  const place = placeOfRequest(request);
  if (form.notTaken === 'held') return heldReport(place, context);
  const submission = {
    ...toBroughtAct(fields),
    door: 'public' as const,
    token: context.tokens.read(form.fields.token ?? '')!,
    files: form.files,
    identity: form.fields.identity || undefined,
    solved: form.fields.proof || undefined,
    place,
  };
  return submitReport(context.deps.publicDoor, submission, context);
}

/** What can be said before anything is counted or kept. */
function faultBefore(request: FastifyRequest, { form, fields, context }: Read): Back | undefined {
  const [language, now]: [Language, Date] = [languageOf(request), context.clock()];
  if (form.refused) return { said: form.refused.saidIn(language), status: 422 };
  if (form.isCut) return { said: sayAdvice(FORM_FAULTS.unread, language), status: 422 };
  const token = context.tokens.read(form.fields.token ?? '');
  if (!token || !isFresh(token, now)) return { said: sayAdvice(FORM_FAULTS.stale, language), status: 422 };
  if (form.notTaken === 'no_room') return { said: sayAdvice(FORM_FAULTS.busy, language), status: 503 };
  const fault = faultOfFields(fields, { now, hasFiles: form.hadFiles, identity: form.fields.identity || undefined });
  return fault && { said: saidOfFields(fault, language), status: 422 };
}
