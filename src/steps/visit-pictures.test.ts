import { describe, expect, it } from 'vitest';
import type { Activity } from '../domain/activity.js';
import type { PictureSkip } from '../domain/coverage.js';
import type { LookAtPicture } from './public-picture.js';
import { createVisitPictures, PICTURE_LIMITS, type PictureDeps } from './visit-pictures.js';

const never = new AbortController().signal;
const anAct = (id: string, pictures: readonly string[], more: Partial<Activity> = {}): Activity => ({
  id,
  kind: 'post',
  externalId: id,
  text: 'Selamat pagi',
  publishedAt: new Date('2026-11-19T03:00:00Z'),
  accountId: 'a',
  platform: 'web',
  source: 'web',
  collectedAt: new Date('2026-11-20T03:00:00Z'),
  pictures: pictures.map((name) => `https://situs.example/${name}`),
  ...more,
});
const nameOf = (url: URL) => url.pathname.slice(1);
const seen = (text: string) => ({ text, words: [{ start: 0, end: text.length, box: [0, 0, 9, 9] as const }] });

/** A visit whose pictures say their own names. */
function aVisit(more: Partial<PictureDeps> = {}, signal = never) {
  const asked: string[] = [];
  const skipped: PictureSkip[] = [];
  const look: LookAtPicture = async (url) => {
    asked.push(nameOf(url));
    return { ...seen(nameOf(url)), sha256: 'ab' };
  };
  const deps: PictureDeps = {
    look,
    limits: PICTURE_LIMITS,
    isInStage: () => true,
    clock: () => new Date(0),
    ...more,
  };
  const show = createVisitPictures(deps, { signal, onSkipped: (_kind, reason) => skipped.push(reason) });
  return { show, asked, skipped };
}

const textsOf = (acts: readonly Activity[]) => acts.map(({ media = [] }) => media.map(({ text }) => text));

describe('what stands on pictures of one visit', () => {
  it('comes behind what their author says of them, with its places, and leaves no list of addresses', async () => {
    const { show } = aVisit();
    const [act] = await show([anAct('1', ['poster'], { media: [{ text: 'Foto' }] })]);
    expect(act).not.toHaveProperty('pictures');
    expect(act!.media).toEqual([
      { text: 'Foto' },
      {
        text: 'poster',
        url: 'https://situs.example/poster',
        picture: { sha256: 'ab', words: [{ start: 0, end: 6, box: [0, 0, 9, 9] }], poster: undefined },
      },
    ]);
  });

  it('is asked for once, however often a page shows it, and for no act outside of every stage', async () => {
    const { show, asked, skipped } = aVisit({ isInStage: ({ id }) => id !== 'lama' });
    const acts = await show([anAct('1', ['sama', 'lain']), anAct('2', ['sama']), anAct('lama', ['jauh'])]);
    expect([asked, skipped]).toEqual([['sama', 'lain'], []]);
    expect(textsOf(acts)).toEqual([['sama', 'lain'], ['sama'], []]);
  });

  it('is nothing where nothing is written and no poster is known', async () => {
    const { show } = aVisit({ look: async () => ({ ...seen(' '), sha256: 'ab' }) });
    expect(textsOf(await show([anAct('1', ['kosong'])]))).toEqual([[]]);
    const known = aVisit({ look: async () => ({ text: '', words: [], sha256: 'ab', poster: 'k/1' }) });
    expect((await known.show([anAct('1', ['poster'])]))[0]!.media).toMatchObject([{ picture: { poster: 'k/1' } }]);
  });

  it('is counted where an act, or the visit over several batches, shows more than is looked at', async () => {
    const limits = { ...PICTURE_LIMITS, perAct: 2, perVisit: 3 };
    const { show, asked, skipped } = aVisit({ limits });
    await show([anAct('1', ['a', 'b', 'c'])]);
    await show([anAct('2', ['d', 'e']), anAct('3', ['a'])]);
    expect(asked).toEqual(['a', 'b', 'd']);
    expect(skipped).toEqual(['picture_over_budget', 'picture_over_budget']);
  });

  it('is counted once the visit has waited for pictures as long as it may', async () => {
    let now = 0;
    const look: LookAtPicture = async (url) => {
      now += 70_000;
      return { ...seen(nameOf(url)), sha256: 'ab' };
    };
    const { show, skipped } = aVisit({ look, clock: () => new Date(now) });
    expect(textsOf(await show([anAct('1', ['a', 'b', 'c', 'd'])]))).toEqual([['a', 'b', 'c']]);
    expect(skipped).toEqual(['picture_over_budget']);
  });

  it('is counted by its reason, and the act is judged all the same', async () => {
    const { show, skipped } = aVisit({ look: async () => 'picture_too_large' });
    const [act] = await show([anAct('1', ['a'])]);
    expect([act!.text, act!.media, skipped]).toEqual(['Selamat pagi', undefined, ['picture_too_large']]);
  });

  it('is given up when its own time is over, and ends the visit when that is told to end', async () => {
    const look: LookAtPicture = (_url, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    const { show, skipped } = aVisit({ look, limits: { ...PICTURE_LIMITS, pictureMs: 1 } });
    await show([anAct('1', ['a'])]);
    expect(skipped).toEqual(['picture_late']);
    const end = new AbortController();
    const visit = aVisit({ look }, end.signal);
    const showing = expect(visit.show([anAct('1', ['a'])])).rejects.toThrow('berhenti');
    end.abort(new Error('berhenti'));
    await showing;
    expect(visit.skipped).toEqual([]);
  });
});
