import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { ABILITIES, type Ability, isBoundToOffices, may, ROLES, type Role } from '../../src/domain/abilities.js';
import { ROLE_TERMS } from '../../src/words/terms.js';

interface Column {
  readonly heading: string;
  readonly abilities: readonly Ability[];
  readonly cell: (can: (ability: Ability) => boolean, role: Role) => string;
}

const NO = '–';
const COLUMNS: readonly Column[] = [
  {
    heading: 'Antrean',
    abilities: ['see_queue', 'decide', 'review_second'],
    cell(can) {
      if (!can('see_queue')) return NO;
      if (!can('decide')) return 'daftar tanpa isi';
      return `OPD sendiri dan bawahannya${can('review_second') ? ', juga yang menunggu tinjauan kedua' : ''}`;
    },
  },
  {
    heading: 'Isi tanda, bukti, keputusan',
    abilities: ['decide', 'review_second', 'adjudicate', 'assign', 'edit_templates'],
    cell(can) {
      if (!can('decide')) return NO;
      const more = can('review_second') ? ', termasuk tinjauan kedua (buta)' : '';
      const third = can('adjudicate') ? ', menyelesaikan dua yang berlawanan' : '';
      return `ya${more}${third}${can('assign') ? ', menugaskan' : ''}${can('edit_templates') ? ', dan contoh alasan' : ''}`;
    },
  },
  {
    heading: 'Pertanyaan',
    abilities: ['answer_questions'],
    cell: (can) => (can('answer_questions') ? (can('decide') ? 'menjawab' : 'menjawab, tanpa tandanya') : NO),
  },
  {
    heading: 'Cakupan',
    abilities: ['see_coverage'],
    cell: (can, role) => (can('see_coverage') ? (isBoundToOffices(role) ? 'OPD sendiri' : 'semua') : NO),
  },
  {
    heading: 'Registri',
    abilities: ['see_registry'],
    cell: (can, role) => (can('see_registry') ? (isBoundToOffices(role) ? 'OPD sendiri' : 'semua') : NO),
  },
  {
    heading: 'Tanda per paslon',
    abilities: ['see_symmetry'],
    cell: (can) => (can('see_symmetry') ? 'ya' : NO),
  },
  {
    heading: 'Aturan',
    abilities: ['see_rules', 'see_rule_health'],
    cell: (can) => (can('see_rules') ? 'ya' : can('see_rule_health') ? 'keadaan' : NO),
  },
  { heading: 'Gambar kampanye', abilities: ['keep_posters'], cell: (can) => (can('keep_posters') ? 'ya' : NO) },
  {
    heading: 'Laporan',
    abilities: ['check_reports'],
    cell: (can) => (can('check_reports') ? 'OPD sendiri, dan yang belum diketahui akunnya' : NO),
  },
  {
    heading: 'Temuan patroli',
    abilities: ['bring_findings', 'find_accounts'],
    cell: (can) => (can('bring_findings') ? 'mencatat, melihat yang sendiri' : NO),
  },
  { heading: 'Identitas pelapor', abilities: ['open_identity'], cell: (can) => (can('open_identity') ? 'ya' : NO) },
  { heading: 'Pengguna', abilities: ['manage_users'], cell: (can) => (can('manage_users') ? 'ya' : NO) },
  { heading: 'Jejak audit', abilities: ['read_audit'], cell: (can) => (can('read_audit') ? 'ya' : NO) },
];

const lineOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;

/** The table of docs/console.md, as the abilities say it. */
function roleTable(): string[] {
  const rows = ROLES.map((role) => {
    const can = (ability: Ability) => may({ role }, ability);
    return lineOf([ROLE_TERMS[role].id, ...COLUMNS.map(({ cell }) => cell(can, role))]);
  });
  return [
    lineOf(['Peran', ...COLUMNS.map(({ heading }) => heading)]),
    `|${'---|'.repeat(COLUMNS.length + 1)}`,
    ...rows,
  ];
}

it('who sees what stands in the guide as the abilities say, none left out', () => {
  const spoken = new Set(COLUMNS.flatMap(({ abilities }) => abilities));
  expect(ABILITIES.filter((ability) => !spoken.has(ability))).toEqual([]);
  const guide = readFileSync(resolve('docs/console.md'), 'utf8').split('\n');
  const start = guide.findIndex((line) => line.startsWith('| Peran |'));
  const end = guide.findIndex((line, i) => i > start && !line.startsWith('|'));
  expect([...guide.slice(start, end)].sort()).toEqual([...roleTable()].sort());
});
