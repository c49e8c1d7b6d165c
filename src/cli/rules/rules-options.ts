import type { Writable } from 'node:stream';
import type { Clock } from '../../domain/clock.js';
import { installedRulesDir } from '../../rules/installed-rules.js';

export interface RulesOptions {
  readonly output: Writable;
  readonly rulesDir?: string;
  readonly electionsDir?: string;
  readonly json?: boolean;
  readonly clock?: Clock;
}

/** The folder that came with this installation where none is named. */
export function withInstalled<T extends RulesOptions>(options: T): T & { readonly rulesDir: string } {
  return { ...options, rulesDir: options.rulesDir ?? installedRulesDir() };
}

export function writeJson(output: Writable, value: unknown): void {
  output.write(`${JSON.stringify(value)}\n`);
}
