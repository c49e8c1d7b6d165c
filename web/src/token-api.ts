import type { MadeToken, NewToken, TokenList } from '../../src/console/views/token-schemas.js';
import { call } from './api.js';

export type { MadeToken, NewToken, TokenList };
export type ListedToken = TokenList['tokens'][number];

export const tokenApi = {
  list: () => call<TokenList>('GET', '/api/me/tokens'),
  make: (body: NewToken) => call<MadeToken>('POST', '/api/me/tokens', body),
  remove: (id: string) => call<null>('POST', `/api/me/tokens/${encodeURIComponent(id)}/remove`, {}),
};
