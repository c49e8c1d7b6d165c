// Writes the half of our own public posts that may be read (test/corpus/*/posts.csv) as labelled acts, each set with its
// election: what `netra rules weigh` reads beside the acts of civil servants. Run after a build:
//   node bench/rules/posts-to-acts.mjs OUT
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';

/** @param {string} file */
const ours = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);
const { loadElections } = await ours('rules/elections/load-elections.js');
const { instantOf, timeZoneOf } = await ours('domain/region.js');
const { normaliseHandle } = await ours('domain/platform.js');

const [out] = process.argv.slice(2);
if (out === undefined) {
  process.stderr.write('usage: node bench/rules/posts-to-acts.mjs OUT\n');
  process.exit(2);
}

for (const set of ['jawa-timur', 'nasional', 'daerah', 'jakarta']) {
  const dir = join('test/corpus', set);
  const { elections } = await loadElections(dir);
  const posts = /** @type {Record<string, string>[]} */ (
    parse(readFileSync(join(dir, 'posts.csv')), { columns: true })
  );
  const acts = posts.filter(({ half }) => half === 'tune').map((post) => JSON.stringify(actOf(post, elections[0])));
  mkdirSync(join(out, set), { recursive: true });
  copyFileSync(join(dir, 'election.yaml'), join(out, set, `${elections[0].id}.yaml`));
  writeFileSync(join(out, set, 'acts.jsonl'), `${acts.join('\n')}\n`);
}

/** @param {Record<string, string>} post @param {any} election */
function actOf(post, { contests }) {
  const region = post.region || contests[0].region;
  const day = contests[0].stages.find((/** @type {any} */ span) => span.stage === (post.stage || 'campaign')).from;
  return {
    id: post.id,
    kind: post.kind,
    text: post.text,
    publishedAt: instantOf(day, 12, timeZoneOf(region)).toISOString(),
    account: { id: post.id, region, position: post.position || undefined },
    target: targetOf(post, contests),
    media: post.media_text ? [{ text: post.media_text }] : undefined,
    label: post.label,
    ticket: post.ticket || null,
    kindOfCase: post.pattern,
  };
}

/** @param {Record<string, string>} post @param {any[]} contests */
function targetOf({ target_handle: handle, target_text: text }, contests) {
  if (!handle && !text) return undefined;
  const accounts = contests.flatMap(({ tickets }) => tickets).flatMap(({ accounts }) => accounts);
  const own = accounts.find((account) => normaliseHandle(account.handle) === normaliseHandle(handle ?? ''));
  return { account: handle ? { platform: own?.platform ?? 'x', handle } : undefined, text: text || undefined };
}
