// Acts that nobody did, for the crash test and the pipeline benchmark: the same number gives the same act.
// Tickets and handles are those of rules/example/contoh.yaml, dates lie in its campaign stage.

import { createHash } from 'node:crypto';

const WHO = ['Bapak', 'Ibu', 'Teman-teman', 'Anak-anak', 'Tetangga', 'Rekan sekantor', 'Pak RT', 'Bu guru'];
const DID = [
  'kerja bakti di',
  'rapat singkat di',
  'antre lama di',
  'belanja sayur di',
  'olahraga pagi di',
  'menunggu hujan di',
];
const WHERE = [
  'balai RW',
  'pasar kecamatan',
  'kantor lama',
  'lapangan desa',
  'puskesmas',
  'sekolah anak',
  'terminal',
  'masjid kampung',
];
const FEELING = [
  'alhamdulillah lancar',
  'capek tapi senang',
  'semoga besok lebih baik',
  'hujan tidak berhenti',
  'macet sekali hari ini',
];
const MORE = [
  'Jangan lupa bayar pajak kendaraan sebelum akhir bulan ya.',
  'Resep sambal dari ibu memang tidak ada lawannya 😊',
  'Pelayanan hari Jumat sampai pukul sebelas, mohon datang lebih awal.',
  'Selamat ulang tahun untuk keponakan tersayang, sehat selalu!',
  'Yang pegang nomor antrean dua silakan ke loket sebelah kanan.',
  'Foto lama waktu KKN, sudah lima belas tahun rupanya #nostalgia',
  'Harga cabe naik lagi, terpaksa masak tumis kangkung saja.',
];
const MARKED = [
  'Ayo coblos Bram-Sekar nomor 1 (contoh)',
  'Yuk pilih Tirta-Kemuning, jangan salah ya bu (contoh)',
  'Mari kita menangkan Danu Ratna di TPS masing-masing (contoh)',
  'Saya dan keluarga dukung Jagat-Puspa (contoh) #JagatPuspa',
];
const TICKET_HANDLES = ['pasangan-satu.contoh.test', 'pasangan-dua.contoh.test', 'paslon1-surabaya.contoh.test'];
const FIRST_DAY = Date.UTC(2026, 1, 5);
const DAYS = 20;

/** @param {number} n */
export const inventedHandle = (n) => `pegawai-${n}.contoh.test`;

/**
 * One line of an import file. One in a hundred is meant to be marked: half by its words, half by its target; the rules
 * themselves say which are.
 *
 * @param {number} n
 * @param {{ accounts: number, series?: string, isPlanted?: boolean }} options `series` keeps the ids of several files
 *   apart; a planted act ends in a word of its own
 */
export function inventedAct(n, { accounts, series = 'contoh', isPlanted = false }) {
  const act = actWithoutWord(n, { accounts, series });
  return isPlanted ? { ...act, text: `${act.text} ${plantedWord(n, series)} @${plantedStranger(n, series)}` } : act;
}

/**
 * The handle of somebody who has nothing to do with it, called by an act; found like a planted word.
 *
 * @param {number} n
 * @param {string} series
 */
export const plantedStranger = (n, series) => plantedWord(n, `orang lain ${series}`).toLowerCase();

/**
 * A word that nothing else holds and that no compression of a server's files shortens: it is found in raw bytes.
 *
 * @param {number} n
 * @param {string} series
 */
export function plantedWord(n, series) {
  const hash = createHash('sha256').update(`${series} ${n}`).digest('base64url');
  return hash.replaceAll(/[-_]/g, 'x').slice(0, 14);
}

/**
 * @param {number} n
 * @param {{ accounts: number, series: string }} options
 */
function actWithoutWord(n, { accounts, series }) {
  const at = new Date(FIRST_DAY + pick(n, 7, DAYS * 86_400) * 1000).toISOString();
  const base = {
    id: `${series}-${n}`,
    publishedAt: at,
    platform: 'bluesky',
    handle: inventedHandle(pick(n, 1, accounts)),
  };
  if (n % 200 === 17)
    return { ...base, kind: 'post', text: `${MARKED[pick(n, 2, MARKED.length)]} ${MORE[pick(n, 3, MORE.length)]}` };
  if (n % 200 === 117) return { ...base, kind: 'like', text: '', target: aimAt(TICKET_HANDLES[pick(n, 2, 3)] ?? '') };
  if (n % 10 === 3)
    return { ...base, kind: 'like', text: '', target: { ...aimAt('teman.contoh.test'), text: chat(n) } };
  return { ...base, kind: 'post', text: chat(n) };
}

/** @param {number} n */
function chat(n) {
  const start = `${from(WHO, n, 2)} ${from(DID, n, 3)} ${from(WHERE, n, 4)}, ${from(FEELING, n, 5)} (${n}).`;
  return pick(n, 6, 3) === 0 ? start : `${start} ${from(MORE, n, 6)}`;
}

/** @param {string} handle */
function aimAt(handle) {
  return { account: { platform: 'bluesky', handle } };
}

/**
 * @param {readonly string[]} list
 * @param {number} n
 * @param {number} salt
 */
function from(list, n, salt) {
  return list[pick(n, salt, list.length)];
}

/**
 * A number below `limit`, the same for the same `n` and `salt`.
 *
 * @param {number} n
 * @param {number} salt
 * @param {number} limit
 */
function pick(n, salt, limit) {
  let x = Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(salt, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return ((x ^ (x >>> 15)) >>> 0) % limit;
}
