import type { CollectTarget } from '../../domain/collecting.js';
import type { HttpReader } from '../../reach/http-reader.js';
import type { HiddenSignals } from './hidden.js';
import type { Identity } from './identity.js';
import type { Targets } from './targets.js';

/** One visit to one account: what all collections of it share. */
export interface Visit {
  readonly reader: HttpReader;
  readonly owner: Identity;
  /** The handle a person finds the account under. */
  readonly handle: string;
  readonly appUrl: URL;
  readonly targets: Targets;
  readonly since: CollectTarget['since'];
  readonly now: Date;
  readonly hidden: HiddenSignals;
  /** For each collection. */
  readonly maxPages: number;
  readonly maxLookups: number;
  readonly abort: AbortSignal;
}
