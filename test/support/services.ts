import { createConnection } from 'mongoose';
import type { TestProject } from 'vitest/node';
import { startServices } from '../../src/services/start-services.js';

declare module 'vitest' {
  export interface ProvidedContext {
    mongodbUri: string;
    redisUrl: string;
  }
}

/**
 * One throw-away MongoDB and Redis for the whole run. Test files keep apart by unique database names and queue
 * prefixes (`uniqueName`), so they run beside each other. A test that kills servers starts its own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const services = await startServices({ dataDir: '.netra/test', env: process.env, ephemeral: true });
  await stopExpiry(services.mongodbUri);
  project.provide('mongodbUri', services.mongodbUri);
  project.provide('redisUrl', services.redisUrl);
  return () => services.stop();
}

/**
 * Tests live on days of their own: what expires on them has expired for the server's clock, which takes such things
 * away once a minute, in the middle of whichever test is under way.
 */
async function stopExpiry(mongodbUri: string): Promise<void> {
  const connection = await createConnection(mongodbUri).asPromise();
  await connection.db!.admin().command({ setParameter: 1, ttlMonitorEnabled: false });
  await connection.close();
}
