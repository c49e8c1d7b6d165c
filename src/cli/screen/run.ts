import { join } from 'node:path';
import process from 'node:process';
import { cacheDir } from '../../services/locate.mjs';
import { runScreen } from './screen.js';

export interface ScreenFlags {
  readonly elections?: string;
  readonly rules?: string;
}

export function screenStandardInput({ elections, rules }: ScreenFlags): Promise<number> {
  return runScreen({
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    cacheDir: join(cacheDir(process.env), 'elections'),
    electionsDir: elections,
    rulesDir: rules,
  });
}
