import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest, longest first. Begun last, one of them would run alone while the other worker stands
 * idle. A fresh clone has no times of its own to go by. A name that is gone costs only the order; `npm run check` tells of it.
 */
export const LONGEST = [
  'test/faults/faults.test.ts',
  'test/integration/crash.test.ts',
  'test/console/web.test.ts',
  'test/faults/up.test.ts',
  'test/platforms/web.test.ts',
  'test/bad-input/import.test.ts',
  'test/demo/sample-network.test.ts',
  'test/registry/keys-told.test.ts',
  'test/evidence/capture.test.ts',
  'test/faults/lost-services.test.ts',
  'test/e2e/demo.test.ts',
  'test/scripts/new.test.ts',
  'test/attacks/reach-inputs.test.ts',
  'test/faults/pages.test.ts',
  'test/bad-input/collect.test.ts',
  'test/registry/keys-rotate.test.ts',
  'test/platforms/bluesky-nothing-lost.test.ts',
  'test/services/start-services.test.ts',
  'test/attacks/process-secrets.test.ts',
  'test/services/doctor.test.ts',
  'test/digest/digest-year.test.ts',
  'test/attacks/keys-race.test.ts',
  'test/attacks/browser-egress.test.ts',
  'test/console/queue-order.test.ts',
  'test/platforms/bluesky.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const index = LONGEST.findIndex((path) => moduleId.endsWith(path));
      return index < 0 ? LONGEST.length : index;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}
