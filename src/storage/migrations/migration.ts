import type { Connection } from 'mongoose';

/** What a step may need to seal what it writes. */
export interface MigrationKeys {
  readonly hashKey: Buffer;
  readonly auditKey: Buffer;
}

/**
 * One numbered step. Safe to repeat: a step that was cut off, or runs in two processes at once, is run again. `later`: what
 * it builds on is not in order now; it is asked again at each start, and those after it do not wait.
 */
export interface Migration {
  readonly id: string;
  up(connection: Connection, keys: MigrationKeys): Promise<'later' | undefined>;
}
