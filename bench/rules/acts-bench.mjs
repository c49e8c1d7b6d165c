// Precision, recall and the share of lawful acts marked on labelled acts of invented civil servants, whole, by kind of
// case and by language, with Wilson intervals of 95 %. Run after a build:
//   node bench/rules/acts-bench.mjs [--json] [--wrong] [--rules DIR] DIR…
// Each DIR holds `acts.jsonl` (screen format with `label`, `ticket`, `kindOfCase` and maybe `language`) and its election
// files. `--wrong` prints the acts that were judged wrongly: never on a part that is only measured.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { loadSet } = await import(new URL('../../dist/src/rules/load-set.js', import.meta.url).href);

/**
 * @typedef {object} Act
 * @property {string} id
 * @property {string} kind
 * @property {string} text
 * @property {'support' | 'attack' | 'neutral' | 'unclear'} label
 * @property {string | null} ticket
 * @property {string} kindOfCase
 * @property {string} [language]
 * @property {object} [target]
 * @property {object} [media]
 *
 * @typedef {{ set: string, act: Act, matches: { rule: string, stance: string, tickets: string[] }[],
 *   sides: { ticket: string, stance: string }[] }} Judged
 */

const { values, positionals } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    wrong: { type: 'boolean', default: false },
    rules: { type: 'string', default: 'rules' },
  },
  allowPositionals: true,
});
if (positionals.length === 0) {
  process.stderr.write('usage: node bench/rules/acts-bench.mjs [--json] [--wrong] [--rules DIR] DIR…\n');
  process.exit(2);
}

/** @type {Judged[]} */
const judged = [];
for (const dir of positionals) judged.push(...(await judge(dir)));
const sets = [...new Set(judged.map((one) => one.set))];
const report = {
  sets: Object.fromEntries(sets.map((set) => [set, measure(judged.filter((one) => one.set === set))])),
  all: measure(judged),
  kinds: countBy((act) => `${act.label === 'neutral' ? 'silent' : 'marked'} ${act.kindOfCase}`),
  languages: measureBy((act) => act.language ?? 'not said'),
};
if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
else print();
if (values.wrong) for (const one of judged) if (isWrong(one)) process.stdout.write(`${line(one)}\n`);

/** @param {string} dir @returns {Promise<Judged[]>} */
async function judge(dir) {
  const { screener } = await loadSet({ rulesDir: values.rules, electionsDir: electionsOf(dir) });
  const rows = readFileSync(join(dir, 'acts.jsonl'), 'utf8').split('\n').filter(Boolean);
  return rows.map((row) => {
    const { label, ticket, kindOfCase, language, ...input } = JSON.parse(row);
    const act = { ...input, target: targetOf(input.target), label, ticket, kindOfCase, language };
    const { matches, sides = [] } = screener.screen(act);
    return { set: nameOf(dir), act, matches, sides };
  });
}

/** `melati/tune` for a part of a corpus. @param {string} dir */
function nameOf(dir) {
  return electionsOf(dir) === dir ? basename(dir) : `${basename(dirname(resolve(dir)))}/${basename(dir)}`;
}

/** A part of a corpus has its election files one folder up. @param {string} dir */
function electionsOf(dir) {
  return readdirSync(dir).some((name) => /\.ya?ml$/.test(name)) ? dir : dirname(resolve(dir));
}

/** Some writers name the account that is answered `authorHandle`, on the one platform of their corpus. @param {any} target */
function targetOf(target) {
  if (target?.authorHandle === undefined) return target;
  const { authorHandle, ...rest } = target;
  return { account: { platform: 'bluesky', handle: authorHandle }, ...rest };
}

/** @param {Judged} one */
function isWrong({ act, matches }) {
  if (act.label === 'unclear') return false;
  if (act.label === 'neutral') return matches.length > 0;
  return !matches.some((match) => match.stance === act.label && match.tickets.includes(act.ticket ?? ''));
}

/** @param {Judged} one */
function line({ set, act, matches }) {
  const what = act.label === 'neutral' ? 'MARKED' : matches.length === 0 ? 'MISSED' : 'SIDE';
  const said = matches.map((match) => `${match.rule}:${match.stance}:${match.tickets.join('+')}`).join(' ');
  const around = JSON.stringify({ target: act.target, media: act.media });
  return [
    what,
    set,
    act.id,
    act.label,
    act.ticket,
    act.kindOfCase,
    act.kind,
    JSON.stringify(act.text),
    around,
    said,
  ].join(' ');
}

/** @param {readonly Judged[]} some */
function measure(some) {
  const asked = some.filter(({ act }) => act.label === 'support' || act.label === 'attack');
  const lawful = some.filter(({ act }) => act.label === 'neutral');
  const found = asked.filter(isMarked);
  const wrong = lawful.filter(isMarked);
  const hasStance = found.filter(({ act, matches }) => matches.some((match) => match.stance === act.label));
  const hasTicket = found.filter(({ act, matches }) =>
    matches.some((match) => match.tickets.includes(act.ticket ?? '')),
  );
  // What a reviewer reads first: all rules that take a side take the right one.
  const isOneSided = hasStance.filter(({ act, matches }) =>
    matches.every(({ stance }) => stance === act.label || stance === 'unclear'),
  );
  const sideOf = (/** @type {Judged} */ { act, sides }) => sides.find(({ ticket }) => ticket === act.ticket)?.stance;
  return {
    acts: some.length,
    precision: share(found.length, found.length + wrong.length),
    recall: share(found.length, asked.length),
    lawfulMarked: share(wrong.length, lawful.length),
    stanceRight: share(hasStance.length, found.length),
    // What the mark itself says of the ticket: right, or left to a person.
    sideRight: share(found.filter((one) => sideOf(one) === one.act.label).length, found.length),
    sideUnclear: share(found.filter((one) => sideOf(one) === 'unclear').length, found.length),
    noOtherStance: share(isOneSided.length, found.length),
    ticketRight: share(hasTicket.length, found.length),
    unclearMarked: share(
      some.filter((one) => one.act.label === 'unclear' && isMarked(one)).length,
      some.length - asked.length - lawful.length,
    ),
  };
}

/** @param {Judged} one */
function isMarked({ matches }) {
  return matches.length > 0;
}

/** @param {number} part @param {number} whole */
function share(part, whole) {
  const z = 1.96;
  const p = part / (whole || 1);
  const spread = 1 + (z * z) / (whole || 1);
  const middle = (p + (z * z) / (2 * (whole || 1))) / spread;
  const half = (z * Math.sqrt((p * (1 - p)) / (whole || 1) + (z * z) / (4 * (whole || 1) ** 2))) / spread;
  const round = (/** @type {number} */ n) => Number(n.toFixed(3));
  return {
    part,
    whole,
    share: round(p),
    from: round(Math.max(0, middle - half)),
    to: round(Math.min(1, middle + half)),
  };
}

/** @param {(act: Act) => string} keyOf */
function countBy(keyOf) {
  const scored = judged.filter(({ act }) => act.label !== 'unclear');
  const keys = [...new Set(scored.map(({ act }) => keyOf(act)))].sort();
  return Object.fromEntries(
    keys.map((key) => {
      const some = scored.filter(({ act }) => keyOf(act) === key);
      return [key, share(some.filter(isMarked).length, some.length)];
    }),
  );
}

/** @param {(act: Act) => string} keyOf */
function measureBy(keyOf) {
  const keys = [...new Set(judged.map(({ act }) => keyOf(act)))].sort();
  return Object.fromEntries(keys.map((key) => [key, measure(judged.filter(({ act }) => keyOf(act) === key))]));
}

function print() {
  for (const [set, found] of Object.entries({ ...report.sets, ALL: report.all })) printLine(set, found);
  for (const [language, found] of Object.entries(report.languages)) printLine(`  ${language}`, found);
  const kinds = Object.entries(report.kinds);
  for (const [want, title] of /** @type {const} */ ([
    ['marked', 'must be marked, and is'],
    ['silent', 'must stay silent, and is marked'],
  ])) {
    process.stdout.write(`${title}\n`);
    for (const [kind, { part, whole, from, to }] of kinds.filter(([kind]) => kind.startsWith(want))) {
      process.stdout.write(`  ${kind.slice(want.length + 1).padEnd(28)} ${part}/${whole} [${from}, ${to}]\n`);
    }
  }
}

/** @param {string} name @param {ReturnType<typeof measure>} found */
function printLine(
  name,
  {
    acts,
    precision,
    recall,
    lawfulMarked,
    stanceRight,
    sideRight,
    sideUnclear,
    noOtherStance,
    ticketRight,
    unclearMarked,
  },
) {
  const said = (/** @type {ReturnType<typeof share>} */ of) =>
    `${of.share.toFixed(3)} [${of.from}, ${of.to}] ${of.part}/${of.whole}`;
  process.stdout.write(
    `${name.padEnd(18)} ${acts} acts · precision ${said(precision)} · recall ${said(recall)} · lawful marked ${said(lawfulMarked)}` +
      ` · stance ${said(stanceRight)} · side ${sideRight.share}, unclear ${sideUnclear.share} · no other stance ${noOtherStance.share} · ticket ${ticketRight.share} · unclear marked ${unclearMarked.part}/${unclearMarked.whole}\n`,
  );
}
