import { createPictureDrawer, type PictureDrawer } from '../evidence/drawing-process.js';
import { createPictureReader, type PictureReader } from '../pictures/picture-reader.js';

/** What looks at pictures in this process: one that draws them anew, apart, and one that reads them. Started when asked. */
export interface PicturePool extends Pick<PictureDrawer, 'drawPicture'>, Pick<PictureReader, 'readPicture'> {
  close(): Promise<void>;
}

export function openPicturePool(): PicturePool {
  const drawer = createPictureDrawer();
  const reader = createPictureReader();
  return {
    drawPicture: drawer.drawPicture,
    readPicture: reader.readPicture,
    async close() {
      drawer.close();
      await reader.close();
    },
  };
}
