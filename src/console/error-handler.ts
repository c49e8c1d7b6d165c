import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { ChangedMeanwhileError, isMongodbAway, NetraError, NotFoundError, RetryableError } from '../domain/errors.js';
import { languageAskedFor } from '../words/language.js';
import { Refusal } from './access/refusal.js';
import type { Tell } from './context.js';

/** The one place where an error becomes an answer: `{error: {code, message, hint}}`, never a stack. */
export function installErrorHandler(app: FastifyInstance, tell: Tell): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = toRefusal(error, request);
    if (refusal === undefined) return answerInDomainWords(error as NetraError, reply);
    // A refusal of our own is no failure, however full the house is.
    if (refusal.status >= 500 && refusal !== error)
      tell('console', error, { request: request.id, route: request.routeOptions.url });
    return answer(refusal, request, reply);
  });
}

export function answer(refusal: Refusal, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const said = refusal.saidIn(languageAskedFor(request.headers['accept-language']));
  if (refusal.retryAfterSeconds !== undefined) reply.header('retry-after', refusal.retryAfterSeconds);
  return reply.code(refusal.status).send({ error: { code: refusal.code, ...said } });
}

/** `undefined`: a permanent error of the domain, whose own words say what to do. */
function toRefusal(error: unknown, request: FastifyRequest): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof NotFoundError) return new Refusal('not_found');
  if (error instanceof ChangedMeanwhileError) return new Refusal('changed_meanwhile');
  if (error instanceof RetryableError || isMongodbAway(error)) return new Refusal('busy');
  if (error instanceof NetraError) return undefined;
  return fromFramework(error) ?? new Refusal('internal', { requestId: request.id });
}

function fromFramework(error: unknown): Refusal | undefined {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const where = error.validation.map((v) => v.instancePath.slice(1).replaceAll('/', '.') || 'body').join(', ');
    return new Refusal('bad_request', { where: where.slice(0, 200) });
  }
  const status = (error as { statusCode?: number }).statusCode ?? 500;
  if (status === 413) return new Refusal('too_large');
  if (status === 404) return new Refusal('not_found');
  if (status >= 400 && status < 500) return new Refusal('bad_request', { where: 'body' });
  return undefined;
}

function answerInDomainWords(error: NetraError, reply: FastifyReply): FastifyReply {
  return reply.code(422).send({ error: { code: 'refused', message: error.message, hint: error.hint } });
}
