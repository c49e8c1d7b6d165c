import type { SampleFault, SampleReport } from '../../../rules/samples.js';
import { RULE_TESTS } from '../../../words/cli/rules.js';
import { sayIn } from '../../../words/say.js';

const say = sayIn('id');

export function reportLine({ rules, samples, faults }: SampleReport): string {
  const outcome = faults.length === 0 ? say(RULE_TESTS.allHold) : say(RULE_TESTS.someFail, { faults: faults.length });
  return say(RULE_TESTS.tested, { rules, samples, outcome });
}

/** A sample that does not hold, with its file, its note and its text. */
export function sampleLines({ path, rule, note, text, wanted, ticket }: SampleFault): string {
  return [path, `  ${rule}: "${note}" ${say(RULE_TESTS.wanted[wanted])}`, `  ${JSON.stringify(text)} (${ticket})`].join(
    '\n',
  );
}
