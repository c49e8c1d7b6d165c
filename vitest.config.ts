import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/support/closing-line.js';
import { LongestFirst } from './test/support/longest-first.js';

export default defineConfig({
  test: {
    include: [
      'src/**/*.test.ts',
      'workers/**/*.test.ts',
      'web/**/*.test.{ts,tsx}',
      'test/**/*.test.ts',
      'bench/**/*.test.ts',
    ],
    globalSetup: 'test/support/services.ts',
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new ClosingLine()],
    // Files with a browser or a server wait more than they compute: one worker more than a small machine has cores
    // would starve the time limits below, one less would leave it idle.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 90_000,
    teardownTimeout: 20_000,
  },
});
