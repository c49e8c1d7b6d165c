import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { NOW } from '../../../test/storage/builders.js';
import type { Account } from '../../domain/account.js';
import { normaliseHandle } from '../../domain/platform.js';
import { type Brought, bringReport } from './bring-report.js';

// Invented handles ("contoh").
const ACCOUNT = {
  id: 'akun-contoh',
  officeCode: 'dinas-contoh',
  platform: 'tiktok',
  handle: 'camat.contoh',
} as Account;
const accounts = {
  findAccountsByHandle: async (platform: string, handles: readonly string[]) =>
    platform === 'tiktok' && handles.some((handle) => normaliseHandle(handle) === 'camat.contoh') ? [ACCOUNT] : [],
};
const saved: unknown[] = [];
const asked: string[] = [];
const enqueueLooks = async (ids: readonly string[]) => void asked.push(...ids);
const reports = {
  saveReportOnce: async (...given: unknown[]) => {
    saved.push(given);
    return { isNew: true };
  },
};
const OWN = 'https://www.tiktok.com/@Camat.Contoh/video/7412345678901234567';
const CAMPAIGN = 'https://www.tiktok.com/@pasangan.contoh/video/7412345678901234568';

async function bring(act: Brought['act'], who: Brought['who'] = {}) {
  const brought: Brought = { id: randomUUID(), door: 'public', broughtAt: NOW, channel: 'public', who, act, files: [] };
  return (await bringReport({ reports, accounts, enqueueLooks }, brought)).report;
}

describe('a report that is brought', () => {
  it('is tied to the registered account whose own post or share its link is', async () => {
    expect(await bring({ kind: 'post', link: OWN })).toMatchObject({
      state: 'identified',
      accountId: 'akun-contoh',
      officeCode: 'dinas-contoh',
      act: { link: { platform: 'tiktok', author: 'camat.contoh' } },
    });
    expect(await bring({ link: `lihat ini ${OWN}?is_from_webapp=1` })).toMatchObject({ state: 'identified' });
  });

  it.each([
    ['a like, since its link names whose post it was', { kind: 'like', link: OWN } as const, {}],
    ['a comment, for the same reason', { kind: 'comment', link: OWN } as const, {}],
    ['another handle that was typed beside it', { kind: 'post', link: OWN } as const, { handle: 'orang.lain' }],
    ['a name beside a link of an act whose kind nobody said', { link: OWN }, { name: 'Bapak Contoh' }],
    ['an account that is not registered', { kind: 'post', link: CAMPAIGN } as const, {}],
    [
      'a page that only looks like the platform',
      { kind: 'post', link: 'https://tikt0k.com/@camat.contoh/video/1' } as const,
      {},
    ],
    ['no link at all', { story: 'Kemarin di alun-alun.' }, { name: 'Bapak Contoh', office: 'Kecamatan Contoh' }],
  ])('leaves whose account it is to a person: %s', async (_why, act, who) => {
    const report = await bring(act, who);
    expect(report).toMatchObject({ state: 'new' });
    expect(report.accountId).toBeUndefined();
  });

  it('takes an empty field for none, and cuts what no field may hold', async () => {
    const long = await bring(
      { link: ' ', words: ' \n', story: 'x'.repeat(50_000), place: '\u0000Alun-alun ' },
      { name: '' },
    );
    expect(long.act).toEqual({ story: 'x'.repeat(10_000), place: 'Alun-alun' });
    expect(long.who).toEqual({});
  });

  it('says of the sealed box only that there is one, and hands it and the receipt to storage', async () => {
    const brought: Brought = {
      id: 'x',
      door: 'public',
      broughtAt: NOW,
      channel: 'public',
      who: {},
      act: {},
      files: [],
    };
    const secrets = { receipt: '4812773120945538', identity: 'Ym94' };
    const { report } = await bringReport({ reports, accounts, enqueueLooks }, brought, secrets);
    expect(report.hasIdentity).toBe(true);
    expect(saved.at(-1)).toEqual([report, secrets]);
  });
});
