import { expect, it } from 'vitest';
import { type LosableService, letGoOfSilent } from './let-go.js';

const TIMING = { askEveryMs: 2, asks: 4, restMs: 1 };

/** `ping` as given; `gone` resolves once it is let go. */
function aService(name: string, ping: () => Promise<unknown>) {
  let letGo = () => {};
  const gone = new Promise<string>((resolve) => {
    letGo = () => resolve(name);
  });
  return { service: { name, ping, letGo } satisfies LosableService, gone };
}

it('lets go of a server that is silent, and soon of the others too', async () => {
  const told: string[] = [];
  const silent = aService('Redis', () => new Promise(() => {}));
  const other = aService('MongoDB', async () => undefined);
  letGoOfSilent([silent.service, other.service], (name) => told.push(name), TIMING);
  expect(await Promise.all([silent.gone, other.gone])).toEqual(['Redis', 'MongoDB']);
  expect(told).toEqual(['Redis']);
});

it('takes a refusal for no answer', async () => {
  const refusing = aService('Redis', () => Promise.reject(new Error('ECONNREFUSED')));
  letGoOfSilent([refusing.service], () => {}, TIMING);
  expect(await refusing.gone).toBe('Redis');
});

it('keeps a server that answers each ask only after the next one', async () => {
  let asked = 0;
  let answerLast: () => void = () => {};
  let enough = () => {};
  const askedOften = new Promise<void>((resolve) => {
    enough = resolve;
  });
  const ping = () => {
    answerLast();
    asked += 1;
    if (asked === 3 * TIMING.asks) enough();
    return new Promise<void>((resolve) => {
      answerLast = resolve;
    });
  };
  const { service, gone } = aService('MongoDB', ping);
  const end = letGoOfSilent([service], () => {}, TIMING);
  expect(await Promise.race([gone, askedOften])).toBeUndefined();
  end();
});
