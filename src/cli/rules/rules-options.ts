import type { Writable } from 'node:stream';
import type { Clock } from '../../domain/clock.js';

export interface RulesOptions {
  readonly output: Writable;
  readonly rulesDir: string;
  readonly electionsDir?: string;
  readonly json?: boolean;
  readonly clock?: Clock;
}

export function writeJson(output: Writable, value: unknown): void {
  output.write(`${JSON.stringify(value)}\n`);
}
