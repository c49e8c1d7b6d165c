import type { Config } from '../config/read-config.js';
import type { Clock } from '../domain/clock.js';
import type { RobotsRules } from '../domain/robots.js';
import { createPostReader, type ReadPost } from '../platforms/one-post/read-post.js';
import { createAnswerReader } from '../reach/answer-reader.js';
import type { WayOut } from '../reach/way-out.js';

/** What every reader of this process shares. */
export interface Visitor {
  readonly out: WayOut;
  readonly userAgent: string;
  readonly robots: RobotsRules;
  readonly clock: Clock;
}

/** Markers are the platforms' own English words. */
const LANGUAGE = 'en';

/** Throws PermanentError where a control link of the configuration is none. */
export function openPostReader(config: Pick<Config, 'bluesky' | 'controlLinks'>, visitor: Visitor): ReadPost {
  const { out, userAgent, robots, clock } = visitor;
  const { bluesky, controlLinks } = config;
  const readAnswer = createAnswerReader({ ...out, userAgent, robots, clock, language: LANGUAGE });
  return createPostReader({ readAnswer, bluesky, controlLinks, clock, userAgent, language: LANGUAGE });
}
