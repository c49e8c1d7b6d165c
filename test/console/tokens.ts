import type { LightMyRequestResponse } from 'fastify';
import type { TokenAbility } from '../../src/domain/api-token.js';
import { type Caller, type ConsoleFixture, callAs } from './console-fixture.js';
import { PASSWORD } from './sample.js';

/** A program of somebody's. */
export interface Program {
  readonly id: string;
  readonly token: string;
  readonly owner: Caller;
  ask(method: 'GET' | 'POST', url: string, body?: object): Promise<LightMyRequestResponse>;
}

export interface Given {
  readonly abilities: readonly TokenAbility[];
  readonly mayWrite?: boolean;
  readonly days?: number;
}

export async function programOf({ app }: ConsoleFixture, username: string, given: Given): Promise<Program> {
  const owner = await callAs(app, username);
  const body = { name: 'Rekap mingguan (contoh)', days: 30, password: PASSWORD, ...given };
  const made = await owner.post('/api/me/tokens', body);
  if (made.statusCode !== 200) throw new Error(`token of ${username}: ${made.statusCode} ${made.body}`);
  const { id, token } = made.json();
  const headers = { authorization: `Bearer ${token}` };
  return {
    id,
    token,
    owner,
    ask: (method, url, payload) =>
      app.inject({ method, url, headers, ...(method === 'POST' ? { payload: payload ?? {} } : {}) }),
  };
}
