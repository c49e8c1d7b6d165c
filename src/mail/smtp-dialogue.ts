import { Readable } from 'node:stream';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { MailDeferredError, MailOutcomeUnknownError, MailRefusedError } from '../domain/digest.js';
import { CONNECTION_ENDS, MAIL_FAULTS } from '../words/mail.js';
import { say, sayAdvice } from '../words/say.js';
import type { SmtpServer } from './smtp-url.js';

export interface Delivery {
  readonly from: string;
  readonly to: string;
  readonly message: Buffer;
}

/** What nodemailer tells of a fault; `responseCode` only where the server gave one. */
interface SmtpFault {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  readonly message: string;
}

/** One connection, one mail. Resolves only with the server's final 2xx answer to the mail. */
export async function deliver(
  server: SmtpServer,
  delivery: Delivery,
  signal: AbortSignal,
): Promise<{ response: string }> {
  const connection = new SMTPConnection(connectionOptions(server));
  // Once the last byte is handed over, a lost answer no longer means that nothing was accepted.
  let isHandedOver = false;
  const message = Readable.from([delivery.message]).once('end', () => {
    isHandedOver = true;
  });
  try {
    const response = await guarded(connection, { server, signal }, async () => {
      await step((done) => connection.connect(done));
      if (server.login) await step((done) => connection.login({ ...server.login }, done));
      const envelope = { from: delivery.from, to: [delivery.to] };
      return step<{ response: string }>((done) => connection.send(envelope, message, done));
    });
    connection.quit();
    return { response: oneLine(response.response) };
  } catch (fault) {
    connection.close();
    throw toMailError(fault as SmtpFault, isHandedOver);
  }
}

function connectionOptions(server: SmtpServer): SMTPConnectionOptions {
  return {
    host: server.host,
    port: server.port,
    secure: server.tls === 'immediate',
    requireTLS: server.tls === 'required',
    ignoreTLS: server.tls === 'off',
    connectionTimeout: server.idleMs,
    greetingTimeout: server.idleMs,
    socketTimeout: server.idleMs,
    dnsTimeout: server.idleMs,
    socketCloseTimeout: 1_000,
    maxResponseSize: 65_536,
  };
}

type Done<T> = (error?: Error | null, value?: T) => void;

function step<T = unknown>(start: (done: Done<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    start((error, value) => (error ? reject(error) : resolve(value as T)));
  });
}

/** Ends the talk on an error of the connection, at the deadline (a server may drip for ever), or when we shut down. */
async function guarded<T>(
  connection: SMTPConnection,
  { server, signal }: { server: SmtpServer; signal: AbortSignal },
  talk: () => Promise<T>,
): Promise<T> {
  let stop: (fault: SmtpFault) => void = () => {};
  const broken = new Promise<never>((_resolve, reject) => {
    stop = reject;
  });
  const onAbort = () => stop({ code: 'EABORT', message: say(CONNECTION_ENDS.stopped, 'id') });
  const timer = setTimeout(
    () => stop({ code: 'ETIMEDOUT', message: say(CONNECTION_ENDS.deadline, 'id') }),
    server.deadlineMs,
  );
  // Stays for good: an error that comes after the end must find a listener.
  connection.on('error', stop);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    if (signal.aborted) onAbort();
    return await Promise.race([broken, talk()]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** Faults of our own settings, which no later try mends. */
const SETTINGS_FAULTS = new Set(['ETLS', 'EREQUIRETLS', 'ENOAUTH', 'ECONFIG']);
const CERTIFICATE_FAULT = /certificate|self-signed|CERT_|altnames/i;

function toMailError(fault: SmtpFault, isHandedOver: boolean): Error {
  const [Failure, words] = judged(fault, isHandedOver);
  const { message, hint } = sayAdvice(MAIL_FAULTS[words], 'id', { said: oneLine(fault.response || fault.message) });
  return new Failure(message, hint, { cause: fault });
}

function judged({ code, responseCode = 0, message }: SmtpFault, isHandedOver: boolean) {
  if (responseCode >= 500) return [MailRefusedError, 'refused'] as const;
  if (responseCode >= 400) return [MailDeferredError, 'later'] as const;
  if (isHandedOver) return [MailOutcomeUnknownError, 'answerLost'] as const;
  if (SETTINGS_FAULTS.has(code ?? '') || CERTIFICATE_FAULT.test(message)) {
    return [MailRefusedError, 'notSecure'] as const;
  }
  if (code === 'EENVELOPE' || code === 'EMESSAGE' || code === 'EAUTH') return [MailRefusedError, 'cannotTake'] as const;
  return [MailDeferredError, 'noAnswer'] as const;
}

/** What a receipt keeps of an answer: one line, at most 300 characters. */
function oneLine(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 300);
}
