import {
  BROUGHT_ITEMS,
  type BroughtBy,
  type BroughtItemName,
  type EvidenceItemName,
  type MissingItem,
  type PackProblem,
  type ReadItemName,
} from '../domain/evidence.js';
import type { EvidenceKind } from '../domain/flag-filter.js';
import { HIDDEN_TERMS, SKIP_TERMS } from './coverage-terms.js';
import type { Message } from './say.js';
import type { Terms } from './terms.js';

const READ_ITEM_TERMS = {
  'viewport.png': { id: 'tangkapan layar', en: 'screenshot' },
  'fullpage.png': { id: 'halaman penuh', en: 'full page' },
  'page.mhtml': { id: 'arsip halaman', en: 'page archive' },
  'text.txt': { id: 'teks halaman', en: 'page text' },
  'response.json': { id: 'jawaban server', en: 'server response' },
  'activity.json': { id: 'yang dibaca aturan', en: 'what the rules read' },
  'reading.json': { id: 'yang terbaca di balik tautan', en: 'what was read behind the link' },
} as const satisfies Terms<ReadItemName>;

/** `brought2.png`: its number and its form. */
function broughtTerm(name: string): Message {
  const [, number, form] = /(\d)\.(\w+)$/.exec(name) ?? [];
  return { id: `gambar ${number} yang dibawa (${form})`, en: `picture ${number} that was brought (${form})` };
}

export const EVIDENCE_TERMS: Terms<EvidenceItemName> = {
  ...READ_ITEM_TERMS,
  ...(Object.fromEntries(BROUGHT_ITEMS.map((name) => [name, broughtTerm(name)])) as Terms<BroughtItemName>),
};

/** Through whose hands a picture of a pack came; who that was stands nowhere. */
export const BROUGHT_BY_TERMS = {
  participant: { id: 'gambar yang dibawa peserta', en: 'picture brought by a participant' },
  reporter: { id: 'gambar yang dibawa pelapor', en: 'picture brought by a reporter' },
  officer: { id: 'gambar yang dibawa petugas', en: 'picture brought by an officer' },
  author: { id: 'gambar pada tindakan itu sendiri', en: 'picture of the act itself' },
} as const satisfies Terms<BroughtBy>;

/** What a list of flags is narrowed by. */
export const EVIDENCE_KIND_TERMS = {
  whole: { id: 'bukti lengkap', en: 'evidence is whole' },
  partial: { id: 'ada yang tidak terekam', en: 'something was not captured' },
} as const satisfies Terms<EvidenceKind>;

export const MISSING_TERMS = {
  no_url: { id: 'tanpa alamat', en: 'no address' },
  gone: { id: 'halaman tidak ada lagi', en: 'page is gone' },
  login_wall: HIDDEN_TERMS.login_wall,
  robots: HIDDEN_TERMS.robots,
  timeout: HIDDEN_TERMS.timeout,
  unreachable: HIDDEN_TERMS.unreachable,
  too_large: SKIP_TERMS.too_large,
  failed: { id: 'gagal', en: 'failed' },
} as const satisfies Terms<MissingItem['reason']>;

export const PACK_PROBLEM_TERMS = {
  pack_missing: { id: 'paket tidak ada', en: 'the pack is missing' },
  pack_linked: { id: 'folder paket adalah tautan', en: 'the folder of the pack is a link' },
  manifest_missing: { id: 'manifes tidak ada', en: 'the manifest is missing' },
  manifest_changed: { id: 'manifes berubah sejak disegel', en: 'the manifest changed since sealing' },
  manifest_unreadable: { id: 'manifes tidak dapat dibaca', en: 'the manifest cannot be read' },
  manifest_of_other: { id: 'manifes milik tanda lain', en: 'the manifest is of another flag' },
  seal_differs: {
    id: 'daftar bukti pada tanda berbeda dari manifes',
    en: 'what the flag lists differs from the manifest',
  },
  seal_missing: { id: 'tanda ini terbuka tanpa segel', en: 'this flag is open without a seal' },
  file_missing: { id: 'berkas hilang', en: 'the file is missing' },
  file_changed: { id: 'isi berubah sejak disegel', en: 'the content changed since sealing' },
  file_extra: { id: 'berkas ini tidak ada saat disegel', en: 'this file was not there when it was sealed' },
  file_unreadable: { id: 'berkas tidak dapat dibaca', en: 'the file cannot be read' },
  not_a_plain_file: { id: 'bukan berkas biasa', en: 'no plain file' },
  act_differs: {
    id: 'tindakan di basis data berbeda dari yang disegel',
    en: 'the act in the database differs from the sealed one',
  },
  act_missing: { id: 'tindakan ini tidak ada lagi di basis data', en: 'the act is gone from the database' },
} as const satisfies Terms<PackProblem['problem']>;
