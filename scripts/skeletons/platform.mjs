import { existsSync, readFileSync } from 'node:fs';
import { insertBefore, pascal, SkeletonError } from './skeleton.mjs';

const NAMES = 'src/domain/platform.ts';
const TABLE = 'src/platforms/index.ts';
const WORDS = 'src/words/terms.ts';

/**
 * A platform's folder, its test and its line in the table. Its reader says of every signal that it cannot be seen yet,
 * so that accounts may be registered from the first minute and nothing false is told about them.
 *
 * @param {string} name
 * @returns {import('./skeleton.mjs').Skeleton}
 */
export function platformSkeleton(name) {
  if (!/^[a-z][a-z0-9]{1,19}$/.test(name)) {
    throw new SkeletonError(`"${name}" bukan nama platform yang baik: huruf kecil dan angka, seperti mastodon`, 64);
  }
  if (existsSync(`src/platforms/${name}`)) throw new SkeletonError(`Sudah ada: src/platforms/${name}`, 1);
  const isNamed = new RegExp(`'${name}'`).test(readFileSync(NAMES, 'utf8'));
  const edits = [{ path: TABLE, change: lineIn(name) }];
  if (!isNamed) {
    const term = `  ${name}: { id: '${pascal(name)}', en: '${pascal(name)}' },\n`;
    edits.push({ path: NAMES, change: insertBefore(/\] as const;\nexport type Platform /, `, '${name}'`) });
    edits.push({ path: WORDS, change: insertBefore(/\} as const satisfies Terms<Platform>;/, term) });
  }
  return {
    files: [
      { path: `src/platforms/${name}/index.ts`, text: definitionText(name, shownToNobody(name)) },
      { path: `src/platforms/${name}/${name}-collector.ts`, text: collectorText(name) },
      { path: `test/platforms/${name}.test.ts`, text: testText(name) },
    ],
    edits,
    next: [
      `Sekarang: npm run check:types menyebut tabel lain yang menunggu "${name}";`,
      `lalu tulis src/platforms/${name}/${name}-collector.ts sampai memenuhi test/platforms/collector.contract.ts.`,
    ],
  };
}

/** @param {string} name */
function unreadLine(name) {
  return new RegExp(`\\n {2}${name}: \\{ reader: undefined, shownToNobody: (\\[[^\\]]*\\]) \\},`);
}

/** What the table knew of a platform before anything read it. @param {string} name */
function shownToNobody(name) {
  return unreadLine(name).exec(readFileSync(TABLE, 'utf8'))?.[1] ?? '[]';
}

/** Takes the place of the line without reader where the name is known, else stands last. @param {string} name */
function lineIn(name) {
  return (/** @type {string} */ text, /** @type {string} */ path) => {
    const known = unreadLine(name);
    const listed = known.test(text)
      ? text.replace(known, `\n  ${name},`)
      : insertBefore(/\n\};/, `\n  ${name},`)(text, path);
    return `import { ${name} } from './${name}/index.js';\n${listed}`;
  };
}

/** @param {string} name @param {string} hidden */
function definitionText(name, hidden) {
  return `import type { PlatformDefinition } from '../platform-definition.js';

export const ${name}: PlatformDefinition = {
  reader: {
    signals: ['posts'],
    visitsAtOnce: 1,
    async open() {
      const { create${pascal(name)}Collector } = await import('./${name}-collector.js');
      return { ...create${pascal(name)}Collector(), close: async () => {} };
    },
  },
  shownToNobody: ${hidden},
};
`;
}

/** @param {string} name */
function collectorText(name) {
  return `import { REACH } from '../../words/adapters/reach.js';
import { say } from '../../words/say.js';
import type { Collector, CollectorEvent } from '../../domain/collecting.js';
import { SIGNALS } from '../../domain/platform.js';

/** Reads public pages of ${name}, without a log-in. */
export function create${pascal(name)}Collector(): Collector {
  return { platform: '${name}', rateLimits: 'platform', collect: collectNothing };
}

async function* collectNothing(): AsyncGenerator<CollectorEvent> {
  for (const signal of SIGNALS) {
    yield { type: 'signal_hidden', signal, reason: 'no_collector', detail: say(REACH.notWritten, 'id') };
  }
  yield { type: 'cursor', cursor: '' };
}
`;
}

/** @param {string} name */
function testText(name) {
  return `import { expect, it } from 'vitest';
import { SIGNALS } from '../../src/domain/platform.js';
import { create${pascal(name)}Collector } from '../../src/platforms/${name}/${name}-collector.js';
import { visit } from './collector.contract.js';

it('says of every signal why it cannot be seen yet', async () => {
  const target = { platform: '${name}', handle: 'contoh', since: new Date(0) } as const;
  const events = await visit(create${pascal(name)}Collector(), target);
  const hidden = events.flatMap((event) => (event.type === 'signal_hidden' ? [event.signal] : []));
  expect(hidden).toEqual([...SIGNALS]);
});

// \`describeCollector\` beside \`visit\` asks for a real server of the platform's kind, and for the power to break it.
it.todo('keeps the collector contract');
`;
}
