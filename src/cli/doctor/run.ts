import { readConfig } from '../../config/read-config.js';
import { withServerAddresses } from '../../config/secret-files.js';
import { writeOut } from '../print.js';
import { runDoctor } from './doctor.js';

/** `netra doctor` on this machine, with the settings of the environment. */
export function examine({ json }: { json: boolean }): Promise<number> {
  const { config, secrets } = readConfig(process.env);
  const env = withServerAddresses(process.env, secrets);
  return runDoctor({ config, secrets, env, json, out: (line) => writeOut(`${line}\n`) });
}
