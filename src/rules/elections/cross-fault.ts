import { ELECTION_FAULTS } from '../../words/rules/elections.js';
import { quoted } from '../files/quoted.js';
import { sayProblem } from '../files/say-problem.js';

/** A fault between values, at the path of the value that has to change. */
export interface CrossFault {
  readonly path: (string | number)[];
  readonly problem: string;
  readonly hint: string;
}

/** A value and where it stands. */
export interface Placed {
  readonly value: string | number;
  readonly path: CrossFault['path'];
}

/** Every value that stood before. */
export function doublesOf(values: readonly Placed[], what: string): CrossFault[] {
  const seen = new Set<string | number>();
  return values.flatMap(({ value, path }) => {
    if (!seen.has(value)) {
      seen.add(value);
      return [];
    }
    return [{ path, ...sayProblem(ELECTION_FAULTS.double, { what, value: quoted(String(value)) }) }];
  });
}
