import { Readable } from 'node:stream';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { MailDeferredError, MailOutcomeUnknownError, MailRefusedError } from '../domain/digest.js';
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
  const onAbort = () => stop({ code: 'EABORT', message: 'Dihentikan bersama program' });
  const timer = setTimeout(() => stop({ code: 'ETIMEDOUT', message: 'Batas waktu habis' }), server.deadlineMs);
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
  const said = oneLine(fault.response || fault.message);
  const cause = { cause: fault };
  const code = fault.responseCode ?? 0;
  if (code >= 500) return new MailRefusedError(`Server surel menolak: ${said}`, REFUSED_HINT, cause);
  if (code >= 400) return new MailDeferredError(`Server surel meminta nanti: ${said}`, DEFERRED_HINT, cause);
  if (isHandedOver) return new MailOutcomeUnknownError(`Jawaban server surel hilang: ${said}`, UNKNOWN_HINT, cause);
  if (SETTINGS_FAULTS.has(fault.code ?? '') || CERTIFICATE_FAULT.test(fault.message)) {
    return new MailRefusedError(`Sambungan aman ke server surel gagal: ${said}`, TLS_HINT, cause);
  }
  if (fault.code === 'EENVELOPE' || fault.code === 'EMESSAGE' || fault.code === 'EAUTH') {
    return new MailRefusedError(`Server surel tidak dapat menerima: ${said}`, REFUSED_HINT, cause);
  }
  return new MailDeferredError(`Server surel tidak menjawab dengan benar: ${said}`, DEFERRED_HINT, cause);
}

const REFUSED_HINT = 'Periksa alamat penerima di daftar kantor dan SMTP_URL, lalu: netra digest --send --force';
const DEFERRED_HINT = 'Tidak perlu tindakan: dicoba lagi sendiri. Bila menetap: netra doctor';
const UNKNOWN_HINT = 'Tanyakan kepada penerima apakah surel tiba; bila tidak: netra digest --send --force';
const TLS_HINT =
  'Pasang sertifikat CA server itu (NODE_EXTRA_CA_CERTS), atau tulis ?tls=off di SMTP_URL jaringan sendiri.';

/** What a receipt keeps of an answer: one line, at most 300 characters. */
function oneLine(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 300);
}
