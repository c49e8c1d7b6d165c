import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from './days.js';
import { type Contest, contestsInForce, type Election, STAGES, type StageSpan, stageAt } from './election.js';
import { instantOf, localDay, TIME_ZONES, type TimeZone, timeZoneOf } from './region.js';

const PILKADA: StageSpan[] = [
  { stage: 'registration', from: '2024-08-27', to: '2024-08-29' },
  { stage: 'verification', from: '2024-08-30', to: '2024-09-21' },
  { stage: 'determined', from: '2024-09-22' },
  { stage: 'numbers_drawn', from: '2024-09-23' },
  { stage: 'campaign', from: '2024-09-25', to: '2024-11-23' },
  { stage: 'quiet', from: '2024-11-24', to: '2024-11-26' },
  { stage: 'voting', from: '2024-11-27', to: '2024-11-27' },
  { stage: 'counting', from: '2024-11-28', to: '2024-12-16' },
];
const REGION_OF: Record<TimeZone, string> = { 'Asia/Jakarta': '35', 'Asia/Makassar': '73', 'Asia/Jayapura': '91' };
const zones = fc.constantFrom(...Object.values(TIME_ZONES));

/** A calendar as files hold it: stages in their order, first days rising, ends open or before the next begins. */
const calendars = fc
  .tuple(
    fc.subarray([...STAGES], { minLength: 1 }),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 39 }), fc.boolean()), {
      minLength: STAGES.length,
      maxLength: STAGES.length,
    }),
  )
  .map(([stages, steps]) => {
    let from = '2024-01-01';
    return stages.map((stage, i): StageSpan => {
      const [gap, length, isOpen] = steps[i]!;
      const span = { stage, from, ...(!isOpen && { to: addDays(from, Math.min(length, gap - 1)) }) };
      from = addDays(from, gap);
      return span;
    });
  });
const anySpans = fc.array(
  fc.record(
    { stage: fc.constantFrom(...STAGES), from: dayArbitrary(), to: dayArbitrary() },
    { requiredKeys: ['stage', 'from'] },
  ),
  { maxLength: 8 },
);
function dayArbitrary() {
  return fc.integer({ min: 0, max: 60 }).map((n) => addDays('2024-01-01', n));
}

describe('stageAt', () => {
  it('begins and ends each stage at the local midnight of the region, to the second', () => {
    fc.assert(
      fc.property(calendars, zones, (stages, zone) => {
        const contest = { region: REGION_OF[zone], stages };
        stages.forEach((span, i) => {
          const begins = instantOf(span.from, 0, zone);
          const next = stages[i + 1];
          const endDay = span.to ?? (next ? addDays(next.from, -1) : undefined);
          expect(stageAt(contest, begins)).toBe(span.stage);
          expect(stageAt(contest, new Date(begins.getTime() + 1000))).toBe(span.stage);
          expect(stageAt(contest, new Date(begins.getTime() - 1000))).not.toBe(span.stage);
          if (endDay === undefined) return;
          const ends = instantOf(addDays(endDay, 1), 0, zone);
          expect(stageAt(contest, new Date(ends.getTime() - 1000))).toBe(span.stage);
          expect(stageAt(contest, ends)).not.toBe(span.stage);
        });
      }),
    );
  });

  it('answers any calendar at any instant with a stage whose days hold it, or with none', () => {
    fc.assert(
      fc.property(anySpans, fc.date({ noInvalidDate: true }), zones, (stages, at, zone) => {
        const stage = stageAt({ region: 'ID', stages }, at, zone);
        const day = localDay(at, zone);
        const holding = stages.filter((s) => s.from <= day && (s.to === undefined || day <= s.to));
        if (stage !== undefined) expect(holding.map((s) => s.stage)).toContain(stage);
        if (holding.some((s) => s.to !== undefined)) expect(stage).toBeDefined();
      }),
    );
  });

  it('lets the stage that began last win where spans overlap', () => {
    fc.assert(
      fc.property(anySpans, dayArbitrary(), (stages, day) => {
        const stage = stageAt({ region: '35', stages }, instantOf(day, 12, TIME_ZONES.WIB));
        const closed = stages.filter((s) => s.to !== undefined && s.from <= day && day <= s.to);
        const latest = closed
          .map((s) => s.from)
          .sort()
          .at(-1);
        if (stage === undefined || latest === undefined) return;
        expect(stages.some((s) => s.stage === stage && s.from >= latest && s.from <= day)).toBe(true);
      }),
    );
  });

  it('leaves no day of Pilkada 2024 without a stage between registration and the end of counting', () => {
    for (let day = '2024-08-27'; day <= '2024-12-16'; day = addDays(day, 1)) {
      expect(stageAt({ region: '35', stages: PILKADA }, instantOf(day, 0, TIME_ZONES.WIB)), day).toBeDefined();
    }
    expect(stageAt({ region: '35', stages: PILKADA }, instantOf('2024-12-17', 0, TIME_ZONES.WIB))).toBeUndefined();
  });

  it('keeps voting day when counting begins on the same day, as the decree prints it', () => {
    const stages: StageSpan[] = [
      { stage: 'voting', from: '2024-11-27', to: '2024-11-27' },
      { stage: 'counting', from: '2024-11-27', to: '2024-12-16' },
    ];
    expect(stageAt({ region: '35', stages }, instantOf('2024-11-27', 12, TIME_ZONES.WIB))).toBe('voting');
    expect(stageAt({ region: '35', stages: [...stages].reverse() }, instantOf('2024-11-27', 12, TIME_ZONES.WIB))).toBe(
      'voting',
    );
    expect(stageAt({ region: '35', stages }, instantOf('2024-11-28', 0, TIME_ZONES.WIB))).toBe('counting');
  });

  it('takes the later line when two open stages begin on one day', () => {
    const stages: StageSpan[] = [
      { stage: 'determined', from: '2024-09-22' },
      { stage: 'numbers_drawn', from: '2024-09-22' },
      { stage: 'campaign', from: '2024-09-25' },
    ];
    expect(stageAt({ region: '35', stages }, instantOf('2024-09-24', 0, TIME_ZONES.WIB))).toBe('numbers_drawn');
  });

  it('lets an open last stage go on', () => {
    const stages: StageSpan[] = [{ stage: 'counting', from: '2024-11-28' }];
    expect(stageAt({ region: '91', stages }, new Date('2099-01-01'))).toBe('counting');
  });
});

const contest = (id: string, region: string, stages = PILKADA): Contest => ({
  id,
  electionId: 'contoh',
  seat: 'Kursi contoh',
  region,
  stages,
  tickets: [],
  hasEmptyBox: false,
});
const election = (...contests: Contest[]): Election => ({ id: 'contoh', title: 'Contoh', contests });

describe('contestsInForce', () => {
  it('ends the campaign for the nation at midnight where the account is', () => {
    const nation = [election(contest('pilpres', 'ID'))];
    const midnightInJayapura = instantOf('2024-11-24', 0, TIME_ZONES.WIT);
    const stageFrom = (region: string) => contestsInForce(nation, midnightInJayapura, region)[0]?.stage;
    expect([stageFrom('91.71'), stageFrom('73.71'), stageFrom('35.78')]).toEqual(['quiet', 'campaign', 'campaign']);
  });

  it("judges a region's contest by that region's own midnight, wherever the account is", () => {
    const both = [election(contest('pilgub-91', '91'), contest('pilgub-35', '35'))];
    const midnightInJayapura = instantOf('2024-11-24', 0, TIME_ZONES.WIT);
    const stages = contestsInForce(both, midnightInJayapura, '35.78').map((c) => [c.contest.id, c.stage]);
    expect(stages).toEqual([
      ['pilgub-91', 'quiet'],
      ['pilgub-35', 'campaign'],
    ]);
  });

  it('agrees with stageAt contest by contest', () => {
    const regions = fc.constantFrom('35', '35.78', '73', '91', '91.71');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(regions, calendars), { maxLength: 4 }),
        regions,
        dayArbitrary(),
        (some, home, day) => {
          const contests = some.map(([region, stages], i) => contest(`c${i}`, region, stages));
          const instant = instantOf(day, 23, timeZoneOf(home));
          const found = contestsInForce([election(...contests)], instant, home).map((c) => [c.contest.id, c.stage]);
          const expected = contests.flatMap((c) => {
            const stage = stageAt(c, instant);
            return stage ? [[c.id, stage]] : [];
          });
          expect(found).toEqual(expected);
        },
      ),
    );
  });

  it('knows which contests concern the region of the account', () => {
    const all = [election(...['ID', '35', '35.78', '35.15', '73'].map((region) => contest(region, region)))];
    const at = instantOf('2024-10-01', 12, TIME_ZONES.WIB);
    const own = (region: string) =>
      contestsInForce(all, at, region)
        .filter((c) => c.isOwnRegion)
        .map((c) => c.contest.id);
    expect(own('35.78')).toEqual(['ID', '35', '35.78']);
    expect(own('35')).toEqual(['ID', '35', '35.78', '35.15']);
    expect(own('73.71')).toEqual(['ID', '73']);
  });
});
