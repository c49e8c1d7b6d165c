import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyBaseLogger, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Role } from '../domain/abilities.js';
import { CALIBRATE_EVERY } from '../domain/calibration.js';
import type { Clock } from '../domain/clock.js';
import type { OpenIdDoor } from '../domain/open-id.js';
import { LOGIN_LIMITS, type LoginLimits } from './access/login-limits.js';
import { openPasswordDoor } from './access/password-door.js';
import { installAccessControl } from './access/session.js';
import type { ConsoleApp, ConsoleContext, ReportDoorOptions, Tell } from './context.js';
import { watchForLeavers } from './deciding/return-unanswerable.js';
import { runSettling } from './deciding/run-settling.js';
import { settleAndTell } from './deciding/settle-decision.js';
import type { ConsoleDeps } from './deps.js';
import { installErrorHandler } from './error-handler.js';
import { HTTP_PATIENCE, type HttpPatience, serverOptions } from './http-limits.js';
import { addOpenApi } from './openapi.js';
import { addAccountRoutes } from './routes/account-routes.js';
import { addAdjudicationRoutes } from './routes/adjudication-routes.js';
import { addAgreementRoutes } from './routes/agreement-routes.js';
import { addAssignmentRoutes } from './routes/assignment-routes.js';
import { addCampaignPictureRoutes } from './routes/campaign-picture-routes.js';
import { addClaimRoutes } from './routes/claim-routes.js';
import { addCoverageRoutes } from './routes/coverage-routes.js';
import { addDecisionRoutes } from './routes/decision-routes.js';
import { addDecisionSheetRoutes } from './routes/decision-sheet-routes.js';
import { addDossierRoutes } from './routes/dossier-routes.js';
import { addDraftRoutes } from './routes/draft-routes.js';
import { addEvidenceRoutes } from './routes/evidence-routes.js';
import { addFindingRoutes } from './routes/finding-routes.js';
import { addFlagRoutes } from './routes/flag-routes.js';
import { addGoldenRoutes } from './routes/golden-routes.js';
import { addInvitationRoutes } from './routes/invitation-routes.js';
import { addLoginRoutes } from './routes/login-routes.js';
import { addMissedRoutes } from './routes/missed-routes.js';
import { addNextRoute } from './routes/next-route.js';
import { addNoticeRoutes } from './routes/notice-routes.js';
import { addOpenIdRoutes } from './routes/open-id-routes.js';
import { addOversightRoutes } from './routes/oversight-routes.js';
import { addPasswordRoute } from './routes/password-routes.js';
import { addPendingRoutes } from './routes/pending-routes.js';
import { addQuestionRoutes } from './routes/question-routes.js';
import { addQueueRoutes } from './routes/queue-routes.js';
import { addRegistryRoutes } from './routes/registry-routes.js';
import { addRemarkRoutes } from './routes/remark-routes.js';
import { addReportDoorRoutes } from './routes/report-door-routes.js';
import { addReportLinkRoutes } from './routes/report-link-routes.js';
import { addReportPictureRoutes } from './routes/report-picture-routes.js';
import { addReportRoutes } from './routes/report-routes.js';
import { addReportStepRoutes } from './routes/report-step-routes.js';
import { addRuleRoutes } from './routes/rule-routes.js';
import { addSameRoutes } from './routes/same-routes.js';
import { addSearchRoutes } from './routes/search-routes.js';
import { addSecondReviewRoutes } from './routes/second-review-routes.js';
import { addSecondStepRoutes } from './routes/second-step-routes.js';
import { addTemplateRoutes } from './routes/template-routes.js';
import { addTokenRoutes } from './routes/token-routes.js';
import { addUserRoutes } from './routes/user-routes.js';
import { addViewRoutes } from './routes/view-routes.js';
import { createQueueModels } from './views/queue-models.js';
import { addWebFiles } from './web-files.js';

export interface ConsoleOptions {
  readonly deps: ConsoleDeps;
  readonly clock: Clock;
  /** Where people reach the console, such as `https://netra.example`; without it, the address they asked for. */
  readonly publicUrl?: string | undefined;
  /** The built browser app: holds `index.html` and `assets/`. Without it only the API answers. */
  readonly webDir: string;
  readonly sessionHours: number;
  /** True behind https: cookies are then never sent without it. */
  readonly isSecure: boolean;
  /**
   * Proxies of ours: so many hops, or their addresses. The caller is the last address in `X-Forwarded-For` that none of them has.
   * Without any, the header says nothing.
   */
  readonly trustedProxies?: number | readonly string[] | undefined;
  /** 32 bytes. */
  readonly secret: Uint8Array;
  readonly tell: Tell;
  readonly logger?: FastifyBaseLogger;
  readonly loginLimits?: LoginLimits | undefined;
  readonly patience?: HttpPatience | undefined;
  /** Roles whose people set up a second step of the log-in before anything else. */
  readonly secondStepRoles: readonly Role[];
  /** How long a decision can be undone before it counts; 0: it counts at once. */
  readonly undoMs: number;
  /** Else `CALIBRATE_EVERY`. */
  readonly calibrateEvery?: number | undefined;
  readonly reports?: ReportDoorOptions | undefined;
  /** The house's own log-in, beside that by password. Needs `publicUrl`: its answers go there. */
  readonly openId?: OpenIdDoor | undefined;
}

/** The review console: API under `/api/`, browser app everywhere else. The caller listens and closes. */
export async function createConsole(options: ConsoleOptions): Promise<ConsoleApp> {
  const { deps, clock, publicUrl, sessionHours, isSecure, secondStepRoles, tell, undoMs } = options;
  const app: ConsoleApp = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: proxiesOf(options.trustedProxies),
    ...serverOptions(options.patience ?? HTTP_PATIENCE),
    routerOptions: { maxParamLength: 200 },
    exposeHeadRoutes: false,
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // A form on a foreign page can send text/plain without asking; JSON it cannot.
  app.removeContentTypeParser('text/plain');
  installErrorHandler(app, tell);
  await installHeaders(app, isSecure);
  await app.register(cookie);
  const session = { users: deps.users, tokens: deps.tokens, clock, publicUrl, sessionHours, isSecure, secondStepRoles };
  installAccessControl(app, session);
  await addOpenApi(app, publicUrl);
  const queueModels = createQueueModels(deps, { clock, onFailed: (error) => tell('console-queue-order', error) });
  const { secret, openId, loginLimits: limits = LOGIN_LIMITS } = options;
  const login = { limits, secret, openId };
  const reports = options.reports ?? { origins: [] };
  const calibrateEvery = options.calibrateEvery ?? CALIBRATE_EVERY;
  const context = { deps, clock, session, login, queueModels, tell, undoMs, calibrateEvery, reports };
  addRoutes(app, context);
  await settleWhileRunning(app, context);
  await addReportDoorRoutes(app, context);
  await addWebFiles(app, options.webDir);
  await app.ready();
  return app;
}

/** What nobody undid counts, also what waited when the process before died. */
async function settleWhileRunning(app: ConsoleApp, context: ConsoleContext): Promise<void> {
  const onFailed = (error: unknown) => context.tell('console-pending', error);
  const lookForLeavers = watchForLeavers(context);
  const turn = async () => {
    await settleAndTell(context);
    await lookForLeavers();
  };
  const settling = await runSettling(turn, { onFailed });
  app.addHook('onClose', settling.close);
}

function proxiesOf(
  trusted: ConsoleOptions['trustedProxies'] = 0,
): string[] | ((address: string, hop: number) => boolean) {
  // The connection itself is hop 0, and the last entry of the header hop 1.
  return typeof trusted === 'number' ? (_address, hop) => hop < trusted : [...trusted];
}

/** How people, and programs of theirs, become somebody here. */
function addWaysIn(app: ConsoleApp, context: ConsoleContext): void {
  const door = openPasswordDoor(app, context);
  addLoginRoutes(app, context, door);
  addOpenIdRoutes(app, context, door);
  addPasswordRoute(app, context, door);
  addSecondStepRoutes(app, context, door);
  addTokenRoutes(app, context, door);
  addInvitationRoutes(app, context);
}

function addRoutes(app: ConsoleApp, context: ConsoleContext): void {
  app.get('/healthz', { schema: { response: { 204: z.null() } } }, async (_request, reply) =>
    reply.code(204).send(null),
  );
  addWaysIn(app, context);
  addUserRoutes(app, context);
  addQueueRoutes(app, context);
  addNextRoute(app, context);
  addSecondReviewRoutes(app, context);
  addAdjudicationRoutes(app, context);
  addAgreementRoutes(app, context);
  addGoldenRoutes(app, context);
  addNoticeRoutes(app, context);
  addRegistryRoutes(app, context);
  addSearchRoutes(app, context);
  addDecisionRoutes(app, context);
  addDecisionSheetRoutes(app, context);
  addFlagParts(app, context);
  addTemplateRoutes(app, context);
  addViewRoutes(app, context);
  addBroughtRoutes(app, context);
  addAccountRoutes(app, context);
  addCoverageRoutes(app, context);
  addRuleRoutes(app, context);
  addMissedRoutes(app, context);
  addOversightRoutes(app, context);
}

/** What is done with one flag, and read of it. */
function addFlagParts(app: ConsoleApp, context: ConsoleContext): void {
  addFlagRoutes(app, context);
  addClaimRoutes(app, context);
  addAssignmentRoutes(app, context);
  addDraftRoutes(app, context);
  addPendingRoutes(app, context);
  addSameRoutes(app, context);
  addRemarkRoutes(app, context);
  addQuestionRoutes(app, context);
  addEvidenceRoutes(app, context);
  addDossierRoutes(app, context);
}

/** What people bring, and what it is compared with. */
function addBroughtRoutes(app: ConsoleApp, context: ConsoleContext): void {
  addReportRoutes(app, context);
  addReportLinkRoutes(app, context);
  addReportPictureRoutes(app, context);
  addReportStepRoutes(app, context);
  addFindingRoutes(app, context);
  addCampaignPictureRoutes(app, context);
}

async function installHeaders(app: ConsoleApp, isSecure: boolean): Promise<void> {
  await app.register(helmet, {
    enableCSPNonces: true,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: isSecure ? [] : null,
      },
    },
    strictTransportSecurity: isSecure,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/') && !reply.hasHeader('cache-control')) {
      reply.header('cache-control', 'private, no-store');
    }
  });
}
