import type {
  RecoveryCodes,
  SecondStepOffer,
  SecondStepStarted,
  SecondStepState,
} from '../../src/console/views/second-step-schemas.js';
import { call, keepToken, type Me } from './api.js';

export type { RecoveryCodes, SecondStepOffer, SecondStepStarted, SecondStepState };

export const secondStepApi = {
  state: () => call<SecondStepState>('GET', '/api/me/second-step'),
  begin: (password: string, code?: string) =>
    call<SecondStepOffer>('POST', '/api/me/second-step/begin', { password, code }),
  async confirm(code: string) {
    const started = await call<SecondStepStarted>('POST', '/api/me/second-step/confirm', { code });
    await keepToken(Promise.resolve(started.me));
    return started;
  },
  newCodes: (password: string, code: string) =>
    call<RecoveryCodes>('POST', '/api/me/second-step/recovery', { password, code }),
  end: (password: string, code: string) => keepToken(call<Me>('POST', '/api/me/second-step/off', { password, code })),
};
