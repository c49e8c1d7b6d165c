import { PROOF_STATES, type ProofState } from '../../domain/account.js';
import { isDay } from '../../domain/days.js';
import { isPlatform, isValidHandle, PLATFORMS, type Platform } from '../../domain/platform.js';
import { nearestWord, quoted } from '../../rules/files/quoted.js';
import { tidyCell, tidyCode, withoutTextMark } from '../files/cells.js';
import { bad, good, type Read } from './registry-issue.js';

/** Longest name, position, code or decree; the longest official titles have about 150 letters. */
const MAX_CELL_LENGTH = 300;

// Control, format (zero-width, bidirectional), surrogate, private and line-separating characters.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;
const FORMULA = /^[=+\-@\t\r]/;

/** Any cell: nothing hidden, nothing that a spreadsheet would run, not too long. Comes back without outer spaces. */
export function readPlain(cell: string): Read<string> {
  const text = tidyCell(cell);
  if (FORMULA.test(cell) || FORMULA.test(text)) {
    return bad(
      `Isi ${quoted(cell)} diawali tanda rumus (=, +, -, @, tab).`,
      'Hapus tanda di awal; sel rumus tidak diterima karena dapat dijalankan oleh lembar kerja.',
    );
  }
  if (HIDDEN.test(text)) {
    return bad(
      `Isi ${quoted(text)} memuat karakter tersembunyi.`,
      'Ketik ulang isinya; jangan menyalin dari peramban.',
    );
  }
  if (text.includes('\ufffd')) {
    return bad(
      `Isi ${quoted(text)} memuat huruf yang rusak (�).`,
      'Ketik ulang isinya, lalu simpan sebagai CSV UTF-8.',
    );
  }
  if (text.length > MAX_CELL_LENGTH) {
    return bad(`Isi sepanjang ${text.length} huruf; paling panjang ${MAX_CELL_LENGTH}.`, 'Pendekkan isinya.');
  }
  return good(text.normalize('NFC'));
}

/** A code, a number or a word of a closed list: what a paste or Excel put into it is taken out, not refused. */
export function readCode(cell: string): Read<string> {
  return readPlain(tidyCode(cell));
}

export function readRequiredCode(cell: string): Read<string> {
  return readRequired(tidyCode(cell));
}

export function readRequired(cell: string): Read<string> {
  const read = readPlain(cell);
  return 'value' in read && read.value === '' ? bad('Isi kosong.', 'Isi sel ini.') : read;
}

export function readPlatform(cell: string): Read<Platform> {
  const read = readRequiredCode(cell);
  if ('fault' in read) return read;
  const name = read.value.toLowerCase();
  if (isPlatform(name)) return good(name);
  const meant = nearestWord(name, PLATFORMS) ?? (name === 'twitter' ? 'x' : undefined);
  const known = `Pilih salah satu: ${PLATFORMS.join(', ')}.`;
  return bad(`Platform ${quoted(read.value)} tidak dikenal.`, meant ? `Maksudnya ${meant}? ${known}` : known);
}

/** A leading `@` is how people write handles: it is taken off, not taken for a formula. */
export function readHandle(cell: string, platform: Platform | undefined): Read<string> {
  const read = readRequired(withoutTextMark(cell).replace(/^@/, ''));
  if ('fault' in read) return read;
  if (!isValidHandle(read.value)) {
    return bad(
      `Nama pengguna ${quoted(read.value)} memuat karakter yang tidak mungkin.`,
      'Salin ulang dari halaman profil.',
    );
  }
  if (platform !== 'web' && read.value.includes('/')) {
    return bad(
      `${quoted(read.value)} adalah alamat, bukan nama pengguna.`,
      'Tulis nama penggunanya saja, tanpa https://….',
    );
  }
  return good(read.value);
}

const PROOF_WORDS: Readonly<Record<string, ProofState>> = {
  ...Object.fromEntries(PROOF_STATES.map((state) => [state, state])),
  belum: 'unproven',
  diakui: 'claimed',
  terbukti: 'proven',
  disanggah: 'disputed',
};

export function readProof(cell: string): Read<ProofState> {
  const read = readRequiredCode(cell);
  if ('fault' in read) return read;
  const words = Object.keys(PROOF_WORDS);
  const state = words.includes(read.value.toLowerCase()) ? PROOF_WORDS[read.value.toLowerCase()] : undefined;
  if (state) return good(state);
  return bad(`Status bukti ${quoted(read.value)} tidak dikenal.`, `Pilih salah satu: ${words.join(', ')}.`);
}

/** Word writes some of these for a hyphen. */
const DASH = /[\u2010-\u2015\u2212]/g;
/** 01/02/2026 is the first of February to its writer, and the second of January to Excel. */
const NUMBERS = /^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/;

/** `<decree>|<from>|<to>`, inclusive local days. */
export function readMandate(cell: string): Read<{ decree: string; from: string; to: string }> {
  const read = readRequired(withoutTextMark(cell));
  if ('fault' in read) return read;
  const shape = 'Tulis: nomor keputusan|YYYY-MM-DD|YYYY-MM-DD, misalnya SK-12/2024|2024-08-01|2025-01-31.';
  const order = 'Hari dan bulan dapat tertukar: tulis tahun-bulan-hari, misalnya 2024-08-01 untuk 1 Agustus 2024.';
  const parts = read.value.split('|').map((part) => part.trim());
  const [decree, from, to] = parts;
  if (parts.length !== 3 || !decree || !from || !to) {
    return bad(`Mandat ${quoted(read.value)} tidak terdiri atas tiga bagian.`, shape);
  }
  const days = [from, to].map((day) => day.replaceAll(DASH, '-'));
  const wrongDay = days.find((day) => !isDay(day));
  if (wrongDay !== undefined) return bad(`${quoted(wrongDay)} bukan tanggal.`, NUMBERS.test(wrongDay) ? order : shape);
  const [first, last] = days as [string, string];
  if (first > last) return bad(`Mandat berakhir (${last}) sebelum dimulai (${first}).`, 'Periksa kedua tanggalnya.');
  return good({ decree, from: first, to: last });
}
