import type { Clock } from '../../domain/clock.js';
import { outcomeOf } from '../../domain/post-outcome.js';
import type { PostReading, Vantage } from '../../domain/post-reading.js';
import type { Link } from '../../links/link.js';
import { type AskControl, createControlLinks } from './control-links.js';
import { type LookDeps, look } from './look.js';
import { isPost, proofOfLink } from './proofs.js';
import type { PostPlatform } from './way.js';
import { POST_PLATFORMS } from './ways/index.js';

export interface PostReaderOptions extends LookDeps {
  readonly clock: Clock;
  readonly userAgent: string;
  readonly language: string;
  /** Links of living public posts, as people paste them. */
  readonly controlLinks: readonly string[];
}

/**
 * Looks at one post by its link: what may be read is read, what may only be shown is not, and whatever hides it is
 * said as it is. Nothing is stored. Throws only what is a fault of ours, and the caller's own reason.
 */
export type ReadPost = (link: Link, signal: AbortSignal) => Promise<PostReading>;

export function createPostReader(options: PostReaderOptions): ReadPost {
  const askControl = createControlLinks(options, options.controlLinks);
  return async (link, signal) => {
    const platform = isPost(link) ? POST_PLATFORMS[link.platform] : undefined;
    if (platform !== undefined) return readOne(options, { link, platform, askControl }, signal);
    const proofs = [proofOfLink(link)];
    return { outcome: outcomeOf(proofs, 'none'), by: 'not_asked', proofs, vantage: vantageOf(options, undefined) };
  };
}

interface Reading {
  readonly link: Link;
  readonly platform: PostPlatform;
  readonly askControl: AskControl;
}

async function readOne(options: PostReaderOptions, reading: Reading, signal: AbortSignal): Promise<PostReading> {
  const { link, platform, askControl } = reading;
  const { post, proofs, family } = await look(options, { link, platform }, signal);
  const alone = outcomeOf(proofs, 'none');
  const isEnough = alone === 'seen' || alone === 'rate_limited';
  const outcome = isEnough ? alone : outcomeOf(proofs, await askControl(link, platform, signal));
  const isShownOnly = platform.by === 'shown';
  return {
    outcome,
    by: isShownOnly ? 'shown' : 'read',
    post,
    proofs,
    vantage: vantageOf(options, family),
  };
}

function vantageOf({ clock, userAgent, language }: PostReaderOptions, family: Vantage['family']): Vantage {
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  return { at: clock().toISOString(), agent: userAgent, language, zone, family };
}
