import { call, keepToken, type Me } from './api.js';

/** The ways in beside name and password. */
export const loginApi = {
  ways: () => call<{ openId: string | null }>('GET', '/api/login/ways'),
  /** After the house's own log-in, by whoever has a second step here. */
  finish: (code: string) => keepToken(call<Me>('POST', '/api/login/openid/code', { code })),
};
