import { randomBytes } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { languageAskedFor } from '../../words/language.js';
import { FORM_FAULTS } from '../../words/reports/form.js';
import { sayAdvice } from '../../words/say.js';
import { Refusal } from '../access/refusal.js';
import type { ConsoleApp } from '../context.js';
import { type DoorContext, placeOfRequest } from '../lapor/door-context.js';
import type { ReadForm } from '../lapor/read-form.js';
import { heldReport, type Submitted, submitReport } from '../lapor/report-door.js';
import { faultOfFields, toBroughtAct, toFields } from '../lapor/report-fields.js';
import { saidOf, saidOfFields } from '../lapor/said.js';
import { withSubmission } from '../lapor/take-in-hand.js';
import {
  type ReportBody,
  reportBodySchema,
  reportHeldSchema,
  reportTakenSchema,
} from '../views/report-door-schemas.js';

const response = {
  200: reportTakenSchema,
  201: reportTakenSchema,
  422: reportHeldSchema,
  429: reportHeldSchema,
  503: reportHeldSchema,
};

/** The same door for portals of the house: without files as JSON, with files as a form of the same fields. */
export function addReportApiRoutes(app: ConsoleApp, context: DoorContext): void {
  const preHandler = async (request: FastifyRequest, reply: FastifyReply) =>
    allowOrigin(request, reply, context.reports.origins);
  for (const url of ['/api/reports', '/api/reports/with-files']) {
    app.options(url, { schema: { hide: true, response: { 204: z.null() } }, preHandler }, async (_request, reply) =>
      reply
        .code(204)
        .headers({
          'access-control-allow-methods': 'POST',
          'access-control-allow-headers': 'content-type',
          'access-control-max-age': '600',
        })
        .send(null),
    );
  }

  const body = reportBodySchema;
  app.post('/api/reports', { schema: { body, response }, preHandler }, (request, reply) =>
    take(request, reply, { context, body: request.body, files: [] }),
  );

  const consumes = ['multipart/form-data'];
  const description = 'The fields of POST /api/reports, and `files`, several of them.';
  app.post('/api/reports/with-files', { schema: { consumes, description, response }, preHandler }, (request, reply) => {
    const formOf = ({ submission }: ReadForm['fields']) => submission || randomBytes(16).toString('base64url');
    return withSubmission(request, { context, formOf }, (form) => takeForm(request, reply, { context, form }));
  });
}

async function takeForm(
  request: FastifyRequest,
  reply: FastifyReply,
  { context, form }: { context: DoorContext; form: ReadForm },
) {
  const language = languageAskedFor(request.headers['accept-language']);
  if (form.isCut) reply.header('connection', 'close');
  if (form.refused) return refuse(reply, 422, { code: form.refused.fault, ...form.refused.saidIn(language) });
  if (form.isCut) return refuse(reply, 422, { code: 'unread', ...sayAdvice(FORM_FAULTS.unread, language) });
  if (form.notTaken === 'no_room')
    return refuse(reply, 503, { code: 'busy', ...sayAdvice(FORM_FAULTS.busy, language) });
  if (form.notTaken) return answer(reply, await heldReport(placeOfRequest(request), context), language);
  const given = Object.fromEntries(Object.entries(form.fields).filter(([, value]) => value));
  const body = reportBodySchema.safeParse(given);
  if (body.success) return take(request, reply, { context, body: body.data, files: form.files });
  const where = body.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new Refusal('bad_request', { where: where.slice(0, 200) });
}

interface Taking {
  readonly context: DoorContext;
  readonly body: ReportBody;
  readonly files: readonly Buffer[];
}

async function take(request: FastifyRequest, reply: FastifyReply, { context, body, files }: Taking) {
  const language = languageAskedFor(request.headers['accept-language']);
  const fields = toFields({ ...body, story: body.story || body.words });
  const fault = faultOfFields(fields, { now: context.clock(), hasFiles: files.length > 0, identity: body.identity });
  if (fault) return refuse(reply, 422, { code: fault.fault, ...saidOfFields(fault, language) });
  const brought = toBroughtAct({ ...fields, story: body.story ?? '' });
  const submitted = await submitReport(
    context.deps.publicDoor,
    {
      ...brought,
      act: { ...brought.act, words: body.words, kind: body.kind },
      door: 'api',
      token: context.tokens.ofSubmission(body.submission ?? randomBytes(16).toString('base64url')),
      files,
      identity: body.identity,
      solved: body.proof,
      place: placeOfRequest(request),
    },
    context,
  );
  return answer(reply, submitted, language);
}

function answer(reply: FastifyReply, submitted: Submitted, language: 'id' | 'en') {
  if (submitted.is === 'received') {
    const { receipt, isNew } = submitted;
    return reply.code(isNew ? 201 : 200).send({ receipt, isNew, threadPath: '/lapor/buka' });
  }
  const { challenge, ...said } = saidOf(submitted, language);
  if (submitted.is === 'refused') return refuse(reply, 422, { code: submitted.error.fault, ...said });
  const { may, waitSeconds } = submitted.admission;
  return reply
    .code(429)
    .header('retry-after', waitSeconds)
    .send({ error: { code: may, ...said }, challenge });
}

function refuse(reply: FastifyReply, status: number, error: { code: string; message: string; hint: string }) {
  return reply.code(status).send({ error });
}

/** A program has no origin; a page says its own, and has to be ours or one that was named. */
async function allowOrigin(
  { headers }: FastifyRequest,
  reply: FastifyReply,
  origins: readonly string[],
): Promise<void> {
  const { origin, host } = headers;
  reply.header('vary', 'origin');
  if (origin === undefined) return;
  const isOurs = URL.canParse(origin) && new URL(origin).host === host;
  if (!isOurs && !origins.includes(origin)) throw new Refusal('csrf');
  reply.headers({ 'access-control-allow-origin': origin, 'cross-origin-resource-policy': 'cross-origin' });
}
