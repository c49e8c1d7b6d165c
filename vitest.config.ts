import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import { ClosingLine } from './test/support/closing-line.js';
import { LongestFirst } from './test/support/longest-first.js';
import { WAIT_LIMIT_MS } from './test/support/until.js';

/** Tests of one file of `src`: they need no server, leave nothing behind, and share their modules. */
const units = {
  extends: true as const,
  test: {
    name: 'units',
    include: ['src/**/*.test.ts', 'workers/**/*.test.ts', 'web/**/*.test.{ts,tsx}'],
    pool: 'threads' as const,
    isolate: false,
  },
} satisfies TestProjectInlineConfiguration;

/** Tests of parts together, on real servers: in processes of their own, each for many files that share its modules. */
const parts = {
  extends: true as const,
  test: {
    name: 'parts',
    pool: 'forks' as const,
    isolate: false,
    include: ['test/**/*.test.ts', 'bench/**/*.test.ts'],
    globalSetup: 'test/support/services.ts',
  },
} satisfies TestProjectInlineConfiguration;

export default defineConfig({
  test: {
    projects: [units, parts],
    sequence: { sequencer: LongestFirst },
    reporters: ['default', new ClosingLine()],
    // Files with a browser or a server wait more than they compute: with as many workers as a small machine has
    // cores, a third of its time passes idle.
    maxWorkers: 3,
    // One rule for all: only what hangs reaches a limit, so that a loaded machine turns no test red. A test that is
    // about time brings a clock, or compares two measurements of the same minute.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    expect: { poll: { timeout: WAIT_LIMIT_MS } },
  },
});
