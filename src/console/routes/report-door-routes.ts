import multipart from '@fastify/multipart';
import type { ConsoleApp, ConsoleContext } from '../context.js';
import { openDoorContext } from '../lapor/door-context.js';
import { addReportApiRoutes } from './report-api-routes.js';
import { addReportFormRoutes } from './report-form-routes.js';
import { addReportThreadRoutes } from './report-thread-routes.js';
import { addReporterIdentityRoutes } from './reporter-identity-routes.js';

/** The one door that is open to everybody. Forms with files are read here and on no other route. */
export async function addReportDoorRoutes(app: ConsoleApp, context: ConsoleContext): Promise<void> {
  const door = openDoorContext(context);
  addReporterIdentityRoutes(app, context);
  await app.register(async (scope: ConsoleApp) => {
    await scope.register(multipart);
    addReportApiRoutes(scope, door);
    addReportFormRoutes(scope, door);
    addReportThreadRoutes(scope, door);
  });
}
