import type { Catalogue } from '../say.js';

/** What mends it, where that is no command. */
export const MENDS = {
  mend: { id: '{below}perbaiki: {mend}', en: '{below}mend: {mend}' },
  rulesDir: { id: 'NETRA_RULES_DIR=/jalur/ke/rules', en: 'NETRA_RULES_DIR=/path/to/rules' },
  mongodbUri: { id: 'periksa MONGODB_URI', en: 'check MONGODB_URI' },
  redisUrl: { id: 'periksa REDIS_URL', en: 'check REDIS_URL' },
  secantus: {
    id: 'MONGODB_URI=mongodb://… ke replica set MongoDB untuk data sungguhan',
    en: 'MONGODB_URI=mongodb://… of a MongoDB replica set for real data',
  },
  chromium: {
    id: 'sudo apt-get install -y chromium-headless-shell, atau NETRA_CHROMIUM=/jalur/ke/chromium',
    en: 'sudo apt-get install -y chromium-headless-shell, or NETRA_CHROMIUM=/path/to/chromium',
  },
  browserKeeper: {
    id: 'periksa NETRA_BROWSER dan proses dist/workers/browser.js di sana',
    en: 'check NETRA_BROWSER and the process dist/workers/browser.js there',
  },
  smtpUrl: { id: 'periksa SMTP_URL', en: 'check SMTP_URL' },
  keys: { id: '{from}, masing-masing dari: openssl rand -base64 32', en: '{from}, each from: openssl rand -base64 32' },
  node: { id: 'Node {version} ke atas', en: 'Node {version} or newer' },
} as const satisfies Catalogue;

/** What `netra doctor` found. */
export const CHECKED = {
  recipes: { id: 'Resep', en: 'Recipes' },
  recipeCount: { id: '{count} resep', en: '{count} recipes' },
  passedOver: { id: 'dilewati: {files}', en: 'passed over: {files}' },
  rules: { id: 'Aturan', en: 'Rules' },
  noRules: { id: 'tidak ada berkas .yaml', en: 'there is no .yaml file' },
  ruleCount: { id: '{count} aturan', en: '{count} rules' },
  set: {
    id: '{tickets} pasangan calon dalam {elections} pemilihan; aturan {ruleset}, pemilihan {hash}',
    en: '{tickets} tickets in {elections} elections; rules {ruleset}, elections {hash}',
  },
  rulesBroken: { id: 'rusak, tidak dapat berlaku: {faults}', en: 'broken, cannot come into force: {faults}' },
  more: { id: 'dan {more} lagi', en: 'and {more} more' },
  notFound: { id: 'tidak ditemukan', en: 'not found' },
  cannotRun: { id: 'tidak dapat dijalankan', en: 'cannot be run' },
  startedIfNeeded: { id: 'dinyalakan bila perlu', en: 'started when needed' },
  unreachable: { id: 'tidak terjangkau: {problem}', en: 'not reachable: {problem}' },
  reachable: { id: 'terjangkau', en: 'reachable' },
  secantus: {
    id: 'SecantusDB, bukan MongoDB: untuk demo, uji dan pengembangan saja ({detail})',
    en: 'SecantusDB, not MongoDB: for demo, tests and development only ({detail})',
  },
  eviction: {
    id: 'maxmemory-policy {policy}: antrean dapat hilang',
    en: 'maxmemory-policy {policy}: queues can be lost',
  },
  cannotRunWhy: { id: 'tidak dapat dijalankan: {problem}', en: 'cannot be run: {problem}' },
  packages: { id: 'Paket npm', en: 'npm packages' },
  noMail: { id: 'belum diatur: rekap harian tidak dikirim', en: 'not set: no daily digest is sent' },
  keys: { id: 'Kunci', en: 'Keys' },
  keysRequired: { id: 'wajib dari lingkungan di production', en: 'required from the environment in production' },
  madeIfNeeded: { id: 'dibuat bila perlu', en: 'made when needed' },
  readableByOthers: { id: 'dapat dibaca pengguna lain', en: 'readable by other users' },
  recipesBroken: {
    id: '{count} kesalahan; situsnya tidak dibaca: {place}',
    en: '{count} faults; their sites are not read: {place}',
  },
} as const satisfies Catalogue;

/** Whether the browser is held, and what to do where it is not. */
export const SANDBOX = {
  on: {
    id: 'dengan sandbox: halaman orang terpisah dari mesin ini',
    en: "with sandbox: strangers' pages are kept apart from this machine",
  },
  asRoot: {
    id: 'tanpa sandbox: Chromium tidak dapat memakainya sebagai root',
    en: 'without sandbox: Chromium cannot use it as root',
  },
  asRootMend: {
    id: 'jalankan Netra sebagai pengguna biasa, atau peramban di wadahnya sendiri (docs/install.md, "Peramban")',
    en: 'run Netra as a plain user, or the browser in a container of its own (docs/install.md, "Peramban")',
  },
  byKernel: {
    id: 'tanpa sandbox: kernel tidak mengizinkan user namespace',
    en: 'without sandbox: the kernel allows no user namespace',
  },
  byKernelMend: {
    id: 'izinkan user namespace bagi pengguna ini (docs/install.md, "Peramban")',
    en: 'allow user namespaces for this user (docs/install.md, "Peramban")',
  },
} as const satisfies Catalogue;
