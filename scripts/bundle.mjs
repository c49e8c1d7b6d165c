// node scripts/bundle.mjs: what is started often, in few files (`dist/start`). Where each module is a file of its own, a
// command reads some 1,700 of them, which takes longer than the work of most commands. `dist/src` stays beside it, for
// whoever imports a part, and for the files that a process of its own is started from.
import { readdirSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const FOLDER = 'dist/start';
const ENTRIES = { netra: 'src/cli/main.ts', worker: 'workers/main.ts' };
/**
 * Packages taken in, with all that they need. Others stay where they are: those with a program of their own, and those
 * that look for files beside themselves.
 */
const TAKEN_IN = new Set([
  'bullmq',
  'commander',
  'csv-parse',
  'entities',
  'fastify',
  'fastify-type-provider-zod',
  'ioredis',
  'lru-cache',
  'microdiff',
  'mongoose',
  'nodemailer',
  'p-limit',
  'pino',
  'rate-limiter-flexible',
  'robots-parser',
  'zod',
]);
/** Asked for by a package that goes on without them. */
const LEFT_OUT = new Set(['msgpackr-extract']);

const KEPT_MS = 24 * 3_600_000;
/** Places in packages would make up most of the maps, and nobody looks for them. */
const NO_MAP = { version: 3, sources: ['package'], mappings: 'AAAA' };
const NO_PLACES = `data:application/json;base64,${Buffer.from(JSON.stringify(NO_MAP)).toString('base64')}`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const { metafile } = await build({
  entryPoints: ENTRIES,
  outdir: FOLDER,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  // A failure is logged with its place in our sources: src/app/source-places.ts.
  sourcemap: 'linked',
  sourcesContent: false,
  minifyWhitespace: true,
  // Packages in CommonJS call for Node's own modules.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module';\nconst require = requireFrom(import.meta.url);",
  },
  plugins: [{ name: 'netra', setup }],
  logLevel: 'warning',
  metafile: true,
});
// A program that runs may still ask for a file of the build it was started from.
for (const name of readdirSync(FOLDER)) {
  const path = join(FOLDER, name);
  if (!(path in metafile.outputs) && Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path);
}

/** @param {import('esbuild').PluginBuild} plugin */
function setup({ onResolve, onLoad }) {
  onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
    if (path.startsWith('node:')) return { path, external: true };
    const name = path.split('/', path.startsWith('@') ? 2 : 1).join('/');
    const isTakenIn = importer.includes('/node_modules/') ? !LEFT_OUT.has(name) : TAKEN_IN.has(name);
    return importer === '' || isTakenIn ? undefined : { path, external: true };
  });
  onLoad({ filter: /\/node_modules\/.*\.[cm]?js$/ }, async ({ path }) => {
    return { contents: `${await readFile(path, 'utf8')}\n//# sourceMappingURL=${NO_PLACES}`, loader: 'js' };
  });
  // Ours find files beside themselves: each still says where it stands in `dist`.
  onLoad({ filter: /\/(src|workers)\/.*\.(ts|mjs)$/ }, async ({ path }) => {
    if (path.includes('/node_modules/')) return undefined;
    const text = await readFile(path, 'utf8');
    const place = relative(FOLDER, path.replace(root, 'dist').replace(/ts$/, 'js'));
    const contents = text.replaceAll('import.meta.url', `new URL(${JSON.stringify(place)}, import.meta.url).href`);
    return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
  });
}
