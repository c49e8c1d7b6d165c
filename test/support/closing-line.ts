import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one plain line that a person or a script can read without knowing the runner. */
export class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      let failedHere = 0;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'pending') continue;
        counts[state] += 1;
        if (state === 'failed') failedHere += 1;
      }
      // A file that cannot be loaded has no tests to count, and is a failure all the same.
      if (module.state() === 'failed' && failedHere === 0) counts.failed += 1;
    }
    // After the runner's own summary, which is written when this hook has returned.
    process.once('exit', () => {
      process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
    });
  }
}
