import { LRUCache } from 'lru-cache';
import type { Clock } from '../../domain/clock.js';
import { PermanentError } from '../../domain/errors.js';
import { type Control, outcomeOf } from '../../domain/post-outcome.js';
import type { Link } from '../../links/link.js';
import { readLink } from '../../links/read-link.js';
import { ONE_POST } from '../../words/adapters/platforms.js';
import { sayError } from '../../words/say.js';
import { type LookDeps, look } from './look.js';
import { isPost } from './proofs.js';
import type { PostPlatform } from './way.js';

/** Long enough for one list of links, short enough that a block of ours is noticed. */
const SAME_MINUTE_MS = 60_000;
const MAX_KEPT = 100;

/** Whether a post that is known to stand was seen from here in the same minute. */
export type AskControl = (link: Link, platform: PostPlatform, signal: AbortSignal) => Promise<Control>;

/** `texts`: links of living public posts that the office has chosen, one or more a platform. None is shipped. Throws on what is none. */
export function createControlLinks(deps: LookDeps & { readonly clock: Clock }, texts: readonly string[]): AskControl {
  const controls = texts.map(controlOf);
  const known = new LRUCache<string, { readonly at: number; readonly control: Promise<Control> }>({ max: MAX_KEPT });
  return async (link, platform, signal) => {
    const chosen = controls.find((one) => isOfTheSame(one, link));
    if (chosen === undefined) return 'none';
    const now = deps.clock().getTime();
    const kept = known.get(chosen.canonical);
    if (kept && now - kept.at < SAME_MINUTE_MS) return kept.control;
    const control = stateOf(deps, { link: chosen, platform }, signal);
    known.set(chosen.canonical, { at: now, control });
    // One that was broken off says nothing to the next.
    control.catch(() => known.delete(chosen.canonical));
    return control;
  };
}

/** One that can never be asked would leave us believing that we have a control. */
function controlOf(text: string): Link {
  const link = readLink(text);
  if (!isPost(link)) throw new PermanentError(...sayError(ONE_POST.noControl, 'id', { link: text.slice(0, 200) }));
  return link;
}

/** A server of the web or of the fediverse speaks for itself alone. */
function isOfTheSame(control: Link, link: Link): boolean {
  const isElsewhere = link.platform === 'web' || link.platform === 'mastodon';
  return (
    control.platform === link.platform &&
    control.kind === link.kind &&
    control.canonical !== link.canonical &&
    (!isElsewhere || new URL(control.canonical).host === new URL(link.canonical).host)
  );
}

async function stateOf(
  deps: LookDeps,
  task: { readonly link: Link; readonly platform: PostPlatform },
  signal: AbortSignal,
): Promise<Control> {
  const { proofs } = await look(deps, task, signal);
  const outcome = outcomeOf(proofs, 'none');
  if (outcome === 'seen') return 'seen';
  // Who asks for a pause has said nothing of us yet.
  return outcome === 'rate_limited' ? 'none' : 'failed';
}
