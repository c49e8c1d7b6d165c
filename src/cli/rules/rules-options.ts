import type { Clock } from '../../domain/clock.js';
import { toJson } from '../print.js';

export interface Output {
  write(text: string): unknown;
}

export interface RulesOptions {
  readonly output: Output;
  readonly rulesDir: string;
  readonly electionsDir?: string;
  readonly json?: boolean;
  readonly clock?: Clock;
}

export function writeJson(output: Output, value: unknown): void {
  output.write(`${toJson(value)}\n`);
}
