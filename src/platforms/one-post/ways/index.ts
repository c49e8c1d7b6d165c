import type { LinkPlatform } from '../../../links/link.js';
import type { PostPlatform } from '../way.js';
import { bluesky } from './bluesky.js';
import { mastodon } from './mastodon.js';
import { facebook, instagram, threads } from './meta.js';
import { telegram } from './telegram.js';
import { tiktok } from './tiktok.js';
import { web } from './web.js';
import { x } from './x.js';
import { youtube } from './youtube.js';

/** One line a platform; a forgotten one does not compile. */
export const POST_PLATFORMS: Readonly<Record<LinkPlatform, PostPlatform | undefined>> = {
  tiktok,
  instagram,
  facebook,
  x,
  threads,
  youtube,
  telegram,
  bluesky,
  mastodon,
  web,
  // Only what its participants bring is taken.
  whatsapp: undefined,
};
