import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { type KeptKeys, parseKeys } from '../../config/keys-file.js';
import { hideCredentials } from '../../services/describe-server.js';
import { CHECKED, MENDS } from '../../words/cli/doctor.js';
import { KEYS } from '../../words/cli/keys.js';
import { PROXIES } from '../../words/cli/services.js';
import { sayIn } from '../../words/say.js';
import type { DoctorContext, DoctorRow } from './doctor-row.js';

const say = sayIn('id');

const MAIL_LIMIT_MS = 3_000;

interface PackageFile {
  readonly name?: string;
  readonly version?: string;
  readonly dependencies?: Record<string, string>;
  readonly engines?: { readonly node?: string };
}

export function checkNode(): DoctorRow {
  const [needMajor = 0, needMinor = 0] = (readPackage(findRoot()).engines?.node ?? '').match(/\d+/g)?.map(Number) ?? [];
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isEnough = major > needMajor || (major === needMajor && minor >= needMinor);
  const row = { name: 'Node', version: process.versions.node, from: process.execPath };
  return isEnough
    ? { ...row, state: 'ok' }
    : { ...row, state: 'missing', mend: say(MENDS.node, { version: `${needMajor}.${needMinor}` }) };
}

export function checkPackages(): DoctorRow {
  const root = findRoot();
  const wanted = Object.entries(readPackage(root).dependencies ?? {});
  const wrong = wanted.filter(([name, version]) => readPackage(join(root, 'node_modules', name)).version !== version);
  const row = {
    name: say(CHECKED.packages),
    version: `${wanted.length - wrong.length}/${wanted.length}`,
    from: join(root, 'node_modules'),
  };
  if (wrong.length === 0) return { ...row, state: 'ok' };
  return { ...row, state: 'missing', detail: wrong.map(([name]) => name).join(', '), mend: 'node scripts/setup.mjs' };
}

/** Asks the mail server for a greeting; no mail is sent. */
export async function checkMail({ secrets }: DoctorContext): Promise<DoctorRow> {
  const name = 'SMTP';
  const { smtpUrl } = secrets;
  if (!smtpUrl) {
    return {
      name,
      state: 'warn',
      detail: say(CHECKED.noMail),
      mend: 'SMTP_URL=smtp://host:587',
    };
  }
  const { default: nodemailer } = await import('nodemailer');
  const limits = { connectionTimeout: MAIL_LIMIT_MS, greetingTimeout: MAIL_LIMIT_MS, socketTimeout: MAIL_LIMIT_MS };
  const url = new URL(smtpUrl);
  for (const [key, value] of Object.entries(limits)) url.searchParams.set(key, String(value));
  const transport = nodemailer.createTransport(url.href);
  const from = hideCredentials(smtpUrl);
  try {
    await transport.verify();
    return { name, state: 'ok', from, detail: say(CHECKED.reachable) };
  } catch (error) {
    const detail = say(CHECKED.unreachable, { problem: (error as Error).message });
    return { name, state: 'missing', from, detail, mend: say(MENDS.smtpUrl) };
  } finally {
    transport.close();
  }
}

export function checkKeys({ config, secrets }: DoctorContext): DoctorRow {
  const name = say(CHECKED.keys);
  const from = 'NETRA_HASH_KEY, NETRA_FIELD_KEY, NETRA_AUDIT_KEY';
  if (secrets.hashKey && secrets.fieldKey && secrets.auditKey) {
    return secrets.formerFieldKeys ? { name, from, ...keyChangeUnderWay() } : { name, state: 'ok', from };
  }
  // A container that meets strangers must not have it: telling somebody to add it there would be the wrong advice.
  if (config.isProduction && secrets.hashKey && secrets.auditKey) {
    return { name, state: 'ok', from: 'NETRA_HASH_KEY, NETRA_AUDIT_KEY', detail: say(KEYS.withoutFieldKey) };
  }
  const mend = say(MENDS.keys, { from });
  if (config.isProduction) return { name, state: 'missing', detail: say(CHECKED.keysRequired), mend };

  const path = join(config.dataDir, 'keys.json');
  if (!existsSync(path)) return { name, state: 'ok', from: path, detail: say(CHECKED.madeIfNeeded) };
  const isOpen = (statSync(path).mode & 0o077) !== 0;
  if (isOpen) {
    return { name, state: 'warn', from: path, detail: say(CHECKED.readableByOthers), mend: `chmod 600 ${path}` };
  }
  const keys = readKeysIfWhole(path);
  if (!keys) return { name, state: 'missing', from: path, detail: say(KEYS.broken), mend: say(KEYS.restore) };
  if (keys.formerFieldKeys.length > 0) return { name, from: path, ...keyChangeUnderWay() };
  return { name, state: 'ok', from: path };
}

function readKeysIfWhole(path: string): KeptKeys | undefined {
  try {
    return parseKeys(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function keyChangeUnderWay() {
  return { state: 'warn', detail: say(KEYS.underWay), mend: 'npx netra keys rotate; npx netra keys forget' } as const;
}

/** Behind a proxy that nobody named, everybody logs in from the proxy's address. */
export function checkProxies({ config }: DoctorContext): DoctorRow {
  const { publicUrl, trustedProxies } = config.console;
  const row = { name: say(PROXIES.row), from: 'NETRA_TRUSTED_PROXIES' };
  const count = typeof trustedProxies === 'number' ? trustedProxies : trustedProxies.length;
  if (count > 0 || !publicUrl?.startsWith('https:')) {
    return { ...row, state: 'ok', detail: count > 0 ? say(PROXIES.trusted, { count }) : say(PROXIES.none) };
  }
  return { ...row, state: 'warn', detail: say(PROXIES.unnamed), mend: 'NETRA_TRUSTED_PROXIES=10.0.0.2' };
}

/** The folder of Netra's own package.json, whether this file runs from `src` or from `dist/src`. */
function findRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (readPackage(folder).name !== 'netra' && folder !== dirname(folder)) folder = dirname(folder);
  return folder;
}

function readPackage(folder: string): PackageFile {
  const path = join(folder, 'package.json');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as PackageFile) : {};
}
