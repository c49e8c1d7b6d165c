import type { ImportFormat } from '../../domain/import-format.js';
import type { Format } from './format.js';
import { fourcatInstagram, fourcatThreads, fourcatTiktok, fourcatTiktokComments } from './fourcat.js';
import { fourcatX } from './fourcat-x.js';
import { junkipedia } from './junkipedia.js';
import { mclFacebook, mclInstagram } from './meta-content-library.js';
import { netraJson, netraTable } from './netra.js';
import { zeeschuimerInstagram } from './zeeschuimer-instagram.js';
import { zeeschuimerThreads } from './zeeschuimer-threads.js';
import { zeeschuimerTiktok } from './zeeschuimer-tiktok.js';
import { zeeschuimerTiktokComments } from './zeeschuimer-tiktok-comments.js';
import { zeeschuimerX } from './zeeschuimer-x.js';

/** One line a format; a name of the domain without a line here, or without a title in words, does not compile. */
export const FORMATS: Readonly<Record<ImportFormat, Format>> = {
  ndjson: netraJson,
  csv: netraTable,
  'zeeschuimer-tiktok': zeeschuimerTiktok,
  'zeeschuimer-tiktok-comments': zeeschuimerTiktokComments,
  'zeeschuimer-instagram': zeeschuimerInstagram,
  'zeeschuimer-x': zeeschuimerX,
  'zeeschuimer-threads': zeeschuimerThreads,
  '4cat-tiktok': fourcatTiktok,
  '4cat-tiktok-comments': fourcatTiktokComments,
  '4cat-instagram': fourcatInstagram,
  '4cat-x': fourcatX,
  '4cat-threads': fourcatThreads,
  'mcl-facebook': mclFacebook,
  'mcl-instagram': mclInstagram,
  junkipedia,
};
