// npm run fuzz -- 1000000: every parser of outside input with so many inputs each.
import { spawnSync } from 'node:child_process';

const runs = process.argv[2] ?? '10000';
if (!/^[1-9]\d{0,8}$/.test(runs)) {
  process.stderr.write('fuzz: tulis banyaknya masukan, misalnya: npm run fuzz -- 1000000\n');
  process.exit(64);
}
const { status } = spawnSync('npx', ['vitest', 'run', 'test/fuzz', '--testTimeout=0'], {
  stdio: 'inherit',
  env: { ...process.env, NETRA_FUZZ_RUNS: runs },
});
process.exit(status ?? 1);
