import { DAY_MS } from '../domain/days.js';
import { MEMBERS, OFFICES } from './content/cast.js';
import { IMPORTED_ACTS } from './script.js';
import { publishedAt } from './tid-at.js';

/** `accounts.csv` of design.md section 6; `handleOf` gives each member's handle on its platform. */
export function accountsCsv(anchor: Date, handleOf: (member: (typeof MEMBERS)[number]) => string): string {
  const rows = MEMBERS.map((member, index) => [
    inventedNip(index),
    member.name,
    member.position,
    member.office,
    member.platform,
    handleOf(member),
    mandateOf(anchor, member.hasExpiredMandate),
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
  return toCsv([['code', 'name', 'region', 'parent', 'digest_to'], ...rows]);
}

/** One act a line, in the screen format plus platform and handle. */
export function importLines(anchor: Date): string {
  const lines = IMPORTED_ACTS.map((act, index) => {
    const member = MEMBERS.find(({ key }) => key === act.by)!;
    const account = { platform: member.platform, handle: act.on };
    return JSON.stringify({
      id: importId(index),
      kind: act.kind,
      text: act.text,
      publishedAt: publishedAt(anchor, act).toISOString(),
      platform: member.platform,
      handle: act.by,
      target: act.on === '' ? undefined : { account, text: act.targetText || undefined },
      media: act.picture === '' ? undefined : [{ text: act.picture }],
    });
  });
  return `${lines.join('\n')}\n`;
}

export function importId(index: number): string {
  return `contoh-impor-${String(index + 1).padStart(3, '0')}`;
}

/** Decree number, first and last day. */
function mandateOf(anchor: Date, hasExpired: boolean): string {
  const day = (offset: number) => new Date(anchor.getTime() + offset * DAY_MS).toISOString().slice(0, 10);
  return ['800/001/CONTOH', day(-60), hasExpired ? day(-10) : day(400)].join('|');
}

/** 18 digits that nobody has: engaged in the 99th month, and of neither sex that the number knows. */
function inventedNip(index: number): string {
  return `199001012000999${String(index + 1).padStart(3, '0')}`;
}

function toCsv(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;
}
