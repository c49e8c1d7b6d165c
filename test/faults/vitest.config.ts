import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { WAIT_LIMIT_MS } from '../support/until.js';

/** The whole bench by command: what `npm test` runs shortened runs here at full length. */
export default defineConfig({
  test: {
    include: ['*.test.ts'],
    globalSetup: resolve(import.meta.dirname, '../support/services.ts'),
    env: { NETRA_FAULTS: 'whole' },
    // They measure time and memory of processes: one beside another would measure that one.
    fileParallelism: false,
    testTimeout: 2 * 3_600_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: WAIT_LIMIT_MS } },
  },
});
