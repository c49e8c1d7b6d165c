import type { BacktestReport, Comparison } from '../../../study/backtest.js';
import { rateText, textTable } from '../../text-table.js';
import type { BacktestAnswer, StatusChange } from './backtest-answer.js';

// Principle 7: what no rule marked left nothing to judge again.
const KEPT_ONLY =
  'Hanya isi yang masih disimpan yang dapat diuji balik. Tindakan yang dulu tidak ditandai tidak meninggalkan isi,\n' +
  'jadi tanda yang sama sekali baru hanya dapat dicari dalam berkas: --corpus BERKAS.';

export function backtestText({ statusChanges, stored, corpus }: BacktestAnswer): string {
  const any = stored ?? corpus;
  const head = any
    ? [`lama  ${any.old.ruleset}`, `baru  ${any.new.ruleset}`, ...electionLines(any), ...statusChanges.map(statusLine)]
    : [];
  const parts = [
    ...(stored
      ? [
          `Aktivitas tersimpan${stored.since ? ` sejak ${stored.since}` : ''}: ${stored.acts} dinilai ulang, ${stored.contentGone} sudah tanpa isi.`,
          KEPT_ONLY,
          ...reportLines(stored),
        ]
      : []),
    ...(corpus
      ? [`Berkas: ${corpus.acts} baris dinilai, ${corpus.badLines} tidak terbaca.`, ...reportLines(corpus)]
      : []),
  ];
  return `${[...head, '', ...parts].join('\n')}\n`;
}

function statusLine({ rule, before, after }: StatusChange): string {
  const meaning =
    after === 'shadow' ? ': dihitung, tidak tampak; tanda yang hilang di bawah ini tidak hilang dari hitungan' : '';
  return `  ${rule}: ${before ?? 'tidak ada'} → ${after ?? 'dihapus'}${meaning}`;
}

function shadowLines({ shadow }: BacktestReport): string[] {
  const rows = Object.entries(shadow);
  if (rows.length === 0) return [];
  const table = textTable([
    ['aturan shadow (dihitung, tidak tampak)', 'akan kena', 'di antaranya ditandai aturan live'],
    ...rows.map(([rule, { acts, alsoMarked }]) => [rule, String(acts), String(alsoMarked)]),
  ]);
  return [table, ''];
}

function electionLines({ old, new: proposed }: BacktestReport): string[] {
  if (old.elections === proposed.elections) return [];
  return ['! Berkas pemilihan kedua folder berbeda: sebagian perubahan berasal dari sana, bukan dari aturan.'];
}

function reportLines(report: BacktestReport): string[] {
  const { total, changedMarks, examples } = report;
  return [
    `  tanda: ${total.old.marks} menjadi ${total.new.marks}; ${total.newMarks} baru, ${total.lostMarks} hilang, ${changedMarks} berubah isinya`,
    `  ketepatan menurut putusan: ${rateText(total.old.precision, 'putusan')} menjadi ${rateText(total.new.precision, 'putusan')}`,
    '',
    comparisons('aturan', report.byRule),
    '',
    comparisons('pasangan calon', report.byTicket),
    '',
    ...shadowLines(report),
    ...idLines('tanda baru', examples.newMarks),
    ...idLines('tanda hilang', examples.lostMarks),
    ...idLines('HILANG padahal dikonfirmasi orang', examples.lostConfirmed),
  ];
}

function comparisons(name: string, all: Readonly<Record<string, Comparison>>): string {
  return textTable([
    [name, 'lama', 'baru', '+', '-', 'ketepatan lama', 'ketepatan baru'],
    ...Object.entries(all).map(([key, own]) => [
      key,
      String(own.old.marks),
      String(own.new.marks),
      String(own.newMarks),
      String(own.lostMarks),
      rateText(own.old.precision, 'putusan'),
      rateText(own.new.precision, 'putusan'),
    ]),
  ]);
}

function idLines(name: string, ids: readonly string[]): string[] {
  return ids.length === 0 ? [] : [`  ${name}: ${ids.join(' ')}`];
}
