import type { FileIssue } from '../../domain/errors.js';
import { type Advice, sayAdvice, type Values } from '../../words/say.js';

/** What the author of a file reads of one fault. */
export function sayProblem<const A extends Advice>(
  advice: A,
  ...values: Values<A>
): Pick<FileIssue, 'problem' | 'hint'> {
  const { message, hint } = sayAdvice(advice, 'id', ...values);
  return { problem: message, hint };
}

/** The same as the message of a schema, as `readYamlFile` takes it apart again. */
export function sayInSchema<const A extends Advice>(advice: A, ...values: Values<A>): string {
  const { problem, hint } = sayProblem(advice, ...values);
  return `${problem}\n${hint}`;
}
