import { describe, expect, it } from 'vitest';
import { everyMessage } from '../../test/architecture/every-message.js';
import { LANGUAGES, languageAskedFor } from './language.js';
import { capital, say, sayAdvice, sayError, sayIn } from './say.js';
import { STAGE_TERMS, termOf } from './terms.js';

const gapsOf = (text: string) => [...new Set(text.match(/\{[A-Za-z]+\}/g))].sort();
const WAITING = { id: '{n} menunggu sejak {day}', en: '{n} waiting since {day}' } as const;
const LOG_IN = { id: 'Masuk', en: 'Log in' } as const;

describe('the catalogue', async () => {
  const messages = await everyMessage();

  it('says every message in every language', () => {
    expect(messages.length).toBeGreaterThan(200);
    const silent = messages.filter(([, m]) => LANGUAGES.some((language) => !m[language]?.trim()));
    expect(silent.map(([path]) => path)).toEqual([]);
  });

  it('has the same gaps in every language', () => {
    const uneven = messages.filter(([, m]) => gapsOf(m.id).join() !== gapsOf(m.en).join());
    expect(uneven.map(([path]) => path)).toEqual([]);
  });

  it('writes terms small, so that they stand inside a sentence', () => {
    const big = messages.filter(([path, m]) => /terms\.ts/.test(path) && /^[A-Z][a-z]/.test(m.id));
    // Names of their own stay as they are.
    expect(big.filter(([path]) => !path.includes('PLATFORM')).map(([path]) => path)).toEqual([]);
  });

  it('gives no two codes of one list the same name', () => {
    const names = messages
      .filter(([path]) => /terms\.ts/.test(path))
      .map(([path, { id }]) => `${path.split('.').slice(0, 3).join('.')}: ${id}`);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
});

describe('say', () => {
  it('fills every gap, and reads nothing that was filled in', () => {
    expect(say(WAITING, 'id', { n: 3, day: '{n}' })).toBe('3 menunggu sejak {n}');
    expect(sayIn('en')(WAITING, { n: '$&', day: 'Mon' })).toBe('$& waiting since Mon');
  });

  it('takes a message without gaps alone, and leaves JSON in a hint as it is', () => {
    const json = { id: 'Tulis {"id":…,"kind":…}.', en: 'Write {"id":…,"kind":…}.' } as const;
    expect([say(LOG_IN, 'en'), say(json, 'id')]).toEqual(['Log in', 'Tulis {"id":…,"kind":…}.']);
  });

  it('fills message and hint of an advice with the same values', () => {
    expect(sayAdvice({ message: LOG_IN, hint: WAITING }, 'id', { n: 1, day: 'Senin' })).toEqual({
      message: 'Masuk',
      hint: '1 menunggu sejak Senin',
    });
  });

  it('gives message and hint in the order in which errors take them', () => {
    const advice = { message: LOG_IN, hint: WAITING };
    expect(sayError(advice, 'en', { n: 1, day: 'Monday' })).toEqual(['Log in', '1 waiting since Monday']);
  });

  it('does not compile with a gap left open, a value too many or a value for nothing', () => {
    // @ts-expect-error two gaps, no value
    expect(say(WAITING, 'id')).toBe(WAITING.id);
    // @ts-expect-error `day` is left open
    expect(say(WAITING, 'id', { n: 1 })).toBe('1 menunggu sejak {day}');
    // @ts-expect-error there is no gap of this name
    expect(say(WAITING, 'id', { n: 1, day: 'Senin', hour: 7 })).toBe('1 menunggu sejak Senin');
    // @ts-expect-error nothing to fill
    expect(say(LOG_IN, 'id', { n: 1 })).toBe('Masuk');
  });
});

describe('terms', () => {
  it('name a code, and show the code itself where it is not known', () => {
    expect(termOf(STAGE_TERMS, 'quiet', 'id')).toBe('masa tenang');
    expect(termOf<string>(STAGE_TERMS, 'toString', 'id')).toBe('toString');
    expect(capital(termOf(STAGE_TERMS, 'quiet', 'en'))).toBe('Quiet days');
  });
});

describe('the language asked for', () => {
  it.each([
    [undefined, 'id'],
    ['en', 'en'],
    ['en-GB,en;q=0.9,id;q=0.8', 'en'],
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['in', 'id'],
    ['fr-FR,en;q=0.5', 'en'],
    ['energi', 'id'],
  ])('of %s is %s', (header, language) => {
    expect(languageAskedFor(header)).toBe(language);
  });
});
