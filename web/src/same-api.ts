import type { Family, SameList, Together, TogetherBody } from '../../src/console/views/same-schemas.js';
import { call } from './api.js';

export type SameFlags = SameList;
export type SameFlag = SameList['items'][number];
export type EndedFlag = Family['ended'][number];
export type Refused = Together['refused'][number];

const at = (id: string) => `/api/flags/${encodeURIComponent(id)}`;

/** Flags of the same post. */
export const sameApi = {
  family: (id: string) => call<Family>('GET', `${at(id)}/family`),
  list: (id: string) => call<SameList>('GET', `${at(id)}/same`),
  dismiss: (id: string, body: Omit<TogetherBody, 'verdict'>) =>
    call<Together>('POST', `${at(id)}/same/verdict`, { ...body, verdict: 'dismissed' }),
};
