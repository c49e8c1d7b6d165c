import { randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import pLimit from 'p-limit';
import { z } from 'zod';
import { upwardsFrom } from '../../domain/office-line.js';
import { MAX_TEMPLATES, type ReasonTemplate, templatesFor } from '../../domain/reason-template.js';
import { Refusal } from '../access/refusal.js';
import { getShownFlag, officesInReach } from '../access/scope.js';
import { viewerOf } from '../access/session.js';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { idSchema } from '../views/schemas.js';
import {
  flagTemplatesSchema,
  type TemplateBody,
  type TemplateList,
  templateBodySchema,
  templateListSchema,
  viewTemplate,
} from '../views/template-schemas.js';
import { liveRules } from './queue-routes.js';

const params = z.object({ id: idSchema });
const saved = z.object({ id: z.string() });

/** Words for reasons: used by all who decide in the office that keeps them and below, kept by its supervisors. */
export function addTemplateRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps } = context;
  app.get(
    '/api/flags/:id/templates',
    { schema: { params, response: { 200: flagTemplatesSchema } } },
    async (request) => {
      const flag = await getShownFlag(deps, viewerOf(request).user, request.params.id);
      const line = upwardsFrom(flag.officeCode, await deps.offices.listOffices());
      return { templates: templatesFor(flag, await deps.templates.listTemplates(line), line).map(viewTemplate) };
    },
  );
  addListRoute(app, context);
  addChangeRoutes(app, context);
}

function addListRoute(app: ConsoleApp, { deps }: ConsoleContext): void {
  app.get(
    '/api/templates',
    { schema: { response: { 200: templateListSchema } } },
    async (request): Promise<TemplateList> => {
      const { reach, offices } = await officesInReach(deps, viewerOf(request).user);
      const templates = await deps.templates.listTemplates(reach);
      return {
        templates: templates.sort((a, b) => (a.text < b.text ? -1 : 1)).map(viewTemplate),
        offices: offices.map(({ code, name }) => ({ code, name })),
        rules: liveRules(deps),
      };
    },
  );
}

function addChangeRoutes(app: ConsoleApp, context: ConsoleContext): void {
  const { deps } = context;
  const schema = { body: templateBodySchema, response: { 200: saved } };
  // One after the other, so that what is counted is what is there.
  const inTurn = pLimit(1);
  app.post('/api/templates', { schema }, async (request) => {
    const template = toTemplate(randomBytes(9).toString('base64url'), request.body);
    await requireFit(deps, request, template);
    await inTurn(async () => {
      await requireRoom(deps, template.officeCode);
      await deps.templates.addTemplate(template, changeBy(context, request));
    });
    return { id: template.id };
  });

  app.post('/api/templates/:id', { schema: { ...schema, params } }, async (request) => {
    const before = await getOwn(context, request, request.params.id);
    const template = toTemplate(before.id, request.body);
    await requireFit(deps, request, { ...template, before });
    await inTurn(async () => {
      if (before.officeCode !== template.officeCode) await requireRoom(deps, template.officeCode);
      // Somebody has removed it meanwhile: it does not come back.
      if (!(await deps.templates.changeTemplate(template, changeBy(context, request)))) throw new Refusal('not_found');
    });
    return { id: before.id };
  });

  app.post('/api/templates/:id/remove', { schema: { params, response: { 204: z.null() } } }, async (request, reply) => {
    const { id } = await getOwn(context, request, request.params.id);
    await deps.templates.removeTemplate(id, changeBy(context, request));
    return reply.code(204).send(null);
  });
}

function toTemplate(id: string, { office, verdict, rule, text }: TemplateBody): ReasonTemplate {
  return { id, officeCode: office, verdict, rule: rule ?? undefined, text };
}

function changeBy({ clock }: ConsoleContext, request: FastifyRequest) {
  return { by: viewerOf(request).user.id, at: clock() };
}

/** Of an own office, and for a rule that marks; one that was withdrawn since keeps what it has. */
async function requireFit(
  deps: ConsoleContext['deps'],
  request: FastifyRequest,
  { officeCode, rule, before }: Pick<ReasonTemplate, 'officeCode' | 'rule'> & { before?: ReasonTemplate | undefined },
): Promise<void> {
  await requireReach(deps, request, officeCode);
  const isKnown = rule === undefined || rule === before?.rule || deps.rules().some(({ id }) => id === rule);
  if (!isKnown) throw new Refusal('bad_request', { where: 'rule' });
}

async function requireRoom(deps: ConsoleContext['deps'], officeCode: string): Promise<void> {
  const count = await deps.templates.countTemplates(officeCode);
  if (count >= MAX_TEMPLATES) throw new Refusal('too_many_templates', { limit: MAX_TEMPLATES });
}

/** Outside of the own offices it does not exist. */
async function getOwn({ deps }: ConsoleContext, request: FastifyRequest, id: string): Promise<ReasonTemplate> {
  const template = await deps.templates.findTemplate(id);
  if (!template) throw new Refusal('not_found');
  await requireReach(deps, request, template.officeCode);
  return template;
}

async function requireReach(deps: ConsoleContext['deps'], request: FastifyRequest, officeCode: string): Promise<void> {
  const { offices } = await officesInReach(deps, viewerOf(request).user);
  if (!offices.some(({ code }) => code === officeCode)) throw new Refusal('not_found');
}
