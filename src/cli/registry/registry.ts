import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { PermanentError } from '../../domain/errors.js';
import {
  checkRegistry,
  importRegistry,
  type RegistryCounts,
  type RegistryDeps,
  type RegistryFiles,
  type RegistryReport,
} from '../../intake/registry/import-registry.js';
import { MAX_FILE_BYTES, type RegistryFile } from '../../intake/registry/registry-file.js';
import type { RegistryIssue } from '../../intake/registry/registry-issue.js';
import type { Storage } from '../../storage/storage.js';
import { FILE_FAULTS, REGISTRY } from '../../words/cli/files.js';
import { sayAdvice, sayIn } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { toJson } from '../print.js';

const say = sayIn('id');

interface RegistryCommandDeps extends RegistryDeps {
  readonly storage: RegistryDeps['storage'] & Pick<Storage, 'nipKeys'>;
  /** Takes whole lines with their line end. */
  readonly write: (text: string) => void;
}

interface RegistryCommandOptions {
  readonly accounts: string;
  readonly offices?: string | undefined;
  readonly json?: boolean | undefined;
}

/** `netra registry import`: exit 2 with every fault named and nothing imported. Throws PermanentError where a file cannot be opened. */
export async function runRegistryImport(deps: RegistryCommandDeps, options: RegistryCommandOptions): Promise<number> {
  return print(deps, options, await importRegistry(deps, await openFiles(options)));
}

/** `netra registry check`: the same answer, nothing written. */
export async function runRegistryCheck(deps: RegistryCommandDeps, options: RegistryCommandOptions): Promise<number> {
  const report = await checkRegistry(deps, await openFiles(options));
  const { unreadable } = await deps.storage.nipKeys.countOthers();
  return print(deps, { ...options, isCheck: true, incomparable: unreadable || undefined }, report);
}

async function openFiles({ accounts, offices }: RegistryCommandOptions): Promise<RegistryFiles> {
  const opened = await openFile(accounts);
  return offices === undefined ? { accounts: opened } : { accounts: opened, offices: await openFile(offices) };
}

async function openFile(path: string): Promise<RegistryFile> {
  try {
    const { size } = await stat(path);
    // One byte more than allowed is enough to be told so, without filling memory.
    const bytes = size > MAX_FILE_BYTES ? new Uint8Array(MAX_FILE_BYTES + 1) : await readFile(path);
    return { name: basename(path), bytes };
  } catch (cause) {
    const { message, hint } = sayAdvice(FILE_FAULTS.cannotOpen, 'id', { file: path });
    throw new PermanentError(message, hint, { cause });
  }
}

function print(
  { write }: RegistryCommandDeps,
  {
    json,
    isCheck = false,
    incomparable,
  }: RegistryCommandOptions & { isCheck?: boolean; incomparable?: number | undefined },
  report: RegistryReport,
): number {
  if (json) write(`${toJson({ ...report, incomparable })}\n`);
  else if (report.isAccepted) write(describe(report, isCheck));
  else writeIssues(write, report.issues);
  if (!json && incomparable !== undefined) write(`${say(REGISTRY.incomparable, { count: incomparable })}\n`);
  return report.isAccepted ? EXIT.ok : EXIT.badInput;
}

function describe({ accounts, offices, reportsTied = 0 }: RegistryCounts, isCheck: boolean): string {
  return `${[
    say(isCheck ? REGISTRY.checked : REGISTRY.imported),
    say(REGISTRY.accounts, { counts: say(REGISTRY.counts, { ...accounts }) }),
    say(REGISTRY.offices, { counts: say(REGISTRY.counts, { ...offices }) }),
    ...(reportsTied > 0 ? [say(REGISTRY.reportsTied, { count: reportsTied })] : []),
  ].join('\n')}\n`;
}

function writeIssues(write: (text: string) => void, issues: readonly RegistryIssue[]): void {
  for (const issue of issues) {
    const line = issue.column ? say(REGISTRY.cellFault, { ...issue }) : say(REGISTRY.rowFault, { ...issue });
    write(`${line}\n`);
  }
  write(`${say(REGISTRY.faults, { count: issues.length })}\n`);
}
