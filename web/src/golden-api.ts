import type { GoldenList, OwnCalibrations } from '../../src/console/views/calibration-schemas.js';
import { call, type FlagPage } from './api.js';

export type GoldenItem = GoldenList['items'][number];

export const goldenApi = {
  list: () => call<GoldenList>('GET', '/api/golden'),
  set: (id: string, isGolden: boolean) =>
    call<FlagPage>('POST', `/api/flags/${encodeURIComponent(id)}/golden`, { isGolden }),
  own: () => call<OwnCalibrations>('GET', '/api/me/calibrations'),
};
