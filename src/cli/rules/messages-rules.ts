import type { AlmostFound, Explanation, NearMiss } from '../../rules/engine/explain.js';
import type { RuleScreener } from '../../rules/engine/screener.js';
import { STAGE_NAMES } from '../../rules/files/messages.js';
import { isClearing, isNote, type Rule } from '../../rules/files/rule-schema.js';
import type { LoadedRule, RuleSet } from '../../rules/files/rule-set.js';
import type { SampleFault, SampleReport } from '../../rules/files/samples.js';
import { selectionInWords } from './selection-words.js';

const STANCES = { support: 'mendukung', attack: 'menyerang', unclear: 'belum jelas' } as const;
const BECAUSE: Record<NearMiss['because'], (missing: string) => string> = {
  absent: (missing) => `"${missing}" tidak ditemukan`,
  excluded: (missing) => `dihalangi oleh "${missing}"`,
  no_ticket: () => 'tidak ada pasangan calon yang disebut di dekatnya',
  other_kind: () => 'tidak berlaku untuk jenis aktivitas ini',
};

const ALMOST: Record<AlmostFound['because'], string> = {
  negated: 'diingkari',
  quoted: 'dikutip, jadi ucapan orang lain',
  question: 'ditanyakan',
  hashtag: 'di dalam tagar',
  far: 'tidak di tempat yang diminta',
};

export const RULES_NOTES = {
  checked: (rules: number) => `${rules} aturan diperiksa, tidak ada kesalahan.`,
  tested: ({ rules, samples, faults }: SampleReport) =>
    `${rules} aturan, ${samples} contoh: ${faults.length === 0 ? 'semua sesuai.' : `${faults.length} tidak sesuai.`}`,
  sampleFailed: ({ path, rule, note, text, wanted, ticket }: SampleFault) =>
    `${path}\n  ${rule}: "${note}" ${wanted === 'match' ? 'harus kena, tetapi diam' : 'tidak boleh kena, tetapi kena'}` +
    `\n  ${JSON.stringify(text)} (${ticket})`,
  noSuchRule: (id: string) => `Tidak ada aturan "${id}"`,
  knownRules: (ids: string) => `aturan yang ada: ${ids}; untuk menilai teks, tulis dengan spasi di antara tanda kutip`,
};

const SHADOW_NOTE = 'Dihitung, tidak tampak: tidak mengubah tanda apa pun. Hitungannya: netra rules feedback';

/** A rule as an analyst reads it. */
export function cardLines({ rule, path, samples }: LoadedRule, ruleSet: RuleSet): string[] {
  return [
    `${rule.title} (${rule.id}, ${rule.status})`,
    path,
    rule.explain,
    ...(rule.status === 'shadow' ? [SHADOW_NOTE] : []),
    ...effectLines(rule, ruleSet),
    `Berlaku untuk: ${rule.applies_to.join(', ')}`,
    ...conditionLines(rule),
    'Bisa keliru bila:',
    ...rule.false_positives.map((f) => `  ${f}`),
    `Contoh: ${samples?.match.length ?? 0} kena, ${samples?.no_match.length ?? 0} tidak`,
  ];
}

const CONDITIONS = { all: 'Semua', any: 'Salah satu', none: 'Tidak satu pun' } as const;

function conditionLines({ when, selections }: Rule): string[] {
  const width = Math.max(...Object.keys(selections).map((name) => name.length));
  return [
    'Syarat:',
    ...(['all', 'any', 'none'] as const).flatMap((key) =>
      when[key] === undefined ? [] : [`  ${CONDITIONS[key]}: ${when[key].join(', ')}`],
    ),
    ...Object.entries(selections).map(
      ([name, selection]) => `    ${name.padEnd(width)}  ${selectionInWords(selection)}`,
    ),
  ];
}

/** What the rule does when it fires. */
function effectLines(rule: Rule, { clauses }: RuleSet): string[] {
  if (isClearing(rule)) return [`Meringankan: ${[rule.clears.rules].flat().join(', ')} (${rule.clears.effect})`];
  if (isNote(rule)) return ['Catatan edukasi: tidak pernah menandai, bukan temuan, hanya dalam tahapan'];
  const clause = (item: string) => {
    const found = clauses.find((c) => c.item === item);
    return `  ${item}  ${found?.text ?? ''} [${found?.source_status ?? '?'}]`;
  };
  return [
    `Sikap: ${STANCES[rule.stance]}${rule.unclear_when ? `; belum jelas bila ada: ${rule.unclear_when.join(', ')}` : ''}`,
    'Sebelum penetapan:',
    ...rule.basis.before_determined.map(clause),
    'Sejak penetapan:',
    ...rule.basis.from_determined.map(clause),
  ];
}

/** Why a text is marked or not, with the words that decided it. */
export function explanationLines(explanation: Explanation, text: string, screener: RuleScreener): string[] {
  const { result, fired, cleared, notes, shadow, tickets, nearest } = explanation;
  const quote = (spans: readonly { field: string; start: number; end: number; means: string }[]) =>
    spans.map((s) => `"${s.field === 'text' ? text.slice(s.start, s.end) : s.field}" (${s.means})`).join(', ');
  return [
    result.flagged ? 'DITANDAI untuk diperiksa orang.' : 'Tidak ditandai.',
    `Tahap: ${result.stage === null ? 'di luar tahapan' : STAGE_NAMES[result.stage].id}`,
    `Pasangan calon: ${tickets.length === 0 ? 'tidak ada' : tickets.map((t) => screener.ticketLabel(t)).join('; ')}`,
    ...fired.flatMap((m) => [
      `• ${m.title} (${m.rule}; ${STANCES[m.stance]}; ${m.basis.join(', ')})`,
      `  ${m.explanation}`,
      `  ${quote(m.spans)}`,
    ]),
    ...cleared.map((c) => `○ Meringankan: ${c.reason} ${quote(c.spans)}`),
    ...notes.flatMap((n) => [
      `◇ Catatan edukasi, bukan temuan: ${n.title} (${n.rule})`,
      `  ${n.explanation}`,
      `  ${quote(n.spans)}`,
    ]),
    ...shadow.map((rule) => `◌ Aturan shadow yang akan kena (dihitung, tidak tampak): ${rule}`),
    ...(nearest.length > 0 ? ['Aturan terdekat yang tidak kena:'] : []),
    ...nearest.map(
      (n) =>
        `  ${n.rule}: ${n.almost ? almost(n.almost, quote) : BECAUSE[n.because](n.missing)}${wordsOfMissing(n, screener)}`,
    ),
  ];
}

function wordsOfMissing({ rule: id, missing }: NearMiss, screener: RuleScreener): string {
  const selection = screener.rules.rules.find(({ rule }) => rule.id === id)?.rule.selections[missing];
  return selection === undefined ? '' : ` (${selectionInWords(selection)})`;
}

function almost({ spans, because }: AlmostFound, quote: (spans: AlmostFound['spans']) => string): string {
  return `${quote(spans)} ada, tetapi ${ALMOST[because]}`;
}
