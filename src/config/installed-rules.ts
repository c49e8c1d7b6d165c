import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The `rules/` folder that came with this installation, found upwards from the running file. */
export function installedRulesDir(from: string = import.meta.dirname): string {
  for (let dir = from; ; dir = dirname(dir)) {
    const candidate = join(dir, 'rules');
    if (['clauses.yaml', 'clauses.yml'].some((name) => existsSync(join(candidate, name)))) return candidate;
    if (dirname(dir) === dir) return join(process.cwd(), 'rules');
  }
}
