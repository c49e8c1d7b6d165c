import { MEMBERS, OFFICES } from './content/cast.js';
import { IMPORTED_ACTS } from './script.js';
import { publishedAt } from './tid-at.js';

const DAY_MS = 86_400_000;

/** `accounts.csv` of design.md section 6; `handleOf` gives each member's handle on its platform. */
export function accountsCsv(anchor: Date, handleOf: (member: (typeof MEMBERS)[number]) => string): string {
  const rows = MEMBERS.map((member, index) => [
    inventedNip(index),
    member.name,
    member.position,
    member.office,
    member.platform,
    handleOf(member),
    mandateOf(member.office, anchor, member.hasExpiredMandate),
    member.proof,
  ]);
  return toCsv([['nip', 'name', 'position', 'office_code', 'platform', 'handle', 'mandate', 'proof'], ...rows]);
}

export function officesCsv(): string {
  const rows = OFFICES.map(({ code, name, region, parent = '' }) => [
    code,
    name,
    region,
    parent,
    `${code.toLowerCase()}@contoh.test`,
  ]);
  return toCsv([['code', 'name', 'region', 'parent_code', 'digest_to'], ...rows]);
}

/** One act a line, in the screen format plus platform and handle. */
export function importLines(anchor: Date): string {
  const lines = IMPORTED_ACTS.map((act, index) => {
    const member = MEMBERS.find(({ key }) => key === act.by)!;
    const target = act.on === '' ? {} : { account: { platform: member.platform, handle: act.on } };
    return JSON.stringify({
      id: importId(index),
      kind: act.kind,
      text: act.text,
      publishedAt: publishedAt(anchor, act).toISOString(),
      platform: member.platform,
      handle: act.by,
      ...(act.on === '' ? {} : { target: { ...target, ...(act.targetText === '' ? {} : { text: act.targetText }) } }),
      ...(act.picture === '' ? {} : { media: [{ text: act.picture }] }),
    });
  });
  return `${lines.join('\n')}\n`;
}

export function importId(index: number): string {
  return `contoh-impor-${String(index + 1).padStart(3, '0')}`;
}

/** Decree number, office that gave it, first and last day. */
function mandateOf(office: string, anchor: Date, hasExpired: boolean): string {
  const day = (offset: number) => new Date(anchor.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  const last = hasExpired ? day(-10) : day(400);
  return ['800/001/CONTOH', office, day(-60), last].join('|');
}

/** 18 digits of somebody born in 1900: no civil servant has this number. */
function inventedNip(index: number): string {
  return `190001012000011${String(index + 1).padStart(3, '0')}`;
}

function toCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;
}
