import { domainOf } from '../domain/mail-address.js';
import { createMailer, createMissingMailer } from '../mail/mailer.js';
import { renderDigest } from '../mail/render-digest.js';
import { buildDigest } from '../steps/build-digest.js';
import { type DueDigestsDeps, enqueueDueDigests, type SendDigestDeps } from '../steps/send-digest.js';
import type { Core } from './core.js';

export interface DigestParts {
  readonly deps: SendDigestDeps;
  enqueueDue(): ReturnType<typeof enqueueDueDigests>;
  close(): void;
}

interface DigestOptions {
  /** Asked at each mail: a console may start, or move, while digests are built. */
  readonly consoleUrl: () => string | undefined;
  readonly smtpUrl?: string | undefined;
}

/** Without an SMTP server digests can still be built and looked at; sending says what is missing. */
export function openDigests(core: Core, options: DigestOptions): DigestParts {
  const { storage, config, clock } = core;
  const smtpUrl = options.smtpUrl ?? core.secrets.smtpUrl;
  const mailer = smtpUrl ? createMailer({ smtpUrl, from: config.mail.from, clock }) : createMissingMailer();
  const countAccounts = async (officeCodes: readonly string[]) =>
    (await storage.accounts.listAccounts({ officeCodes })).length;
  const due: DueDigestsDeps = {
    ...storage,
    clock,
    hour: config.digest.hour,
    enqueue: (days) => core.queues.digest.enqueue(days),
    async hasLedger({ officeCode, day }) {
      const officeCodes = await storage.offices.withDescendants([officeCode]);
      return (await storage.coverage.summariseCoverage({ day, officeCodes })).signals > 0;
    },
  };
  return {
    deps: {
      ...storage,
      clock,
      mailer,
      messageIdDomain: domainOf(config.mail.from),
      build: (request) => buildDigest({ ...storage, countAccounts }, request),
      render: (digest) => renderDigest(digest, { consoleUrl: options.consoleUrl() }),
    },
    enqueueDue: () => enqueueDueDigests(due),
    close: () => mailer.close(),
  };
}
