import { LRUCache } from 'lru-cache';
import type { ActivityMedia } from '../domain/activity.js';
import type { PictureText } from '../domain/picture.js';
import type { ReportFile } from '../domain/report.js';
import { lookOfPicture } from '../pictures/look-of-picture.js';
import type { PictureReader } from '../pictures/picture-reader.js';
import { findPoster } from '../pictures/poster-bank.js';
import type { CampaignPictureRepository } from '../storage/campaign-picture-repository.js';

interface Deps extends Pick<PictureReader, 'readPicture'> {
  readonly readFile: (id: string) => Promise<Uint8Array>;
  readonly bank: Pick<CampaignPictureRepository, 'listLooks'>;
}

/** While somebody types, rules are asked again and again about the same pictures. Nothing of it is written down. */
const KEPT = 40;
const KEPT_MS = 15 * 60_000;

/** What is read of pictures that were brought, as parts of an act. Throws PermanentError where one cannot be read. */
export function createReadPictures({ readPicture, readFile, bank }: Deps) {
  const known = new LRUCache<string, { text: PictureText; look: Uint32Array }>({ max: KEPT, ttl: KEPT_MS });
  const read = async ({ id, broughtSha256 }: ReportFile) => {
    const before = known.get(id);
    if (before) return { ...before, broughtSha256 };
    const bytes = await readFile(id);
    const text = await readPicture(bytes);
    const found = { text, look: await lookOfPicture(bytes) };
    known.set(id, found);
    return { ...found, broughtSha256 };
  };
  return async (files: readonly ReportFile[]): Promise<ActivityMedia[]> => {
    if (files.length === 0) return [];
    const posters = await bank.listLooks();
    const media: ActivityMedia[] = [];
    for (const file of files) {
      const { text: found, look, broughtSha256: sha256 } = await read(file);
      const poster = findPoster(posters, look)?.ticket;
      media.push({ text: found.text, picture: { sha256, words: found.words, poster } });
    }
    return media;
  };
}
