import type { Document, LineCounter, Node, YAMLError } from 'yaml';
import type { z } from 'zod';
import { canonicalHash } from '../../domain/canonical-json.js';
import type { FileIssue } from '../../domain/errors.js';
import { SYNTAX_FAULTS, YAML_FAULTS } from '../../words/rules/yaml.js';
import { type Advice, sayError } from '../../words/say.js';
import type { IssueAt } from './issue-at.js';
import { sayProblem } from './say-problem.js';
import { yaml } from './yaml-library.js';
import { nodeAt, offsetOf, plainValueOf } from './yaml-nodes.js';
import { issuesOf } from './yaml-problems.js';
import { tokensOf } from './yaml-tokens.js';

/** Far above every real file (545 contests take about 0.4 MB), far below what would stall a worker. */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;
/** A file with more faults than this has one cause; the rest would only hide it. */
const MAX_ISSUES = 100;

export type YamlFile<T> =
  | { readonly ok: true; readonly value: T; readonly hash: string }
  | { readonly ok: false; readonly issues: readonly FileIssue[] };

/** What a file says before its shape is checked: also known of a file with faults of shape. */
export interface YamlTree {
  /** Plain values; `undefined` where the file is no YAML. */
  readonly raw?: unknown;
  /** Where a value stands, 1-based; as far down as the path exists. */
  readonly placeOf: (path: readonly PropertyKey[]) => Pick<FileIssue, 'line' | 'column'>;
}

/**
 * Reads one YAML file that people write and checks its shape. Never throws on any content; every fault has its
 * 1-based line and column. `path` is only printed. Bytes are checked for UTF-8; a string is taken as it is.
 *
 * A schema may word a fault itself: the text after the first newline of its message is the hint. `hash` covers the
 * checked value, not its spelling: comments, key order and line ends do not change it.
 */
export function readYamlFile<S extends z.ZodType>(
  path: string,
  source: string | Uint8Array,
  schema: S,
): YamlFile<z.output<S>> & YamlTree {
  const read = decode(source);
  if ('problem' in read) {
    const start = { line: 1, column: 1 };
    const issues = [{ path, ...start, problem: read.problem, hint: read.hint }];
    return { ok: false, issues, placeOf: () => start };
  }
  const lines = new (yaml().LineCounter)();
  const placeAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  };
  const issueAt: IssueAt = (offset, problem, hint) => ({ path, ...placeAt(offset), problem, hint });
  const { root, raw, ...checked } = check(read.text, lines, { schema, issueAt });
  const placeOf: YamlTree['placeOf'] = (at) => placeAt(root === undefined ? 0 : offsetOf(nodeAt(root, at).node));
  if (checked.ok) return { ...checked, hash: canonicalHash(checked.value), raw, placeOf };
  return { ok: false, issues: bounded(withTruncation(checked.issues, read.text, issueAt)), raw, placeOf };
}

type Checked<T> = { root?: Node; raw?: unknown } & ({ ok: true; value: T } | { ok: false; issues: FileIssue[] });

function check<S extends z.ZodType>(
  text: string,
  lines: LineCounter,
  { schema, issueAt }: { schema: S; issueAt: IssueAt },
): Checked<z.output<S>> {
  const composed = compose(text, lines, issueAt);
  if (!composed.ok) return composed;
  const { root } = composed;
  const { value: raw, issues } = plainValueOf(root, issueAt);
  if (issues.length > 0) return { ok: false, issues, root, raw };
  // The marker tells our own wording, set in a schema, from the library's English default.
  const parsed = schema.safeParse(raw, { error: () => '' });
  if (parsed.success) return { ok: true, value: parsed.data, root, raw };
  return { ok: false, issues: issuesOf(parsed.error.issues, { root, schema, issueAt }), root, raw };
}

type Composed = { ok: true; root: NonNullable<Document['contents']> } | { ok: false; issues: FileIssue[] };

function compose(text: string, lines: LineCounter, issueAt: IssueAt): Composed {
  const fail = (offset: number, fault: Advice): Composed => ({
    ok: false,
    issues: [issueAt(offset, ...sayError(fault, 'id'))],
  });
  const read = tokensOf(text, lines);
  if (!read.ok) return { ok: false, issues: [issueAt(read.offset, read.problem, read.hint)] };
  // Our own walk finds double keys: the library's check takes quadratic time on a long map.
  const composer = new (yaml().Composer)({ uniqueKeys: false, schema: 'core' });
  const documents = [...composer.compose(read.tokens, true, text.length)];
  const [document, second] = documents;
  if (!document?.contents) return fail(0, YAML_FAULTS.empty);
  if (second) return fail(second.range[0], YAML_FAULTS.manyDocuments);
  if (document.directives?.yaml.explicit && document.directives.yaml.version !== '1.2') {
    return fail(0, YAML_FAULTS.version);
  }
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return { ok: false, issues: faults.map((fault) => syntaxIssue(fault, text, issueAt)) };
  return { ok: true, root: document.contents };
}

function syntaxIssue(fault: YAMLError, text: string, issueAt: IssueAt): FileIssue {
  const offset = Math.min(fault.pos[0], text.length);
  const isAtEnd = text.slice(offset).trim() === '';
  const isUnclosed = fault.code === 'BAD_INDENT' || fault.code === 'MISSING_CHAR';
  if (isAtEnd && isUnclosed) {
    return issueAt(offset, ...sayError(YAML_FAULTS.unclosed, 'id'));
  }
  const known: Readonly<Record<string, Advice>> = SYNTAX_FAULTS;
  const [problem, hint] = sayError(known[fault.code] ?? YAML_FAULTS.unreadable, 'id');
  return issueAt(offset, `${problem} (${fault.code})`, hint);
}

type Decoded = { text: string } | { problem: string; hint: string };

function decode(source: string | Uint8Array): Decoded {
  const bytes = typeof source === 'string' ? Buffer.byteLength(source) : source.byteLength;
  if (bytes > MAX_FILE_BYTES) {
    return sayProblem(YAML_FAULTS.tooLarge, { limit: MAX_FILE_BYTES / 1024 / 1024 });
  }
  const text = typeof source === 'string' ? source : decodeUtf8(source);
  if (text === undefined) return sayProblem(YAML_FAULTS.notUtf8);
  if (text.includes('\0')) return sayProblem(YAML_FAULTS.nulByte);
  return { text: text.startsWith('\uFEFF') ? text.slice(1) : text };
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Faults in a file whose last line has no end look like mistakes of the author, but the writer was cut off. */
function withTruncation(issues: FileIssue[], text: string, issueAt: IssueAt): FileIssue[] {
  if (text === '' || text.endsWith('\n')) return issues;
  const ending = issueAt(text.length, ...sayError(YAML_FAULTS.lastLine, 'id'));
  return [...issues, ending];
}

function bounded(all: readonly FileIssue[]): FileIssue[] {
  const issues = [...new Map(all.map((issue) => [JSON.stringify(issue), issue])).values()];
  if (issues.length <= MAX_ISSUES) return issues;
  const next = issues[MAX_ISSUES]!;
  return [...issues.slice(0, MAX_ISSUES), { ...next, ...sayProblem(YAML_FAULTS.more) }];
}
