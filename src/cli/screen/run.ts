import { join } from 'node:path';
import process from 'node:process';
import { readRuleFolders } from '../../config/rule-folders.js';
import { cacheDir } from '../../services/locate.mjs';
import { writeErr } from '../print.js';
import { runScreen } from './screen.js';

export interface ScreenFlags {
  readonly elections?: string;
  readonly rules?: string;
  readonly explain?: boolean;
}

export function screenStandardInput(flags: ScreenFlags): Promise<number> {
  const { rulesDir, electionsDir } = readRuleFolders(process.env, flags);
  return runScreen({
    input: process.stdin,
    output: process.stdout,
    errors: { write: writeErr },
    cacheDir: join(cacheDir(process.env), 'elections'),
    rulesDir,
    electionsDir,
    withPoints: flags.explain,
  });
}
