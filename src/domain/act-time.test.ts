import { describe, expect, it } from 'vitest';
import { timeOfAct } from './act-time.js';

const NOW = new Date('2026-11-20T03:00:00Z');
const at = (text: string) => new Date(text);
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

describe('the time of an act', () => {
  it('is the written date where the key was made within the hour', () => {
    expect(timeOfAct({ written: minutes(-40), keyMadeAt: minutes(-2), firstSeenAt: NOW })).toEqual({
      publishedAt: minutes(-40),
    });
  });

  it.each(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2019-05-01T00:00:00Z', '2031-01-01T00:00:00Z'])(
    'is that of the key where %s was written on it',
    (written) => {
      const signs = { written: at(written), keyMadeAt: minutes(-2), firstSeenAt: NOW };
      expect(timeOfAct(signs)).toEqual({ publishedAt: minutes(-2), publishedAtSource: 'key' });
    },
  );

  it('is that of the key where the date names no zone', () => {
    const signs = { written: undefined, keyMadeAt: minutes(-2), firstSeenAt: NOW };
    expect(timeOfAct(signs)).toEqual({ publishedAt: minutes(-2), publishedAtSource: 'key' });
  });

  it('is left as written where a clock ahead by minutes made it', () => {
    const written = minutes(10);
    expect(timeOfAct({ written, keyMadeAt: NOW, firstSeenAt: NOW })).toEqual({ publishedAt: written });
    expect(timeOfAct({ written, keyMadeAt: written, firstSeenAt: NOW })).toEqual({ publishedAt: written });
    expect(timeOfAct({ written, firstSeenAt: NOW })).toEqual({ publishedAt: written });
  });

  it.each(['0001-01-01T00:00:00Z', '1970-01-01T00:00:00Z', '2026-11-21T03:00:01Z', '2031-01-01T00:00:00Z'])(
    'is that of the first sight where %s is impossible and no key tells',
    (written) => {
      const firstSeenAt = NOW;
      const expected = { publishedAt: NOW, publishedAtSource: 'first_seen' };
      expect(timeOfAct({ written: at(written), firstSeenAt })).toEqual(expected);
      expect(timeOfAct({ written: at(written), keyMadeAt: at('2035-01-01T00:00:00Z'), firstSeenAt })).toEqual(expected);
    },
  );

  it('is the written one where it is old but possible and no key tells', () => {
    const written = at('2019-05-01T00:00:00Z');
    expect(timeOfAct({ written, firstSeenAt: NOW })).toEqual({ publishedAt: written });
  });

  it('is unknown where nothing tells', () => {
    expect(timeOfAct({ firstSeenAt: NOW })).toBeUndefined();
  });
});
