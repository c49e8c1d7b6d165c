import { describe, expect, it } from 'vitest';
import { PROOF_STATES } from './account.js';
import { PLATFORMS } from './platform.js';
import { gapsOf, REGISTRY_GAPS, type RegistryFilter, type RegistryGap, withGap } from './registry-gap.js';
import type { WayOf } from './signal-way.js';

const NOW = new Date('2026-11-20T02:00:00Z');
const mandate = { decree: 'SK contoh', office: 'BKPSDM contoh', from: '2026-01-01', to: '2026-12-31' };
const wayOf: WayOf = (platform) => (platform === 'bluesky' ? 'machine' : 'people');
const known = { proof: 'proven', mandate, region: '35.78', platform: 'bluesky' } as const;

describe('what a registered account lacks to be watched', () => {
  it.each<[string, Partial<Parameters<typeof gapsOf>[0]>, RegistryGap[]]>([
    ['nothing', {}, []],
    ['a proof', { proof: 'unproven' }, ['unproven']],
    ['a proof, although the office says so', { proof: 'claimed' }, ['unproven']],
    ['an end of its dispute', { proof: 'disputed' }, ['disputed']],
    ['a mandate that goes on', { mandate: { ...mandate, to: '2026-11-19' } }, ['no_mandate']],
    ['nothing on the last day of its mandate', { mandate: { ...mandate, to: '2026-11-20' } }, []],
    ['a mandate that has begun', { mandate: { ...mandate, from: '2026-11-21' } }, ['no_mandate']],
    ['a reader', { platform: 'tiktok' }, ['no_reader']],
    [
      'several things',
      { proof: 'claimed', platform: 'x', mandate: { ...mandate, to: '2026-01-02' } },
      ['unproven', 'no_mandate', 'no_reader'],
    ],
  ])('is %s', (_what, parts, gaps) => {
    expect(gapsOf({ ...known, ...parts }, NOW, wayOf)).toEqual(gaps);
  });

  it('is what a list of that gap is narrowed by, whatever narrows it besides', () => {
    const at = { day: '2026-11-20', wayOf };
    const fits = ({ platforms, proofs, noMandateOn }: RegistryFilter, account: Parameters<typeof gapsOf>[0]) =>
      (platforms?.includes(account.platform) ?? true) &&
      (proofs?.includes(account.proof) ?? true) &&
      (noMandateOn === undefined || account.mandate.from > noMandateOn || account.mandate.to < noMandateOn);
    const all = PLATFORMS.flatMap((platform) =>
      PROOF_STATES.flatMap((proof) =>
        ['2026-11-19', '2026-12-31'].map((to) => ({ ...known, platform, proof, mandate: { ...mandate, to } })),
      ),
    );
    const bases: RegistryFilter[] = [{}, { platforms: ['bluesky'] }, { platforms: ['tiktok'], proofs: ['claimed'] }];
    for (const gap of REGISTRY_GAPS) {
      for (const base of bases) {
        const wanted = all.filter((one) => fits(base, one) && gapsOf(one, NOW, wayOf).includes(gap));
        expect(all.filter((one) => fits(withGap(base, gap, at), one))).toEqual(wanted);
      }
    }
  });
});
