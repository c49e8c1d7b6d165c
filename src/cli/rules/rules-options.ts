import type { Writable } from 'node:stream';

export interface RulesOptions {
  readonly output: Writable;
  readonly rulesDir?: string;
  readonly electionsDir?: string;
  readonly json?: boolean;
}

export function writeJson(output: Writable, value: unknown): void {
  output.write(`${JSON.stringify(value)}\n`);
}
