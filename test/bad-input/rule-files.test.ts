import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runNetra } from '../support/run-netra.js';

const RULE = 'speech/call-to-vote.yaml';
const ELECTION = 'elections/contoh.yaml';
let dir: string;

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'netra-rules-')), 'rules');
  cpSync('rules', dir, { recursive: true });
  cpSync('rules/example/contoh.yaml', join(dir, ELECTION));
});
afterEach(() => rmSync(join(dir, '..'), { recursive: true, force: true }));

function edit(name: string, change: (text: string) => string): string {
  const path = join(dir, name);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
  return path;
}

const netra = (...args: string[]) => runNetra([...args, '--rules', dir], { env: {} });

/** 1-based, as an editor counts. */
function placeOf(path: string, word: string): string {
  const lines = readFileSync(path, 'utf8').split('\n');
  const at = lines.findIndex((text) => text.includes(word));
  return `${path}:${at + 1}:${lines[at]!.indexOf(word) + 1}`;
}

describe('a rule or election file with a fault', () => {
  it('is told by path, line, column and what was meant, with the faults of all files in one round', async () => {
    const rule = edit(RULE, (text) => text.replace(/^applies_to:/m, 'aplies_to:'));
    const election = edit(ELECTION, (text) => text.replace('hashtags:', 'hastags:'));
    const run = await netra('rules', 'check');
    expect(run).toMatchObject({ exitCode: 2, stderr: '' });
    expect(run.stdout).toContain(
      `${placeOf(rule, 'title:')} Kunci wajib tidak ada: "applies_to"\n  hint: tambahkan "applies_to: …"\n`,
    );
    expect(run.stdout).toContain(
      `${placeOf(rule, 'aplies_to')} Kunci tidak dikenal: "aplies_to"\n  hint: maksudnya "applies_to"?\n`,
    );
    expect(run.stdout).toContain(
      `${placeOf(election, 'hastags')} Kunci tidak dikenal: "hastags"\n  hint: maksudnya "hashtags"?\n`,
    );
  });

  it('that is half-written is said to be cut off', async () => {
    const path = edit(ELECTION, (text) => text.slice(0, text.indexOf('names:', text.length / 3) + 3));
    const run = await netra('rules', 'check');
    expect(run.exitCode).toBe(2);
    expect(run.stdout).toMatch(new RegExp(`${path}:\\d+:\\d+ Baris terakhir tidak selesai\n {2}hint: berkas mungkin`));
  });

  it('stops screening before the first line, in the same words', async () => {
    const path = edit(RULE, (text) => text.replace(/^status: .*/m, 'status: hidup'));
    const run = await netra('screen');
    expect(run).toMatchObject({ exitCode: 1, stdout: '' });
    expect(run.stderr).toContain(`${placeOf(path, 'hidup')} `);
    expect(run.stderr).toContain('hint: ');
  });

  it('mends: the untouched folder is good', async () => {
    expect(await netra('rules', 'check')).toMatchObject({ exitCode: 0, stderr: '' });
  });
});
