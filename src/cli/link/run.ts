import { openPostReader, type Visitor } from '../../app/post-reader.js';
import { readConfig } from '../../config/read-config.js';
import { followLink } from '../../intake/follow-link.js';
import type { Link } from '../../links/link.js';
import { createHopReader } from '../../reach/hop-reader.js';
import { createHostHolds } from '../../reach/host-holds.js';
import { createRobots } from '../../reach/robots.js';
import { DEFAULT_USER_AGENT } from '../../reach/user-agent.js';
import { type PrintLinks, printLinks } from './print-links.js';

export interface LinkOptions {
  readonly follow: boolean;
  readonly read: boolean;
}

export function runLink(texts: readonly string[], options: LinkOptions): Promise<number> {
  const { follow, read } = options;
  const network = follow || read ? overNetwork(read) : { follow: async (link: Link) => link };
  return printLinks({ texts, input: process.stdin, output: process.stdout, ...network });
}

/** The one way out, as for every collector: public addresses only, robots.txt asked, pauses kept. */
function overNetwork(isReading: boolean): Pick<PrintLinks, 'follow' | 'read'> {
  const { config } = readConfig(process.env);
  const clock = () => new Date();
  const userAgent = DEFAULT_USER_AGENT;
  const out = { allowPrivateHosts: config.allowPrivateHosts, holds: createHostHolds(clock) };
  const visitor: Visitor = { out, userAgent, clock, robots: createRobots({ ...out, userAgent, clock }) };
  const readHop = createHopReader({ ...out, ...visitor });
  const readPost = isReading ? openPostReader(config, visitor) : undefined;
  const { signal } = new AbortController();
  return {
    follow: (link) => followLink(link, readHop, signal),
    read: readPost && ((link) => readPost(link, signal)),
  };
}
