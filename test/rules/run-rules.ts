import { PassThrough } from 'node:stream';

type Command = (options: { output: PassThrough; rulesDir: string }) => Promise<number>;

/** Runs a `netra rules` command on a folder; paths in what it says begin inside that folder. */
export async function runRules(command: Command, rulesDir: string): Promise<{ exitCode: number; text: string }> {
  const output = new PassThrough();
  const exitCode = await command({ output, rulesDir });
  return { exitCode, text: String(output.read() ?? '').replaceAll(`${rulesDir}/`, '') };
}
