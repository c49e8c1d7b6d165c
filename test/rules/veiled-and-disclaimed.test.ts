import { beforeAll, describe, expect, it } from 'vitest';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import { anInput, loadAll } from './screening.js';

let screener: RuleScreener;
beforeAll(async () => {
  const all = await loadAll();
  screener = new RuleScreener({ ...all.ruleSet, elections: all.elections });
});

const ticketsOf = (text: string) => screener.screen(anInput({ text })).matches.flatMap(({ tickets }) => tickets);
const TICKETS = [
  [1, 'Bram-Sekar'],
  [2, 'Danu-Ratna'],
  [3, 'Hastu-Wulan'],
] as const;

describe.each(TICKETS)('a sum whose answer is number %i', (number) => {
  it.each([`${number + 4} - 4 berapa`, `${number + 4}-4 = ?`, `${4 * number} : 4 hasilnya`])(
    'names the ticket beside the ballot only: %s',
    (sum) => {
      expect(new Set(ticketsOf(`Sebelum ke bilik: ${sum}, jangan salah ya`))).toEqual(
        new Set([`contoh-pilgub-35/${number}`]),
      );
      expect(ticketsOf(`PR anak kelas dua: ${sum}, jangan salah ya`)).toEqual([]);
    },
  );

  it('names nobody where it is not asked for, or comes to another number', () => {
    expect(ticketsOf(`Sebelum ke bilik: shift ${number + 4} - 4 orang`)).toEqual([]);
    expect(ticketsOf(`Sebelum ke bilik: ${number + 30} - 4 berapa, jangan salah ya`)).toEqual([]);
  });
});

describe.each(TICKETS)('of ticket %i', (_, pair) => {
  it.each([
    `Ikrar netralitas sudah kami teken. Besoknya tetap ${pair} dong`,
    `Bukan kampanye ya, cuma mengingatkan: pokoknya ${pair}`,
  ])('a call beside a disclaimer is marked: %s', (text) => {
    expect(ticketsOf(text)).not.toEqual([]);
  });

  it.each([
    `Ikrar netralitas sudah kami teken. Besoknya piket saat ${pair} datang ke kantor`,
    `Bukan kampanye ya, cuma mengingatkan: jadwal debat ${pair} pindah jam`,
    `ASN netral, dan komentar "tetap ${pair}" pun melanggar`,
    `Bukan saya yang bilang ayo coblos ${pair}, itu akun palsu`,
  ])('its lawful twin is not: %s', (text) => {
    expect(ticketsOf(text)).toEqual([]);
  });
});
