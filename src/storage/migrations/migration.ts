import type { Connection } from 'mongoose';

/** One numbered step. Safe to repeat: a step that was cut off, or runs in two processes at once, is run again. */
export interface Migration {
  readonly id: string;
  up(connection: Connection): Promise<void>;
}
