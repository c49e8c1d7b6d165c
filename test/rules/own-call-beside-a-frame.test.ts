import { beforeAll, describe, expect, it } from 'vitest';
import { RuleScreener } from '../../src/rules/engine/screener.js';
import { anInput, loadAll } from './screening.js';

let screener: RuleScreener;
beforeAll(async () => {
  const all = await loadAll();
  screener = new RuleScreener({ ...all.ruleSet, elections: all.elections });
});

const screen = (text: string) => screener.screen(anInput({ text }));

describe('a call of one’s own beside a frame', () => {
  it.each([
    'ASN gak boleh ngomong sih, tapi masa iya diam, coblos Bram-Sekar ya',
    'Ayo coblos Bram-Sekar. Selain itu hoaks semua',
    'Jangan percaya survei palsu! Bram-Sekar pasti menang, ayo coblos',
    'Sumpah jabatan tetap saya pegang. Tapi kota ini butuh Bram-Sekar, ayo menangkan',
    'Inspektorat jangan lihat ya hehe. Coblos Bram-Sekar!',
  ])('is marked, and the frame stands beside it: %s', (text) => {
    const { flagged, cleared } = screen(text);
    expect({ flagged, isFramed: cleared.length > 0 }).toEqual({ flagged: true, isFramed: true });
  });

  it.each([
    'Ayo coblos Bram-Sekar dapat kulkas? Itu hoaks, jangan diklik ya',
    'Coblos Bram-Sekar dapat pulsa. Hoaks. Faktanya tidak ada program seperti itu',
    'ASN boleh punya pilihan tapi kalau sudah nulis ayo coblos Bram-Sekar ya kena sanksi',
    'Kami netral. Teman-teman yang terus kirim ayo menangkan Bram-Sekar mohon berhenti',
    'Hoaks! Pilih Bram-Sekar lewat SMS itu tidak ada. Nyoblos tetap di TPS',
    'Saya PNS. Ada yang bilang ayo coblos Bram-Sekar, saya tetap diam',
  ])('is not what a warning, a pledge or an explanation tells of: %s', (text) => {
    expect(screen(text).flagged).toBe(false);
  });

  it('weighs against by the points of the frame', () => {
    const [points] = screener.pointsOf(anInput({ text: 'Ayo coblos Bram-Sekar. Selain itu hoaks semua' }));
    expect(points!.signs.find(({ sign }) => sign === 'frame.hoax-warning')!.points).toBeLessThan(0);
  });
});
