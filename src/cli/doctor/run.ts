import { readConfig } from '../../config/read-config.js';
import { runDoctor } from './doctor.js';

/** `netra doctor` on this machine, with the settings of the environment. */
export function examine({ json }: { json: boolean }): Promise<number> {
  const { config, secrets } = readConfig(process.env);
  return runDoctor({ config, secrets, json, out: (line) => process.stdout.write(`${line}\n`) });
}
