import { readConfig } from '../../config/read-config.js';
import { withServerAddresses } from '../../config/secret-files.js';
import { runDoctor } from './doctor.js';

/** `netra doctor` on this machine, with the settings of the environment. */
export function examine({ json }: { json: boolean }): Promise<number> {
  const { config, secrets } = readConfig(process.env);
  const env = withServerAddresses(process.env, secrets);
  return runDoctor({ config, secrets, env, json, out: (line) => process.stdout.write(`${line}\n`) });
}
