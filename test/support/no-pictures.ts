import type { PictureDeps } from '../../src/steps/visit-pictures.js';

/** For visits whose acts show none. */
export function noPictures(): PictureDeps {
  return {
    look: () => Promise.reject(new Error('no picture was expected')),
    limits: { perAct: 0, perVisit: 0, visitMs: 0, pictureMs: 0 },
    isInStage: () => false,
    clock: () => new Date(0),
  };
}
