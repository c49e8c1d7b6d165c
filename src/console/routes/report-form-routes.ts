import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG_ZONE, localDay } from '../../domain/region.js';
import type { Language } from '../../words/language.js';
import { FORM_FAULTS } from '../../words/reports/form.js';
import { sayAdvice } from '../../words/say.js';
import type { ConsoleApp } from '../context.js';
import { grantTime, UPLOAD_MS } from '../http-limits.js';
import { type DoorContext, languageOf, placeOfRequest, sendPage } from '../lapor/door-context.js';
import { type FormPage, formalDay, formPage } from '../lapor/form-page.js';
import { isFresh } from '../lapor/form-token.js';
import { type ReadForm, readForm } from '../lapor/read-form.js';
import { receiptPage } from '../lapor/receipt-page.js';
import { submitReport } from '../lapor/report-door.js';
import { type Fields, faultOfFields, toBroughtAct, toFields } from '../lapor/report-fields.js';
import { saidOf, saidOfFields } from '../lapor/said.js';

type Fault = NonNullable<FormPage['fault']>;

/** `/lapor`: the form, and what it sends. Whatever is wrong, it comes back with all that was typed. */
export function addReportFormRoutes(app: ConsoleApp, context: DoorContext): void {
  const { clock, tokens } = context;
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    given: { fields?: Fields; fault?: Fault; hadFiles?: boolean; status?: number } = {},
  ) => {
    const { fields = toFields({}), fault, hadFiles = false, status } = given;
    const page = { language: languageOf(request), now: clock(), token: tokens.issue(clock()), fields, fault };
    const key = await context.deps.publicDoor.findReportKey();
    const text = formPage({ ...page, key, mustChooseFilesAgain: fault !== undefined && hadFiles });
    return sendPage(reply, text, { status, frames: context.reports.origins });
  };

  app.get('/lapor', { schema: { hide: true } }, (request, reply) => show(request, reply));

  app.post('/lapor', { schema: { hide: true } }, async (request, reply) => {
    grantTime(request, UPLOAD_MS);
    const language = languageOf(request);
    const { form, leave } = await read(request, context);
    try {
      const fields = toFields(form.fields);
      const hadFiles = form.files.length > 0 || form.hasDropped || form.refused !== undefined;
      const back = (fault: Fault, status: number) => show(request, reply, { fields, fault, hadFiles, status });
      const fault = faultBefore(form, fields, { language, now: clock(), tokens });
      if (fault) return await back(fault.said, fault.status);
      const submitted = await submitReport(
        context.deps.publicDoor,
        toSubmission(request, form, { fields, context }),
        context,
      );
      if (submitted.is !== 'received')
        return await back(saidOf(submitted, language), submitted.is === 'held' ? 429 : 422);
      const day = formalDay(fields.seenOn || localDay(clock(), LOG_ZONE), { now: clock(), language });
      const { receipt, isNew } = submitted;
      return await sendPage(reply, receiptPage({ language, receipt, isNew, formalDay: day }), {
        frames: context.reports.origins,
      });
    } finally {
      leave();
    }
  });
}

/** Files are taken in hand for a form of ours alone, and only where there is room. */
async function read(request: FastifyRequest, { deps, tokens, room }: DoorContext) {
  let entered: ReturnType<DoorContext['room']['enter']>;
  const leave = () => entered?.leave();
  const openRoom = ({ token = '' }: ReadForm['fields']) => {
    entered = tokens.read(token) && room.enter(placeOfRequest(request));
    return entered;
  };
  try {
    return { form: await readForm(request, { limits: deps.publicDoor.uploads.limits, openRoom }), leave };
  } catch (error) {
    leave();
    throw error;
  }
}

function toSubmission(
  request: FastifyRequest,
  form: ReadForm,
  { fields, context }: { fields: Fields; context: DoorContext },
) {
  return {
    ...toBroughtAct(fields),
    door: 'public' as const,
    token: context.tokens.read(form.fields.token ?? '')!,
    files: form.files,
    identity: form.fields.identity || undefined,
    solved: form.fields.proof || undefined,
    place: placeOfRequest(request),
  };
}

/** What can be said before anything is counted or kept. */
function faultBefore(
  form: ReadForm,
  fields: Fields,
  { language, now, tokens }: { language: Language; now: Date } & Pick<DoorContext, 'tokens'>,
): { said: Fault; status: number } | undefined {
  const token = tokens.read(form.fields.token ?? '');
  if (!token || !isFresh(token, now)) return { said: sayAdvice(FORM_FAULTS.stale, language), status: 422 };
  if (form.refused) return { said: form.refused.saidIn(language), status: 422 };
  if (form.hasDropped) return { said: sayAdvice(FORM_FAULTS.busy, language), status: 503 };
  const fault = faultOfFields(fields, {
    now,
    hasFiles: form.files.length > 0,
    identity: form.fields.identity || undefined,
  });
  return fault && { said: saidOfFields(fault, language), status: 422 };
}
