import { FileIssuesError } from '../../../domain/errors.js';
import { WINDOW_DAYS } from '../../../domain/rule-counts.js';
import { loadRules } from '../../../rules/files/load-rules.js';
import type { CountReport, ShadowFeedback } from '../../../study/count-feedback.js';
import { textTable } from '../../text-table.js';

/** Status by rule id of the folder in force; `undefined` where its files are broken, which must not hide the counts. */
export async function readStatuses(rulesDir: string): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const { rules } = await loadRules(rulesDir, { withSamples: false });
    return new Map(rules.map(({ rule }) => [rule.id, rule.status]));
  } catch (error) {
    if (error instanceof FileIssuesError) return undefined;
    throw error;
  }
}

type CountedReport = CountReport & { readonly statuses: Readonly<Record<string, string>> | undefined };

/** What was counted of rules that mark nothing; empty where there are none. */
export function countsText({ shadow, notes, statuses }: CountedReport): string {
  const statusOf = (rule: string) => (statuses ? (statuses[rule] ?? 'tidak ada lagi') : 'tidak terbaca');
  const parts = [
    ...(statuses ? [] : ['! Berkas aturan sedang rusak, status tidak terbaca: netra rules check']),
    ...(shadow.length > 0 ? [shadowText(shadow, statusOf)] : []),
    ...(notes.length > 0 ? [notesText(notes)] : []),
  ];
  return parts.map((part) => `\n${part}\n`).join('');
}

function shadowText(shadow: readonly ShadowFeedback[], statusOf: (rule: string) => string): string {
  const table = textTable([
    [
      ...['aturan', 'status kini', 'tindakan', 'ditandai aturan live juga', 'akun berbeda'],
      ...[`akun, ${WINDOW_DAYS} hari terakhir`, `biasanya per ${WINDOW_DAYS} hari`],
    ],
    ...shadow.map(({ rule, acts, marked, accounts, rate }) => [
      ...[rule, statusOf(rule), String(acts), String(marked), String(accounts), String(rate.recent)],
      rate.usual === undefined ? 'belum ada riwayat' : `${rate.usual.toFixed(1)} (${rate.windows} masa)`,
    ]),
  ]);
  const alarms = shadow.flatMap(({ rule, rate: { alarm } }) => {
    const moved = alarm === 'fell' ? 'turun di bawah' : 'naik di atas';
    return alarm ? [`! ${rule}: banyaknya akun yang akan kena ${moved} riwayat aturan ini sendiri.`] : [];
  });
  return ['Aturan shadow: dihitung, tidak tampak. Yang akan kena bila berlaku:', table, ...alarms].join('\n');
}

function notesText(notes: CountReport['notes']): string {
  const table = textTable([
    ['aturan', 'tindakan', 'ditandai aturan lain juga'],
    ...notes.map(({ rule, acts, marked }) => [rule, String(acts), String(marked)]),
  ]);
  return ['Catatan edukasi: bukan tanda, tidak menandai siapa pun.', table].join('\n');
}
