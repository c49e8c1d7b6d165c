import { parseKeys } from '../../src/config/keys-file.js';
import type { Office } from '../../src/domain/account.js';
import { admit } from '../../src/domain/admission.js';
import { readInstant } from '../../src/domain/instant.js';
import { createRobotsRules } from '../../src/domain/robots.js';
import { readImportFile } from '../../src/intake/acts/read-import-file.js';
import { toImportLine } from '../../src/intake/acts/to-import-line.js';
import { decodeEntities } from '../../src/intake/files/entities.js';
import { FORMATS } from '../../src/intake/formats/index.js';
import { parseJsonLine } from '../../src/intake/formats/json-line.js';
import { fromEnglish, fromLocal, fromUnix } from '../../src/intake/formats/time.js';
import { parseAccountsCsv } from '../../src/intake/registry/registry-accounts.js';
import { parseOfficesCsv } from '../../src/intake/registry/registry-offices.js';
import { readLink } from '../../src/links/read-link.js';
import { parseAtUri } from '../../src/platforms/bluesky/at-uri.js';
import { readCursor as readBlueskyCursor } from '../../src/platforms/bluesky/cursor.js';
import { listedOf } from '../../src/platforms/bluesky/listed-record.js';
import { postRecord, recordList, targetWords } from '../../src/platforms/bluesky/records.js';
import { readCursor as readWebCursor } from '../../src/platforms/web/cursor.js';
import { rawItem, toActivity } from '../../src/platforms/web/page-items.js';
import { readPageTime } from '../../src/platforms/web/page-time.js';
import { recipeSchema } from '../../src/platforms/web/recipe.js';
import { matchesUrl } from '../../src/platforms/web/url-pattern.js';
import { retryAfterMs } from '../../src/reach/retry-after.js';
import { MORE_PARSERS } from './byte-parsers.js';
import { POST_PARSERS } from './post-parsers.js';

const NOW = new Date('2026-11-20T03:00:00Z');
const clock = () => NOW;
const never = new AbortController().signal;

const recipe = recipeSchema.parse({
  id: 'papan-uji',
  title: 'Papan uji (contoh)',
  url: 'http://contoh.test/papan/*',
  signals: ['posts'],
  item: 'article',
  kind: 'post',
  fields: { text: { select: 'p' }, time: { select: 'time', format: 'tanggal', zone: 'WIB' } },
  empty: '.kosong',
  wall: [],
  login_urls: [],
});

const OFFICES: readonly Office[] = [
  { code: 'dinas-1', name: 'Dinas Contoh', region: '35.78', timeZone: 'Asia/Jakarta' },
];
const ACCOUNTS_HEADER = 'nip,name,position,office_code,platform,handle,mandate,proof\n';
const OFFICES_HEADER = 'code,name,region,parent,digest_to\n';
const ACTS_HEADER = 'id,kind,text,publishedAt,platform,handle,targetText\n';
const bytesOf = (text: string) => ({ name: 'contoh.csv', bytes: new TextEncoder().encode(text) });
const readAccounts = (text: string) => parseAccountsCsv(bytesOf(text), { offices: OFFICES, now: NOW });
const readOffices = (text: string) => parseOfficesCsv(bytesOf(text), { known: OFFICES, isRegion: () => true });

/** Of a text one row: its line ends are spaces. */
const inOneRow = (text: string) => text.replace(/[\r\n]/g, ' ');

/** What answers with a fault for each of thousands of rows costs more a letter, and YAML most: these are given shorter texts. */
export function lengthFor(name: string): number {
  if (name.startsWith('mapping of')) return 4_000;
  // Read by every way of every platform, three times each.
  if (/^(?:page of a post|message of a channel)/.test(name)) return 16_000;
  return /^(?:rows of|acts as|accounts of|offices of)/.test(name) ? 16_000 : 64_000;
}

/** A row of an export is read by every format at once, in each of its columns. */
export const countFor = (name: string): number => (name.startsWith('row of an export') ? 2_000 : 25_000);

/** In small parts, as a slow disk hands them over. */
async function countActs(text: string, format: 'csv' | 'ndjson'): Promise<number> {
  const bytes = new TextEncoder().encode(text);
  async function* parts() {
    for (let at = 0; at < bytes.length; at += 16_384) yield bytes.subarray(at, at + 16_384);
  }
  let count = 0;
  for await (const _line of readImportFile(parts(), { clock, format })) count += 1;
  return count;
}

/** Every reader of what comes from outside, by what it reads. Each takes anything, throws nothing, and ends. */
export const PARSERS = {
  text: {
    'retry-after': (text: string) => retryAfterMs({ 'retry-after': text, 'ratelimit-reset': text }, clock),
    'pasted link': (text: string) => readLink(text),
    'link in a redirect': (text: string) => readLink(`https://l.facebook.com/l.php?u=${text}`),
    'at:// address': (text: string) => parseAtUri(text),
    'cursor of Bluesky': (text: string) => readBlueskyCursor(text),
    'cursor of pages': (text: string) => readWebCursor(text),
    instant: (text: string) => readInstant(text),
    'time of a page': (text: string) => readPageTime(text, recipe.fields.time),
    'address against a pattern': (text: string) => matchesUrl('http://**/papan/*/**', text),
    'HTML entities': (text: string) => decodeEntities(text).text,
    'robots.txt': (text: string) => readRobots(text, `http://contoh.test/${encodeURI('a'.repeat(50))}`),
    'accounts of the registry': readAccounts,
    'rows of accounts': (text: string) => readAccounts(ACCOUNTS_HEADER + text),
    'one account': (text: string) => {
      const cell = inOneRow(text);
      return readAccounts(
        `${ACCOUNTS_HEADER}${cell},${cell},a,dinas-1,bluesky,${cell},SK|2024-08-01|2025-01-31,proven\n`,
      );
    },
    'offices of the registry': readOffices,
    'rows of offices': (text: string) => readOffices(OFFICES_HEADER + text),
    'one office': (text: string) => {
      const cell = inOneRow(text);
      return readOffices(`${OFFICES_HEADER}${cell},${cell},35.78,,${cell}\n`);
    },
    'acts as CSV': (text: string) => countActs(text, 'csv'),
    'rows of acts as CSV': (text: string) => countActs(ACTS_HEADER + text, 'csv'),
    'acts as NDJSON': (text: string) => countActs(text, 'ndjson'),
    'one act as NDJSON': (text: string) =>
      countActs(
        JSON.stringify({ id: text, kind: 'post', text, publishedAt: text, platform: 'bluesky', handle: text }),
        'ndjson',
      ),
    'long numbers in JSON': (text: string) => parseJsonLine(JSON.stringify([text, { [text]: 1 }])),
    'time of an export': (text: string) => [fromUnix(text), fromEnglish(text), fromLocal(text, 'WIB')],
    'file of keys': (text: string) => parseKeys(text),
    'former keys of a file': (text: string) =>
      parseKeys(JSON.stringify({ hashKey: text, fieldKey: text, formerFieldKeys: [text, text] })),
    'an item of a page': (text: string) => {
      const item = {
        base: 'http://contoh.test/',
        url: text,
        text,
        time: '20 November 2026 08:00',
        media: [text, text],
        pictures: [text, 'b.png'],
      };
      const act = toActivity(rawItem.parse(item), recipe, 'http://contoh.test/papan/a');
      return act && admit(act, { now: NOW });
    },
    ...MORE_PARSERS,
    ...POST_PARSERS,
  },
  value: {
    'list of records': (value: unknown) => recordList.safeParse(value),
    'listed record': (value: unknown) => listedOf(value, NOW),
    post: (value: unknown) => postRecord.safeParse(value),
    'words of a record': (value: unknown) => targetWords.safeParse(value),
    'item of a page': (value: unknown) => rawItem.safeParse(value),
    'line of a file of acts': (value: unknown) => toImportLine({ line: 1, now: NOW }, value),
    'item of a capture': (value: unknown) => captured(value),
    'row of an export': (value: unknown) => exported(value),
  },
} as const;

/** As every format for lines of JSON reads it. */
function captured(value: unknown): unknown[] {
  const modules = ['tiktok.com', 'tiktok-comments', 'instagram.com', 'twitter.com', 'threads.net'];
  return Object.values(FORMATS).flatMap((format) =>
    format.kind === 'json' ? modules.map((one) => format.toAct({ source_platform: one, data: value })) : [],
  );
}

/** A cell is a text, so no reader walks down into it; only writing it down here would run out of stack. */
function cellOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '{"embed":'.repeat(5_000);
  }
}

/** As every format for tables reads it: each of its columns holds the same. */
function exported(value: unknown): unknown[] {
  const cell = cellOf(value);
  return Object.values(FORMATS).flatMap((format) => {
    if (format.kind === 'json') return [];
    const names = [...format.columns.map(({ from }) => from), ...format.leftAlone];
    return [format.toAct(Object.fromEntries(names.map((name) => [name, cell])))];
  });
}

export function readRobots(text: string, address: string): Promise<boolean> {
  const rules = createRobotsRules({ userAgent: 'NetraBot', clock, readRobots: async () => text });
  return rules(new URL(address), never);
}
