import { expect, it } from 'vitest';
import { PermanentError, RetryableError } from '../domain/errors.js';
import { createFailures } from './failures.js';

function setUp() {
  const lines: { fields: Record<string, unknown>; words: string }[] = [];
  const log = { warn: (fields: unknown, words: string) => lines.push({ fields: fields as never, words }) };
  let now = 0;
  const failures = createFailures(log as never, () => now);
  const at = (ms: number) => {
    now = ms;
  };
  return { lines, failures, at };
}

it('tells class, code, frames and job, and withholds a message that may quote content', () => {
  const { lines, failures } = setUp();
  const error = Object.assign(new TypeError('E11000: { text: "isi pos" }\n    at orang lain:1:1'), { code: 11_000 });
  failures.tell('collect-web', error, { job: 'akun-1' });
  const { fields, words } = lines[0]!;
  expect(fields).toMatchObject({ where: 'collect-web', job: 'akun-1', error: 'TypeError', code: 11_000, times: 1 });
  expect(fields.frames).toEqual(expect.arrayContaining([expect.stringMatching(/failures\.test\.ts:\d+:\d+/)]));
  expect(`${JSON.stringify(fields)} ${words}`).not.toMatch(/isi pos|orang lain/);
});

it('tells our own message, and the class and place of what was behind it', () => {
  const { lines, failures } = setUp();
  failures.tell('digest', new PermanentError('Surat ditolak.', 'Periksa.', { cause: new RangeError('rahasia') }));
  expect(lines[0]).toMatchObject({ words: 'Surat ditolak.', fields: { error: 'PermanentError', cause: 'RangeError' } });
  expect(JSON.stringify(lines)).not.toContain('rahasia');
});

it('says a lost connection once a minute and counts every time', () => {
  const { lines, failures, at } = setUp();
  for (const ms of [0, 1_000, 59_999, 60_000]) {
    at(ms);
    failures.tellLost('redis', new Error('ECONNREFUSED'));
  }
  expect(lines.map(({ fields }) => fields.times)).toEqual([1, 4]);
  expect(failures.counts()).toEqual({ redis: 4 });
});

it('says at once that another fault has taken the place of the one before', () => {
  const { lines, failures } = setUp();
  for (const code of ['ENOSPC', 'ENOSPC', 'EROFS']) {
    failures.tellLost('evidence-folder', Object.assign(new RetryableError('Penuh.', ''), { code }));
  }
  expect(lines.map(({ fields, words }) => [fields.code, words])).toEqual([
    ['ENOSPC', 'Penuh. Dicoba lagi sendiri.'],
    ['EROFS', 'Penuh. Dicoba lagi sendiri.'],
  ]);
});

it('says once in five seconds that MongoDB is away, wherever it is met, and counts every time', () => {
  const { lines, failures, at } = setUp();
  const away = Object.assign(new Error('mongodb://rahasia'), { name: 'MongoServerSelectionError' });
  for (const ms of [0, 0, 0, 4_999, 5_000]) {
    at(ms);
    for (const where of ['rule-state', 'schedule']) failures.tell(where, away);
  }
  failures.tell('schedule', new TypeError('lain'));
  expect(lines.map(({ fields, words }) => [fields.where, fields.times, words])).toEqual([
    ['rule-state', 1, 'MongoDB tidak menjawab.'],
    ['rule-state', 5, 'MongoDB tidak menjawab.'],
    ['schedule', 6, expect.stringContaining('gagal')],
  ]);
  expect(failures.counts()).toEqual({ 'rule-state': 5, schedule: 6 });
});
