import MailComposer from 'nodemailer/lib/mail-composer';
import type { Clock } from '../domain/clock.js';
import { MailDeferredError, MailRefusedError } from '../domain/digest.js';
import { domainOf, isMailAddress } from '../domain/mail-address.js';
import { MAIL_FAULTS, MAILING_LIST } from '../words/mail.js';
import { say, sayAdvice } from '../words/say.js';
import { deliver } from './smtp-dialogue.js';
import { type MailerOptions, parseSmtpUrl } from './smtp-url.js';

export interface OutgoingMail {
  /** One plain address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With its angle brackets; the same id when the same mail is sent again. */
  readonly messageId: string;
}

export interface Mailer {
  /**
   * Hands one mail to the SMTP server and resolves with its last answer. Throws `MailDeferredError` when nothing was
   * accepted and later may work, `MailRefusedError` when later cannot help, `MailOutcomeUnknownError` when the mail
   * went over whole and the answer was lost.
   */
  send(mail: OutgoingMail): Promise<{ response: string }>;
  /** Ends dialogues that still run; each of them throws. */
  close(): void;
}

/** One connection a mail: some hundred mails a day are not worth a pool, and a fault in one touches no other. */
export function createMailer(options: MailerOptions & { from: string; clock?: Clock }): Mailer {
  const server = parseSmtpUrl(options);
  const clock = options.clock ?? (() => new Date());
  const closing = new AbortController();
  if (!isMailAddress(options.from)) throw badAddress('badSender');
  return {
    async send(mail) {
      if (!isMailAddress(mail.to)) throw badAddress('badRecipient');
      const message = await compose(mail, { from: options.from, at: clock() });
      return deliver(server, { from: options.from, to: mail.to, message }, closing.signal);
    },
    close: () => closing.abort(),
  };
}

/** Stands in where no SMTP_URL is set: digests are deferred, and go out once somebody sets it. */
export function createMissingMailer(): Mailer {
  return {
    async send() {
      const { message, hint } = sayAdvice(MAIL_FAULTS.notSet, 'id');
      throw new MailDeferredError(message, hint);
    },
    close: () => {},
  };
}

function compose(mail: OutgoingMail, { from, at }: { from: string; at: Date }): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: 'Netra', address: from },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    date: at,
    headers: {
      // RFC 3834: keeps out-of-office replies from answering a machine.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `${say(MAILING_LIST, 'id')} <digest.netra.${domainOf(from)}>`,
    },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function badAddress(fault: 'badSender' | 'badRecipient'): MailRefusedError {
  const { message, hint } = sayAdvice(MAIL_FAULTS[fault], 'id');
  return new MailRefusedError(message, hint);
}
