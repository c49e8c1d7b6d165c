import { ROBOT } from '../words/adapters/reach.js';
import { say } from '../words/say.js';
/**
 * How Netra names itself everywhere, also towards robots.txt. `contact` is an address of the office that runs this
 * installation, so that a site's owner can ask it to stop.
 */
export function userAgentOf(contact: string): string {
  return say(ROBOT.userAgent, 'id', { name: ROBOT_NAME, contact });
}

export const ROBOT_NAME = 'NetraBot';

export const DEFAULT_USER_AGENT = userAgentOf(say(ROBOT.contact, 'id'));
