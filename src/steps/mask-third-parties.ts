import { type Activity, type ActivityTarget, MASKED } from '../domain/activity.js';
import { normaliseHandle } from '../domain/platform.js';
import type { Match, Screener, Span } from '../domain/screening.js';

const MENTION = /@[\p{L}\p{N}][\p{L}\p{N}._-]*/gu;

/** Election bodies may stay readable in kept content: naming them harms nobody and explains much. */
export function isElectionBody(handle: string): boolean {
  return /(^|[._-])(kpu|kpud|bawaslu|kpps|dkpp)([._-]|$|\d)/.test(handle);
}

/**
 * Whom everybody may know of: the tickets' own accounts, and election bodies. Of tickets there are thousands in a
 * nationwide election: they are listed only once somebody asks.
 */
export function publicSides(tickets: Pick<Screener, 'ticketAccounts'>): (handle: string) => boolean {
  let handles: ReadonlySet<string> | undefined;
  return (handle) => {
    handles ??= new Set(tickets.ticketAccounts().map((ticket) => ticket.handle));
    return handles.has(handle) || isElectionBody(handle);
  };
}

/**
 * Hides the handles of people who are neither registered, nor a ticket, nor quoted by a match. Letters become dots
 * one for one, so that every span still points at the same place.
 */
export function maskThirdParties(
  activity: Activity,
  matches: readonly Match[],
  isKnownHandle: (handle: string) => boolean,
): Pick<Activity, 'text' | 'target' | 'media'> {
  const spans = matches.flatMap((m) => m.spans);
  const mask = (field: string, text: string) => maskMentions(text, quotedIn(spans, field), isKnownHandle);
  const maskAim = (aim: ActivityTarget, field: string): ActivityTarget => {
    const isKept = aim.account === undefined || isKnownHandle(normaliseHandle(aim.account.handle));
    const text = aim.text === undefined ? undefined : mask(`${field}.text`, aim.text);
    const quoted = aim.quoted && maskAim(aim.quoted, `${field}.quoted`);
    return { ...aim, account: isKept ? aim.account : undefined, text, url: isKept ? aim.url : undefined, quoted };
  };
  return {
    text: mask('text', activity.text),
    target: activity.target && maskAim(activity.target, 'target'),
    media: activity.media?.map((one, n) =>
      one.text === undefined ? one : { ...one, text: mask(`media.${n}.text`, one.text) },
    ),
  };
}

/** Those of one field of an act. */
export function quotedIn(spans: readonly Span[], field: string): readonly Span[] {
  return spans.filter((s) => s.field === field);
}

export function maskMentions(text: string, quoted: readonly Span[], isKnown: (handle: string) => boolean): string {
  return text.replace(MENTION, (mention: string, start: number) => {
    const end = start + mention.length;
    const isQuoted = quoted.some((s) => s.start < end && start < s.end);
    if (isQuoted || isKnown(normaliseHandle(mention.replace(/[._-]+$/, '')))) return mention;
    return `@${MASKED.repeat(mention.length - 1)}`;
  });
}
