import { PLATFORMS, type Platform, type Signal } from '../domain/platform.js';
import type { SignalWay } from '../domain/signal-way.js';
import { bluesky } from './bluesky/index.js';
import type { PlatformDefinition, PlatformReader } from './platform-definition.js';
import { web } from './web/index.js';

/** One folder and one line a platform; a name of the domain without a line here does not compile. */
export const PLATFORM_DEFINITIONS: Readonly<Record<Platform, PlatformDefinition>> = {
  bluesky,
  web,
  facebook: { reader: undefined, shownToNobody: [] },
  instagram: { reader: undefined, shownToNobody: [] },
  threads: { reader: undefined, shownToNobody: [] },
  tiktok: { reader: undefined, shownToNobody: [] },
  // Since 2024 only the author of a post sees who likes it.
  x: { reader: undefined, shownToNobody: ['likes'] },
  // It has counts of likes, no names, and knows no sharing inside the platform.
  youtube: { reader: undefined, shownToNobody: ['shares', 'likes'] },
  // Who reads a channel is shown to its owner alone.
  telegram: { reader: undefined, shownToNobody: ['follows'] },
  mastodon: { reader: undefined, shownToNobody: [] },
};

/** The platforms that are read, each with its reader. */
export const READERS: ReadonlyMap<Platform, PlatformReader> = new Map(
  PLATFORMS.flatMap((platform) => {
    const { reader } = PLATFORM_DEFINITIONS[platform];
    return reader === undefined ? [] : [[platform, reader] as const];
  }),
);

/** How acts of one kind on one platform can come here at all. Pure; the same for every account. */
export function wayOf(platform: Platform, signal: Signal): SignalWay {
  const { reader, shownToNobody } = PLATFORM_DEFINITIONS[platform];
  if (reader?.signals.includes(signal)) return 'machine';
  return shownToNobody.includes(signal) ? 'nobody' : 'people';
}
