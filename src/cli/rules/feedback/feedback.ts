import { DAY_MS } from '../../../domain/days.js';
import { localDay, timeZoneOf } from '../../../domain/region.js';
import type { RuleFeedback } from '../../../domain/rule-feedback.js';
import { MIN_ACCOUNTS } from '../../../domain/rule-feedback.js';
import { readCountFeedback } from '../../../study/count-feedback.js';
import { readRuleFeedback } from '../../../study/rule-feedback.js';
import { EXIT } from '../../exit.js';
import { rateText, textTable } from '../../text-table.js';
import { withCore } from '../../with-core.js';
import { countsText, readStatuses } from './feedback-counts.js';

/** Long enough for some verdicts on every rule of an office, short enough that a change shows within a stage. */
export const RECENT_DAYS = 30;

/** `netra rules feedback`: what verdicts and counts say about each rule. Reads only; a proposal is a line of text. */
export async function runRulesFeedback({ json }: { json: boolean }): Promise<number> {
  return withCore(async ({ storage, clock, config }) => {
    const now = clock();
    const recentFrom = new Date(now.getTime() - RECENT_DAYS * DAY_MS);
    const { decided, rules } = await readRuleFeedback(storage, { recentFrom });
    const found = await readStatuses(config.rulesDir);
    const shadowRules = [...(found ?? [])].flatMap(([rule, status]) => (status === 'shadow' ? [rule] : []));
    const counts = await readCountFeedback(storage, { shadowRules, today: localDay(now, timeZoneOf('ID')) });
    const statuses = found && Object.fromEntries(found);
    const shadow = counts.shadow.map((own) => ({ ...own, status: found?.get(own.rule) ?? null }));
    const report = { decided, recentFrom: recentFrom.toISOString(), rules, shadow, notes: counts.notes };
    const text = () => `${feedbackText(report)}${countsText({ ...counts, statuses })}`;
    process.stdout.write(json ? `${JSON.stringify(report)}\n` : text());
    return EXIT.ok;
  });
}

export function feedbackText({ decided, rules }: { decided: number; rules: readonly RuleFeedback[] }): string {
  if (rules.length === 0) return 'Belum ada tanda yang diputus.\n';
  const table = textTable([
    [
      'aturan',
      'dikonfirmasi/dikesampingkan',
      'ketepatan',
      `per akun, ${RECENT_DAYS} hari terakhir`,
      'per akun, sebelumnya',
    ],
    ...rules.map((rule) => [
      rule.rule,
      `${rule.all.confirmed}/${rule.all.dismissed}`,
      rateText(rule.all.precision, 'putusan'),
      rateText(rule.recent.byAccounts, 'akun'),
      rateText(rule.history.byAccounts, 'akun'),
    ]),
  ]);
  const notes = rules.flatMap(noteLines);
  const quiet = `Tidak ada aturan yang keluar dari riwayatnya (perlu sedikitnya ${MIN_ACCOUNTS} akun berbeda di tiap masa).`;
  const head = `${decided} tanda diputus. Rentang 95 % (Wilson); tiap akun dihitung satu.`;
  return `${[head, table, '', ...(notes.length > 0 ? notes : [quiet])].join('\n')}\n`;
}

function noteLines({ rule, alarm, proposal }: RuleFeedback): string[] {
  const moved = alarm === 'fell' ? 'turun di bawah' : 'naik di atas';
  return [
    ...(alarm ? [`! ${rule}: bagian yang dikonfirmasi ${moved} riwayat aturan ini sendiri.`] : []),
    ...(proposal
      ? [
          `? ${rule}: USULAN turun ke "shadow": sebagian besar akun yang ditandai tidak dikonfirmasi.`,
          `    Tidak ada yang berubah sendiri. Lihat dulu: netra rules explain ${rule}; lalu, bila dua analis setuju, ubah "status" di berkasnya.`,
        ]
      : []),
  ];
}
