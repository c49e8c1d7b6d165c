import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Activity } from '../domain/activity.js';
import { maskThirdParties } from './mask-third-parties.js';

const activity = (text: string, target?: Activity['target']): Activity => ({
  id: 'x',
  accountId: 'a-1',
  platform: 'bluesky',
  source: 'bluesky',
  kind: 'post',
  externalId: 'x',
  text,
  publishedAt: new Date(0),
  collectedAt: new Date(0),
  ...(target === undefined ? {} : { target }),
});
const onlyTicket = (handle: string) => handle === 'pasangan-satu.contoh.test';

describe('masking third parties', () => {
  it('hides strangers and leaves tickets readable', () => {
    const { text } = maskThirdParties(activity('Ayo @pasangan-satu.contoh.test! cc @tetangga_saya'), [], onlyTicket);
    expect(text).toBe(`Ayo @pasangan-satu.contoh.test! cc @${'•'.repeat('tetangga_saya'.length)}`);
  });

  it('leaves what a match quotes', () => {
    const span = { field: 'text', start: 0, end: 6, means: 'nama pasangan' };
    const match = { rule: 'r', basis: [], tickets: [], stance: 'support' as const, spans: [span] };
    expect(maskThirdParties(activity('@bupati @orang'), [match], onlyTicket).text).toBe('@bupati @•••••');
  });

  it('drops the handle and the address of a stranger who was liked', () => {
    const target = {
      account: { platform: 'bluesky' as const, handle: 'orang.test' },
      url: 'https://x.test/orang',
      text: 'hai',
    };
    expect(maskThirdParties(activity('', target), [], onlyTicket).target).toEqual({ text: 'hai' });
  });

  it('does so for what is quoted too, and leaves what a match quotes there', () => {
    const stranger = { account: { platform: 'bluesky' as const, handle: 'orang.test' }, url: 'https://x.test/orang' };
    const quoted = { ...stranger, text: '@bupati @orang', quoted: { ...stranger, text: '@orang' } };
    const spans = [{ field: 'target.quoted.text', start: 0, end: 7, means: 'nama pasangan' }];
    const match = { rule: 'r', basis: [], tickets: [], stance: 'support' as const, spans };
    const act = activity('', { ...stranger, text: '@bupati', quoted });
    expect(maskThirdParties(act, [match], onlyTicket).target).toEqual({
      text: '@••••••',
      quoted: { text: '@bupati @•••••', quoted: { text: '@•••••' } },
    });
  });

  it('always keeps every offset: the length never changes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (s) => {
        const text = `${s} @${s}x @orang`;
        expect(maskThirdParties(activity(text), [], onlyTicket).text).toHaveLength(text.length);
      }),
    );
  });
});
