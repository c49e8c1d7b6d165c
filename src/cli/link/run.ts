import { readConfig } from '../../config/read-config.js';
import { followLink } from '../../intake/follow-link.js';
import { createHopReader } from '../../reach/hop-reader.js';
import { createHostHolds } from '../../reach/host-holds.js';
import { createRobots } from '../../reach/robots.js';
import { DEFAULT_USER_AGENT } from '../../reach/user-agent.js';
import { type Follow, printLinks } from './print-links.js';

export function runLink(texts: readonly string[], { follow }: { readonly follow: boolean }): Promise<number> {
  return printLinks({
    texts,
    input: process.stdin,
    output: process.stdout,
    follow: follow ? followOverNetwork() : async (link) => link,
  });
}

/** The one way out, as for every collector: public addresses only, robots.txt asked, pauses kept. */
function followOverNetwork(): Follow {
  const { allowPrivateHosts } = readConfig(process.env).config;
  const clock = () => new Date();
  const out = { allowPrivateHosts, holds: createHostHolds(clock), clock, userAgent: DEFAULT_USER_AGENT };
  const readHop = createHopReader({ ...out, robots: createRobots(out) });
  const { signal } = new AbortController();
  return (link) => followLink(link, readHop, signal);
}
