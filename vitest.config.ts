import { defineConfig } from 'vitest/config';
import { ClosingLine } from './test/support/closing-line.js';
import { LongestFirst } from './test/support/longest-first.js';
import { WAIT_LIMIT_MS } from './test/support/until.js';

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
    // Files with a browser or a server wait more than they compute: one worker less than a small machine has cores
    // would leave it idle, one more would only make them wait for each other.
    maxWorkers: 2,
    // One rule for all: only what hangs reaches a limit, so that a loaded machine turns no test red. A test that is
    // about time brings a clock, or compares two measurements of the same minute.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: WAIT_LIMIT_MS } },
  },
});
