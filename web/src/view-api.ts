import type { ViewBody, ViewList } from '../../src/console/views/view-schemas.js';
import { call } from './api.js';

export type { ViewList };

/** Filters under a name. */
export const viewApi = {
  views: () => call<ViewList>('GET', '/api/views'),
  saveView: (body: ViewBody) => call<{ id: string }>('POST', '/api/views', body),
  removeView: (id: string) => call<null>('POST', `/api/views/${encodeURIComponent(id)}/remove`, {}),
};
