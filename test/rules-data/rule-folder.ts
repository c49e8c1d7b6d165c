import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** A copy of the project's rules that a test may edit, with the invented election only. */
export interface RuleFolder {
  readonly dir: string;
  /** Saves as editors do: the whole file at once, under its name. Returns the text before. */
  edit(path: string, change: (text: string) => string): Promise<string>;
  write(path: string, text: string): Promise<void>;
  remove(): Promise<void>;
}

export async function copyRules(): Promise<RuleFolder> {
  const dir = await mkdtemp(join(tmpdir(), 'netra-rules-'));
  await cp(resolve('rules'), dir, {
    recursive: true,
    filter: (source) => !/elections\/[^/]+\.yaml$/.test(source),
  });
  await rename(join(dir, 'example/contoh.yaml'), join(dir, 'elections/contoh.yaml'));
  const write = async (path: string, text: string) => {
    const draft = join(dir, `${path}.draft`);
    await writeFile(draft, text);
    await rename(draft, join(dir, path));
  };
  return {
    dir,
    write,
    async edit(path, change) {
      const before = await readFile(join(dir, path), 'utf8');
      await write(path, change(before));
      return before;
    },
    remove: () => rm(dir, { recursive: true, force: true }),
  };
}

/** Turns one rule off: every set with another list of retired rules has its own hash. */
export const retire = (text: string): string => text.replace(/^status: live$/m, 'status: retired');
