import { PLATFORMS, type Platform } from '../domain/platform.js';
import { bluesky } from './bluesky/index.js';
import type { PlatformDefinition, PlatformReader } from './platform-definition.js';
import { web } from './web/index.js';

/** One folder and one line a platform; a name of the domain without a line here does not compile. */
export const PLATFORM_DEFINITIONS: Readonly<Record<Platform, PlatformDefinition>> = {
  bluesky,
  web,
  facebook: { reader: undefined },
  instagram: { reader: undefined },
  threads: { reader: undefined },
  tiktok: { reader: undefined },
  x: { reader: undefined },
  youtube: { reader: undefined },
  telegram: { reader: undefined },
  mastodon: { reader: undefined },
};

/** The platforms that are read, each with its reader. */
export const READERS: ReadonlyMap<Platform, PlatformReader> = new Map(
  PLATFORMS.flatMap((platform) => {
    const { reader } = PLATFORM_DEFINITIONS[platform];
    return reader === undefined ? [] : [[platform, reader] as const];
  }),
);
