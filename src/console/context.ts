import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify';
import type { FastifyBaseLogger } from 'fastify/types/logger.js';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { AuditAction, AuditEvent } from '../domain/audit.js';
import type { Clock } from '../domain/clock.js';
import type { OpenIdDoor } from '../domain/open-id.js';
import type { LoginLimits } from './access/login-limits.js';
import { type SessionOptions, viewerOf } from './access/session.js';
import type { ConsoleDeps } from './deps.js';
import type { ReportLimits } from './lapor/budgets.js';
import type { UploadPatience } from './upload-patience.js';
import type { QueueModels } from './views/queue-models.js';

/** A Fastify whose route schemas are zod schemas. */
export type ConsoleApp = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** Tells an operator of a failure: where, its class and frames, ids; never a message that may quote content. */
export type Tell = (where: string, error: unknown, ids?: Readonly<Record<string, string | undefined>>) => void;

/** What every route file is given. */
export interface ConsoleContext {
  readonly deps: ConsoleDeps;
  readonly clock: Clock;
  readonly session: SessionOptions;
  readonly login: LoginOptions;
  readonly reports: ReportDoorOptions;
  readonly queueModels: QueueModels;
  readonly tell: Tell;
  /** How long a decision can be undone; 0: it counts at once. */
  readonly undoMs: number;
  /** One of so many next flags is a golden one's question, where there is one to ask. */
  readonly calibrateEvery: number;
}

/** How the public door is held. */
export interface ReportDoorOptions {
  readonly limits?: ReportLimits | undefined;
  readonly patience?: UploadPatience | undefined;
  /** Other sites of the house (`https://portal.example.go.id`) that may show the form, or send to its interface. */
  readonly origins: readonly string[];
}

export interface LoginOptions {
  readonly limits: LoginLimits;
  /** 32 bytes; names counters and browsers. A new one begins both anew. */
  readonly secret: Uint8Array;
  /** The house's own log-in, where there is one. */
  readonly openId?: OpenIdDoor | undefined;
}

/** One entry of the log about the person behind the request. Ids only; it is written before anything is shown. */
export async function recordAudit(
  context: ConsoleContext,
  request: FastifyRequest,
  event: { action: AuditAction; subject: string; details?: AuditEvent['details'] },
): Promise<void> {
  const { user, token } = viewerOf(request);
  await context.deps.audit.appendEntry({
    at: context.clock(),
    actor: user.id,
    action: event.action,
    subject: event.subject,
    details: { ...event.details, apiToken: token?.id },
  });
}
