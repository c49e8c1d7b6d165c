import pLimit from 'p-limit';
import type { Office } from '../domain/account.js';
import type { Clock } from '../domain/clock.js';
import { MailDeferredError, MailRefusedError } from '../domain/digest.js';
import {
  isNews,
  NOTICE_MAIL_RETRY_MS,
  type NoticeMailState,
  noticeMailDay,
  type Unread,
} from '../domain/notice-mail.js';
import { NATION, type TimeZone, timeZoneOf } from '../domain/region.js';
import type { Mailer } from '../mail/mailer.js';
import type { RenderedDigest } from '../mail/render-digest.js';
import type { NoticeMailRepository } from '../storage/notice-mail-repository.js';
import type { MailTarget } from '../storage/user-mails.js';

export interface NoticeMailDeps {
  readonly noticeMails: NoticeMailRepository;
  readonly users: { listMailTargets(ids: readonly string[]): Promise<MailTarget[]> };
  readonly offices: { listOffices(): Promise<Office[]> };
  readonly mailer: Pick<Mailer, 'send'>;
  readonly render: (counts: Unread['counts']) => RenderedDigest;
  readonly messageIdDomain: string;
  readonly clock: Clock;
  /** Of the person's own day. */
  readonly hour: number;
}

/** As with digests: SMTP servers of an office like few connections. */
const AT_ONCE = 3;

/**
 * One mail a person and day that counts what they have not read, at most once whoever else tries; safe to call at any
 * time, from any number of workers. A mail that could not be sent is told with the next one. How many went out.
 */
export async function sendNoticeMails(deps: NoticeMailDeps): Promise<{ sent: number }> {
  // What comes while they are counted is news tomorrow.
  const now = deps.clock();
  const unread = new Map((await deps.noticeMails.countUnreadByPerson()).map((one) => [one.userId, one]));
  if (unread.size === 0) return { sent: 0 };
  const [targets, offices] = await Promise.all([
    deps.users.listMailTargets([...unread.keys()]),
    deps.offices.listOffices(),
  ]);
  const zones = new Map(offices.map(({ code, timeZone }) => [code, timeZone]));
  const limit = pLimit(AT_ONCE);
  const sent = await Promise.all(
    targets.map((target) =>
      limit(() =>
        sendOne(deps, target, {
          unread: unread.get(target.id)!,
          zone: zoneOf(target, zones),
          now,
        }),
      ),
    ),
  );
  return { sent: sent.filter(Boolean).length };
}

/** Of the first own office; whoever has none lives by the nation's. */
function zoneOf({ officeCodes }: MailTarget, zones: ReadonlyMap<string, TimeZone>): TimeZone {
  return zones.get(officeCodes[0] ?? '') ?? timeZoneOf(NATION);
}

async function sendOne(
  deps: NoticeMailDeps,
  { id: userId, mail: to }: MailTarget,
  { unread, zone, now }: { unread: Unread; zone: TimeZone; now: Date },
): Promise<boolean> {
  const day = noticeMailDay(now, { hour: deps.hour, timeZone: zone });
  if (day === undefined || !isNews(unread, await deps.noticeMails.findLastMailAt(userId))) return false;
  const turn = { userId, day };
  const mail = deps.render(unread.counts);
  const retryBefore = new Date(now.getTime() - NOTICE_MAIL_RETRY_MS);
  if (!(await deps.noticeMails.claimNoticeMail(turn, { now, retryBefore }))) return false;
  const messageId = `<notices.${userId}.${day}@${deps.messageIdDomain}>`;
  const state = await deps.mailer.send({ ...mail, to, messageId }).then(
    (): NoticeMailState => 'sent',
    (error: unknown) => stateAfter(error),
  );
  await deps.noticeMails.recordNoticeMail(turn, state);
  return state === 'sent';
}

/** Anything that is not one of the mailer's own errors may have come after the server's yes. */
function stateAfter(error: unknown): NoticeMailState {
  if (error instanceof MailDeferredError) return 'deferred';
  return error instanceof MailRefusedError ? 'refused' : 'unknown';
}
