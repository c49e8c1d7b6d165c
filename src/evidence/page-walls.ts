import { CAPTURE } from '../words/adapters/evidence.js';
import { sayIn } from '../words/say.js';
import type { MissingReason } from './page-fault.js';

const say = sayIn('id');

/** Why a page that answered does not show the act. `isRetryable`: it may do so on another day. */
export interface PageVerdict {
  readonly reason: MissingReason;
  readonly detail: string;
  readonly isRetryable: boolean;
}

/** Judges the answer alone. A wall is a fact to write down, never an obstacle to get round. */
export function judgeStatus(status: number, headers: Readonly<Record<string, string>>): PageVerdict | undefined {
  const detail = `HTTP ${status}`;
  if (headers['cf-mitigated'] === 'challenge') {
    return { reason: 'login_wall', detail: say(CAPTURE.challenge, { detail }), isRetryable: false };
  }
  if (status < 400) return undefined;
  if (status === 401 || status === 403 || status === 407) return { reason: 'login_wall', detail, isRetryable: false };
  if (status === 404 || status === 410) return { reason: 'gone', detail, isRetryable: false };
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    return { reason: 'unreachable', detail, isRetryable: true };
  }
  return { reason: 'failed', detail, isRetryable: false };
}

const LOGIN_WORD = /^(?:log-?in|sign-?in|log_in|sign_in|masuk|checkpoint|authwall|auth|sso)(?:\.[a-z]+)?$/i;

/** What the page showed, as far as a log-in wall can be told from it. */
export interface ShownPage {
  readonly requestedUrl: string;
  readonly finalUrl: string;
  readonly hasPasswordField: boolean;
  /** Nothing when the act has no text to look for. */
  readonly showsActivityText: boolean | null;
}

/** A page that led away to a log-in address, or that asks for a password and does not show the act. */
export function judgeShown(page: ShownPage): PageVerdict | undefined {
  if (page.showsActivityText === true) return undefined;
  const isLedAway = isLoginAddress(page.finalUrl) && !isLoginAddress(page.requestedUrl);
  if (isLedAway) return { reason: 'login_wall', detail: say(CAPTURE.ledToLogin), isRetryable: false };
  if (page.hasPasswordField && page.showsActivityText === false) {
    return { reason: 'login_wall', detail: say(CAPTURE.asksPassword), isRetryable: false };
  }
  return undefined;
}

function isLoginAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname, pathname } = new URL(address);
  return [hostname.split('.')[0] ?? '', ...pathname.split('/')].some((part) => LOGIN_WORD.test(part));
}

/** Long enough to be this text and no other, short enough to survive a page's "read more". */
const COMPARED_LENGTH = 120;

/** Whether the page holds the beginning of the act's text, spaces and letter case aside. */
export function showsText(pageText: string, activityText: string): boolean | null {
  const wanted = squeeze(activityText).slice(0, COMPARED_LENGTH).trim();
  return wanted === '' ? null : squeeze(pageText).includes(wanted);
}

function squeeze(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
