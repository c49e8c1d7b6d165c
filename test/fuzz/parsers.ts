import { admit } from '../../src/domain/admission.js';
import { readInstant } from '../../src/domain/instant.js';
import { createRobotsRules } from '../../src/domain/robots.js';
import { toImportLine } from '../../src/intake/acts/to-import-line.js';
import { decodeEntities } from '../../src/intake/files/entities.js';
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

/** Every reader of what comes from outside, by what it reads. Each takes anything, throws nothing, and ends. */
export const PARSERS = {
  text: {
    'retry-after': (text: string) => retryAfterMs({ 'retry-after': text, 'ratelimit-reset': text }, clock),
    'at:// address': (text: string) => parseAtUri(text),
    'cursor of Bluesky': (text: string) => readBlueskyCursor(text),
    'cursor of pages': (text: string) => readWebCursor(text),
    instant: (text: string) => readInstant(text),
    'time of a page': (text: string) => readPageTime(text, recipe.fields.time),
    'address against a pattern': (text: string) => matchesUrl('http://**/papan/*/**', text),
    'HTML entities': (text: string) => decodeEntities(text).text,
    'robots.txt': (text: string) => readRobots(text, `http://contoh.test/${encodeURI('a'.repeat(50))}`),
    'an item of a page': (text: string) => {
      const item = {
        base: 'http://contoh.test/',
        url: text,
        text,
        time: '20 November 2026 08:00',
        media: [text, text],
      };
      const act = toActivity(rawItem.parse(item), recipe, 'http://contoh.test/papan/a');
      return act && admit(act, { now: NOW });
    },
  },
  value: {
    'list of records': (value: unknown) => recordList.safeParse(value),
    'listed record': (value: unknown) => listedOf(value, NOW),
    post: (value: unknown) => postRecord.safeParse(value),
    'words of a record': (value: unknown) => targetWords.safeParse(value),
    'item of a page': (value: unknown) => rawItem.safeParse(value),
    'line of a file of acts': (value: unknown) => toImportLine(1, value, NOW),
  },
} as const;

export function readRobots(text: string, address: string): Promise<boolean> {
  const rules = createRobotsRules({ userAgent: 'NetraBot', clock, readRobots: async () => text });
  return rules(new URL(address), never);
}
