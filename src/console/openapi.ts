import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { FRAME } from '../words/console/frame.js';
import { BY_TOKEN } from './access/by-token.js';

// Swagger UI writes style attributes; it runs no script of its own page and asks no other host.
const DOCS_CSP =
  "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; object-src 'none'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The OpenAPI page at `/api/docs`, made from the same schemas that check each request. */
export async function addOpenApi(app: FastifyInstance, publicUrl = '/'): Promise<void> {
  await app.register(swagger, {
    openapi: {
      info: { title: FRAME.apiTitle.id, version: '1', description: FRAME.tagline.id },
      servers: [{ url: publicUrl }],
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    },
    transform: withTokens,
  });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: DOCS_CSP,
    uiConfig: { validatorUrl: null, tryItOutEnabled: false },
  });
}

/** Says of each route that a token may ask for that it may. */
const withTokens: typeof jsonSchemaTransform = (described) => {
  const told = jsonSchemaTransform(described);
  const { method, url } = described.route;
  const isForTokens = [method].flat().some((one) => Object.hasOwn(BY_TOKEN, `${one} ${url}`));
  return isForTokens ? { ...told, schema: { ...told.schema, security: [{ token: [] }] } } : told;
};
