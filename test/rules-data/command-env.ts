import { inject, vi } from 'vitest';
import type { TestCore } from '../support/core.js';

/** Commands read the environment, as they do for an office: here they find this core and these rules. */
export function stubCommandEnv({ databaseName, dataDir }: TestCore, rulesDir: string): void {
  const uri = new URL(inject('mongodbUri'));
  uri.pathname = `/${databaseName}`;
  vi.stubEnv('MONGODB_URI', uri.href);
  vi.stubEnv('REDIS_URL', inject('redisUrl'));
  vi.stubEnv('NETRA_DATA_DIR', dataDir);
  vi.stubEnv('NETRA_RULES_DIR', rulesDir);
  vi.stubEnv('NETRA_LOG_LEVEL', 'silent');
}
