// Makes a fresh clone ready: `node scripts/setup.mjs --for demo|test|check`. Needs Node alone, may be repeated at
// any time, and says nothing when everything is there. Exit codes: 0 ready, 1 a stage broke, 3 something has to be
// installed by hand (the command is printed).
import { existsSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { acquireLock } from '../src/services/file-lock.mjs';
import { MONGODB_MISSING, planMongodb, viewMachine } from '../src/services/locate.mjs';
import { compileAddon, hasAddon, hasPackages, installPackages } from './node-packages.mjs';
import { Progress, run, StageError } from './progress.mjs';
import { buildSecantus, downloadMongod } from './setup-mongodb.mjs';
import { consoleStamp, hashConsole, hashOf, listFiles, stampAt } from './stamp.mjs';
import { installSystemPackages, listMissingSystemPackages } from './system-packages.mjs';

const OLDEST_NODE = [20, 19];
const PURPOSES = ['demo', 'test', 'check'];

// Said before the longest wait of a first start, which looks like a fault to whoever was not told.
const BUILDING_MONGODB =
  'Mesin ini tidak punya MongoDB dan tidak dapat mengunduhnya. Penggantinya (SecantusDB) dibangun dari sumbernya: ' +
  'satu kali saja, beberapa menit (4 sampai 9 pada 2 inti), lalu disimpan untuk seterusnya.';

/** @typedef {{ note: (detail: string) => void }} Stage */

const programStamp = stampAt('dist/.program-stamp');
const rulesStamp = stampAt('dist/.rules-stamp');

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
try {
  await setUp(readPurpose(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof StageError)) throw error;
  process.stderr.write(`\nPenyiapan berhenti. ${error.message}\n`);
  process.exit(error.exitCode);
}

/** @param {string} purpose */
async function setUp(purpose) {
  checkNode();
  const view = viewMachine(process.env);
  if ((await listWork(view, purpose)).total === 0) return;

  const release = await acquireLock('.netra/setup.lock', {
    onWait: (pid) => process.stderr.write(`Menunggu penyiapan lain (proses ${pid}) selesai …\n`),
  });
  try {
    const work = await listWork(view, purpose); // Again: the other one may have done it all.
    await doWork(work, { view, progress: new Progress(work.total) });
  } finally {
    release();
  }
}

/**
 * What is missing, found without changing anything.
 *
 * @param {import('../src/services/locate.mjs').MachineView} view
 * @param {string} purpose
 */
async function listWork(view, purpose) {
  const needsServices = purpose !== 'check';
  const packages = !hasPackages();
  const mongodb = needsServices ? await planMongodb(view) : undefined;
  const addon = needsServices && (packages || !hasAddon());
  const needs = { needsServices, compilesPackages: addon, buildsMongodb: mongodb?.step === 'build' };
  const system = listMissingSystemPackages(view, needs);
  const program = !programStamp.is(hashProgram());
  const rules = existsSync('rules') && !rulesStamp.is(hashRules());
  const console = existsSync('web/vite.config.ts') && !consoleStamp.is(hashConsole());
  const hasMongodb = !mongodb || mongodb.step === 'use';
  // What the demo can do without MongoDB is done while MongoDB is being built.
  const network = purpose === 'demo' && mongodb?.step === 'build';
  const stages = [system.length > 0, packages, addon, !hasMongodb, program, rules, console, network];
  const total = stages.filter(Boolean).length;
  return { system, packages, addon, mongodb, program, rules, console, network, total };
}

/**
 * @param {Awaited<ReturnType<typeof listWork>>} work
 * @param {{ view: import('../src/services/locate.mjs').MachineView, progress: Progress }} context
 */
async function doWork({ system, packages, addon, mongodb, program, rules, console, network }, { view, progress }) {
  /** @param {string} label @param {(stage: Stage) => Promise<unknown>} action */
  const stage = async (label, action) => {
    const shown = progress.begin(label);
    await action(shown);
    shown.done();
  };

  if (mongodb?.step === 'none') throw new StageError(MONGODB_MISSING, 3);
  if (system.length > 0) {
    await stage(`paket sistem: ${system.join(', ')}`, (shown) => installSystemPackages(system, { view, stage: shown }));
  }
  if (mongodb?.step === 'build') process.stderr.write(`${BUILDING_MONGODB}\n`);
  const building =
    mongodb?.step === 'build' &&
    stage('MongoDB: membangun SecantusDB', (shown) => buildSecantus(mongodb.cargo, { view, stage: shown }));
  const build = async () => {
    if (mongodb?.step === 'download') {
      await stage('MongoDB: mengunduh sekali', (shown) => downloadMongod({ view, stage: shown }));
    }
    if (program) await stage('tsc, esbuild: program', buildProgram);
    if (rules) await stage('aturan: dibaca sekali', readRules);
    if (console) await stage('vite: konsol', buildConsole);
  };
  const rest = async () => {
    if (packages) await stage('npm ci: paket JavaScript', installPackages);
    await Promise.all([addon && stage('node-gyp: SQLite untuk jejaring contoh', compileAddon), build()]);
    if (network) await stage('jejaring contoh: mengisi akun dan kiriman', fillNetwork);
  };
  await Promise.all([building, rest()]);
}

/** @param {Stage} stage */
function fillNetwork(stage) {
  return run({ command: process.execPath, args: ['bin/netra.js', 'demo', '--prepare'] }, { stage });
}

/** @param {string[]} args */
function readPurpose(args) {
  const purpose = args[0] === '--for' ? args[1] : 'demo';
  if (purpose && PURPOSES.includes(purpose) && args.length <= 2) return purpose;
  throw new StageError(`Pakai: node scripts/setup.mjs --for ${PURPOSES.join('|')}`, 64);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [needMajor = 0, needMinor = 0] = OLDEST_NODE;
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return;
  throw new StageError(
    `Node ${process.versions.node} terlalu tua: pasang Node ${OLDEST_NODE.join('.')} atau lebih baru.`,
    3,
  );
}

function hashProgram() {
  return hashOf(['src', 'workers', 'scripts/bundle.mjs', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']);
}

/** Types are checked by `npm run check`; here only the program is wanted, and soon. @param {Stage} stage */
async function buildProgram(stage) {
  const hash = hashProgram(); // Before the build: what is saved meanwhile is built next time.
  const args = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--noCheck'];
  await Promise.all([
    run({ command: process.execPath, args }, { stage }),
    run({ command: process.execPath, args: ['scripts/bundle.mjs'] }, { stage }),
  ]);
  for (const output of [...listFiles('dist/src'), ...listFiles('dist/workers')]) {
    const source = output.replace(/^dist\//, '').replace(/\.map$/, '');
    if (!existsSync(source) && !existsSync(source.replace(/js$/, 'ts'))) rmSync(output);
  }
  programStamp.write(hash);
}

/** Rules, and the code that reads them. */
function hashRules() {
  return hashOf(['rules', 'scripts/read-rules.mjs', 'src/rules/files', 'package-lock.json']);
}

/** @param {Stage} stage */
async function readRules(stage) {
  const hash = hashRules();
  await run({ command: process.execPath, args: ['scripts/read-rules.mjs'] }, { stage });
  rulesStamp.write(hash);
}

/** @param {Stage} stage */
async function buildConsole(stage) {
  const hash = hashConsole();
  await run({ command: process.execPath, args: ['node_modules/vite/bin/vite.js', 'build', 'web'] }, { stage });
  consoleStamp.write(hash);
}
