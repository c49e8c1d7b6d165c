import type { Config, Secrets } from '../../config/read-config.js';

/** One line of the table. */
export interface DoctorRow {
  readonly name: string;
  /** `warn`: works, but not for production or not for everything. `missing`: the main job cannot run. */
  readonly state: 'ok' | 'warn' | 'missing';
  readonly version?: string;
  /** Where it comes from: an address, a program file, a folder. */
  readonly from?: string;
  readonly detail?: string | undefined;
  /** The command or setting that mends it. */
  readonly mend?: string | undefined;
  /** Of a rule set that can come into force. */
  readonly set?: { readonly ruleset: string; readonly elections: string };
}

export interface DoctorContext {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly env: NodeJS.ProcessEnv;
}
