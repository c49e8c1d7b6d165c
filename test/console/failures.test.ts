import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Tell } from '../../src/console/context.js';
import { type ConsoleFixture, startConsoleFixture } from './console-fixture.js';
import { PASSWORD } from './sample.js';

let fixture: ConsoleFixture;
const told: Parameters<Tell>[] = [];
beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [], tell: (...failure) => void told.push(failure) });
});
afterAll(() => fixture.close());

it('is told to an operator with the number that the person is given, and never passes for a wrong password', async () => {
  const { users } = fixture.storage;
  const { user } = (await users.findUserByUsername('admin'))!;
  await users.saveUser(user, 'not a hash');
  const payload = { username: 'admin', password: PASSWORD };
  const answer = await fixture.app.inject({ method: 'POST', url: '/api/login', payload });
  expect(answer.statusCode).toBe(500);
  const [[where, error, ids]] = told as [Parameters<Tell>];
  expect({ where, error, ids }).toMatchObject({
    where: 'console',
    error: expect.any(Error),
    ids: { route: '/api/login' },
  });
  expect(ids?.request).toBeTruthy();
  expect(answer.json().error).toMatchObject({ code: 'internal', hint: expect.stringContaining(ids!.request!) });
});
