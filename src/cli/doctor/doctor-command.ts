import { readConfig } from '../../config/read-config.js';
import { runDoctor } from './doctor.js';

export async function doctorCommand({ json }: { json: boolean }): Promise<number> {
  const { config, secrets } = readConfig(process.env);
  return runDoctor({ config, secrets, json, out: (line) => process.stdout.write(`${line}\n`) });
}
