import { expect, it } from 'vitest';
import type { Account } from '../domain/account.js';
import { rememberAccounts } from './remember-accounts.js';

function setUp() {
  const asked: string[][] = [];
  let now = 0;
  const registry = new Map([
    ['a', { id: 'a', region: '35' } as Account],
    ['b', { id: 'b', region: '73' } as Account],
  ]);
  const findAccounts = async (ids: readonly string[]) => {
    asked.push([...ids]);
    return ids.flatMap((id) => registry.get(id) ?? []);
  };
  const memory = rememberAccounts({ findAccounts }, { clock: () => new Date(now), forMs: 100 });
  const find = async (...ids: string[]) =>
    (await memory.findAccounts(ids)).map(({ id, region }) => `${id} ${region}`).sort();
  return {
    asked,
    registry,
    find,
    at: (ms: number) => {
      now = ms;
    },
  };
}

it('asks the registry only for accounts that are not in mind', async () => {
  const { asked, find } = setUp();
  expect(await find('a')).toEqual(['a 35']);
  expect(await find('a', 'b')).toEqual(['a 35', 'b 73']);
  expect(await find('b', 'a')).toEqual(['a 35', 'b 73']);
  expect(asked).toEqual([['a'], ['b']]);
});

it('sees a change of the registry once its time is over, and not before', async () => {
  const { registry, find, at } = setUp();
  await find('a');
  registry.set('a', { id: 'a', region: '91' } as Account);
  at(99);
  expect(await find('a')).toEqual(['a 35']);
  at(100);
  expect(await find('a')).toEqual(['a 91']);
});

it('asks again for an account that was not there: it may have been registered since', async () => {
  const { registry, find } = setUp();
  expect(await find('c')).toEqual([]);
  registry.set('c', { id: 'c', region: '12' } as Account);
  expect(await find('c')).toEqual(['c 12']);
});
