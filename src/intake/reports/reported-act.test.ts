import { describe, expect, it } from 'vitest';
import type { Activity } from '../../domain/activity.js';
import { isSameAct } from './reported-act.js';

const AT = new Date('2029-10-01T00:00:00Z');
let acts = 0;
const act = (more: Partial<Activity>): Activity => ({
  id: '',
  accountId: 'a',
  platform: 'bluesky',
  source: 'report',
  collectedAt: AT,
  publishedAt: AT,
  kind: 'post',
  externalId: `report:${acts++}`,
  text: '',
  ...more,
});
const page = (who: string, key: string) => `https://bsky.app/profile/${who}/post/${key}`;
const LONG = 'Kalimat yang cukup panjang untuk dikenali lagi';

describe('two readings of one act', () => {
  const collected = act({ source: 'bluesky', externalId: 'at://did:plc:contoh/app.bsky.feed.post/3kaaa', text: LONG });

  it.each([
    ['the page below the handle', page('camat.contoh.test', '3kaaa')],
    ['the page below the id behind it', page('did:plc:contoh', '3kaaa')],
    ['the record itself', 'at://did:plc:contoh/app.bsky.feed.post/3kaaa'],
  ])('are one by %s', (_, url) => {
    for (const own of [page('camat.contoh.test', '3kaaa'), page('did:plc:contoh', '3kaaa')]) {
      expect(isSameAct({ ...collected, url: own }, act({ url, text: 'diketik orang' }))).toBe(true);
    }
  });

  it.each([
    ['another post', act({ url: page('camat.contoh.test', '3kbbb'), text: LONG })],
    ['a post of the same number below another handle', act({ url: page('lain.contoh.test', '3kaaa'), text: LONG })],
    ['an act of another kind', act({ kind: 'comment', url: page('camat.contoh.test', '3kaaa') })],
    ['short words that many say', act({ text: 'Gas!' })],
  ])('are two: %s', (_, other) => {
    const own = { ...collected, url: page('camat.contoh.test', '3kaaa') };
    expect(isSameAct(own, other)).toBe(false);
    expect(isSameAct(other, own)).toBe(false);
  });

  it('are one for a like and a share by the post, for a follow by who is followed', () => {
    const record =
      'https://pds.contoh.test/xrpc/com.atproto.repo.getRecord?repo=did:plc:a&collection=app.bsky.feed.like&rkey=1';
    for (const kind of ['like', 'share'] as const) {
      const read = act({ kind, url: record, target: { url: page('did:plc:paslon', '3kccc') } });
      expect(isSameAct(read, act({ kind, target: { url: page('paslon.contoh.test', '3kccc') } }))).toBe(true);
      expect(isSameAct(read, act({ kind, target: { url: page('paslon.contoh.test', '3kddd') } }))).toBe(false);
    }
    const follow = (handle: string) => act({ kind: 'follow', target: { account: { platform: 'bluesky', handle } } });
    expect(isSameAct(follow('@Paslon.contoh.test'), follow('paslon.contoh.test'))).toBe(true);
    expect(isSameAct(follow('paslon.contoh.test'), follow('lain.contoh.test'))).toBe(false);
  });

  it('are two comments below one post', () => {
    const target = { url: page('paslon.contoh.test', '3kccc') };
    const one = act({ kind: 'comment', url: page('camat.contoh.test', '3kaaa'), target });
    expect(isSameAct(one, act({ kind: 'comment', url: page('camat.contoh.test', '3kbbb'), target }))).toBe(false);
  });
});
