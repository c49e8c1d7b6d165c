import { Composer, type Document, LineCounter, type Node, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { canonicalHash } from '../../domain/canonical-json.js';
import type { FileIssue } from '../../domain/errors.js';
import type { IssueAt } from './issue-at.js';
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
  const lines = new LineCounter();
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
  const fail = (offset: number, problem: string, hint: string): Composed => ({
    ok: false,
    issues: [issueAt(offset, problem, hint)],
  });
  const read = tokensOf(text, lines);
  if (!read.ok) return fail(read.offset, read.problem, read.hint);
  // Our own walk finds double keys: the library's check takes quadratic time on a long map.
  const documents = [...new Composer({ uniqueKeys: false, schema: 'core' }).compose(read.tokens, true, text.length)];
  const [document, second] = documents;
  if (!document?.contents) return fail(0, 'Berkas kosong', 'berkas mungkin terpotong; simpan ulang');
  if (second) return fail(second.range[0], 'Lebih dari satu dokumen dalam berkas', 'hapus baris "---" kedua');
  if (document.directives?.yaml.explicit && document.directives.yaml.version !== '1.2') {
    return fail(0, 'Hanya YAML 1.2 yang dibaca', 'hapus baris "%YAML"');
  }
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) return { ok: false, issues: faults.map((fault) => syntaxIssue(fault, text, issueAt)) };
  return { ok: true, root: document.contents };
}

const SYNTAX_HINTS: Partial<Record<YAMLError['code'], readonly [problem: string, hint: string]>> = {
  TAB_AS_INDENT: ['Tab dipakai sebagai indentasi', 'ganti tab dengan spasi'],
  TAG_RESOLVE_FAILED: ['Tanda "!" (tag) tidak boleh dipakai', 'hapus tag, atau beri tanda kutip pada nilainya'],
  BAD_INDENT: ['Indentasi salah, atau kurung tidak ditutup', 'luruskan baris ini dengan saudaranya'],
  MISSING_CHAR: [
    'Ada tanda yang kurang, biasanya kutip, titik dua atau koma',
    'periksa baris ini dan baris di atasnya',
  ],
  BLOCK_AS_IMPLICIT_KEY: ['Dua titik dua dalam satu baris', 'beri tanda kutip pada nilai yang memuat ": "'],
  BAD_DQ_ESCAPE: ['Garis miring terbalik tidak dikenal dalam tanda kutip ganda', 'pakai tanda kutip tunggal'],
  BAD_SCALAR_START: ['Nilai tidak boleh mulai dengan tanda ini', 'beri tanda kutip pada nilainya'],
  UNEXPECTED_TOKEN: ['Ada tulisan yang tidak pada tempatnya', 'periksa kurung, koma dan tanda kutip'],
  IMPOSSIBLE: ['Susunan tidak dapat dibaca', 'periksa baris ini'],
};

function syntaxIssue(fault: YAMLError, text: string, issueAt: IssueAt): FileIssue {
  const offset = Math.min(fault.pos[0], text.length);
  const isAtEnd = text.slice(offset).trim() === '';
  const isUnclosed = fault.code === 'BAD_INDENT' || fault.code === 'MISSING_CHAR';
  if (isAtEnd && isUnclosed) {
    return issueAt(offset, 'Berkas berakhir di tengah kutip atau kurung', 'berkas mungkin terpotong; simpan ulang');
  }
  const [problem, hint] = SYNTAX_HINTS[fault.code] ?? ['YAML tidak dapat dibaca', 'periksa penulisan baris ini'];
  return issueAt(offset, `${problem} (${fault.code})`, hint);
}

type Decoded = { text: string } | { problem: string; hint: string };

function decode(source: string | Uint8Array): Decoded {
  const bytes = typeof source === 'string' ? Buffer.byteLength(source) : source.byteLength;
  if (bytes > MAX_FILE_BYTES) {
    return {
      problem: `Berkas lebih besar dari ${MAX_FILE_BYTES / 1024 / 1024} MB`,
      hint: 'pecah menjadi beberapa berkas',
    };
  }
  const text = typeof source === 'string' ? source : decodeUtf8(source);
  if (text === undefined) return { problem: 'Berkas bukan UTF-8', hint: 'simpan ulang dengan pengodean UTF-8' };
  if (text.includes('\0')) return { problem: 'Berkas memuat byte nol', hint: 'simpan ulang sebagai teks UTF-8' };
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
  const ending = issueAt(text.length, 'Baris terakhir tidak selesai', 'berkas mungkin terpotong; simpan ulang');
  return [...issues, ending];
}

function bounded(all: readonly FileIssue[]): FileIssue[] {
  const issues = [...new Map(all.map((issue) => [JSON.stringify(issue), issue])).values()];
  if (issues.length <= MAX_ISSUES) return issues;
  const next = issues[MAX_ISSUES]!;
  const more = '… dan kesalahan lain';
  return [...issues.slice(0, MAX_ISSUES), { ...next, problem: more, hint: 'perbaiki yang di atas lebih dahulu' }];
}
