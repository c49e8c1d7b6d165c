import { daysBack } from '../domain/days.js';
import { digestDays } from '../domain/digest.js';
import { domainOf } from '../domain/mail-address.js';
import { createMailer, createMissingMailer } from '../mail/mailer.js';
import { renderDigest } from '../mail/render-digest.js';
import { renderNotices } from '../mail/render-notices.js';
import { wayOf } from '../platforms/index.js';
import { buildDigest } from '../steps/build-digest.js';
import { type DueDigestsDeps, enqueueDueDigests } from '../steps/enqueue-due-digests.js';
import { PATIENCE } from '../steps/persist.js';
import type { SendDigestDeps } from '../steps/send-digest.js';
import { type NoticeMailDeps, sendNoticeMails } from '../steps/send-notice-mails.js';
import type { Core } from './core.js';

/** Much of a mail's time is waiting for the SMTP server, which in an office greets slowly and likes few connections. */
export const DIGESTS_AT_ONCE = 3;

export interface DigestParts {
  readonly deps: SendDigestDeps;
  enqueueDue(): ReturnType<typeof enqueueDueDigests>;
  /** One mail a person and day that counts their unread notices; nothing without an SMTP server. */
  sendNotices(): Promise<void>;
  close(): void;
}

interface DigestOptions {
  /** Asked at each mail: a console may start, or move, while digests are built. */
  readonly consoleUrl: () => string | undefined;
  readonly smtpUrl?: string | undefined;
}

/** Without an SMTP server digests can still be built and looked at; sending says what is missing. */
export function openDigests(core: Core, options: DigestOptions): DigestParts {
  const { config, clock } = core;
  const { offices, digests, audit, accounts, coverage, flags, reports, ruleCounts, noticeMails, users } = core.storage;
  const smtpUrl = options.smtpUrl ?? core.secrets.smtpUrl;
  const mailer = smtpUrl ? createMailer({ smtpUrl, from: config.mail.from, clock }) : createMissingMailer();
  const countAccounts = async (officeCodes: readonly string[]) => (await accounts.listAccounts({ officeCodes })).length;
  const due: DueDigestsDeps = {
    offices,
    digests,
    clock,
    hour: config.digest.hour,
    enqueue: (days) => core.queues.digest.enqueue(days),
    async hasLedger({ officeCode, day }) {
      const [office, officeCodes] = await Promise.all([
        offices.findOffice(officeCode),
        offices.withDescendants([officeCode]),
      ]);
      const days = daysBack(day, digestDays(office ?? {}));
      const ledgers = await Promise.all(days.map((one) => coverage.summariseCoverage({ day: one, officeCodes })));
      return ledgers.some(({ signals }) => signals > 0);
    },
  };
  return {
    deps: {
      offices,
      digests,
      clock,
      patience: PATIENCE,
      mailer,
      messageIdDomain: domainOf(config.mail.from),
      build: (request) =>
        buildDigest({ audit, offices, coverage, flags, reports, ruleCounts, wayOf, countAccounts }, request),
      render: (digest) => renderDigest(digest, { consoleUrl: options.consoleUrl() }),
    },
    enqueueDue: () => enqueueDueDigests(due),
    async sendNotices() {
      if (smtpUrl === undefined) return;
      const render: NoticeMailDeps['render'] = (counts) => renderNotices(counts, { consoleUrl: options.consoleUrl() });
      const { hour } = config.digest;
      const messageIdDomain = domainOf(config.mail.from);
      await sendNoticeMails({ noticeMails, users, offices, mailer, render, messageIdDomain, clock, hour });
    },
    close: () => mailer.close(),
  };
}
