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
  project.provide('mongodbUri', services.mongodbUri);
  project.provide('redisUrl', services.redisUrl);
  return () => services.stop();
}
