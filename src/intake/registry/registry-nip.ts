import { isDay } from '../../domain/days.js';
import { readRequiredCode } from './registry-cells.js';
import { bad, good, type Read } from './registry-issue.js';

const MIN_AGE = 17;
/** The highest retirement age of any civil servant is 70. */
const MAX_AGE = 71;

/**
 * A NIP (PNS) or NI PPPK: 18 digits, of which the first eight are the date of birth and the last three a running
 * number from 001. Spaces of any width, and the apostrophe that keeps Excel from counting, are taken off. The value
 * itself is in no message: lists of faults are passed on by mail.
 */
export function readNip(cell: string, now: Date): Read<string> {
  const read = readRequiredCode(cell);
  if ('fault' in read) return read;
  const digits = read.value.replaceAll(/[ .]/g, '');
  const asText = 'Di Excel ubah kolom nip menjadi Teks sebelum mengisi, lalu tulis ulang dari sumbernya.';
  if (/^\d[.,]?\d*e\+?\d+$/i.test(read.value.replaceAll(' ', ''))) {
    return bad('NIP telah diubah Excel menjadi bilangan (E+17).', asText);
  }
  if (!/^\d*$/.test(digits)) return bad('NIP memuat selain angka.', 'NIP terdiri atas 18 angka.');
  if (digits.length !== 18)
    return bad(`NIP berisi ${digits.length} angka, seharusnya 18.`, 'Periksa NIP pada SK pegawai.');
  if (!isPlausibleBirth(digits.slice(0, 8), now)) {
    return bad('Delapan angka pertama NIP bukan tanggal lahir yang masuk akal.', 'Periksa NIP pada SK pegawai.');
  }
  if (digits.endsWith('000')) return bad('NIP berakhir 000: angka terakhirnya hilang karena dibulatkan Excel.', asText);
  return good(digits);
}

function isPlausibleBirth(date: string, now: Date): boolean {
  const day = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
  if (!isDay(day)) return false;
  const yearsAgo = (years: number) =>
    new Date(Date.UTC(now.getUTCFullYear() - years, now.getUTCMonth(), now.getUTCDate())).toISOString().slice(0, 10);
  return day <= yearsAgo(MIN_AGE) && day >= yearsAgo(MAX_AGE);
}
