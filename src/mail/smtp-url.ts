import { isIP } from 'node:net';
import { MailRefusedError } from '../domain/digest.js';
import { MAIL_FAULTS, SMTP_URL_PROBLEMS } from '../words/mail.js';
import { say, sayAdvice } from '../words/say.js';

export interface MailerOptions {
  /** `smtp://[user:password@]host[:port][?tls=required|off]`, or `smtps://` for TLS from the first byte. */
  readonly smtpUrl: string;
  /** Nothing heard for this long ends the dialogue. */
  readonly idleMs?: number;
  /** The whole dialogue may take this long; well under `DIGEST_STALE_MS`. */
  readonly deadlineMs?: number;
}

/** `opportunistic`: STARTTLS where the server offers it; `required`: no mail without it; `off`: never. */
export type TlsMode = 'immediate' | 'required' | 'opportunistic' | 'off';

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  readonly tls: TlsMode;
  readonly login?: { readonly user: string; readonly pass: string };
  readonly idleMs: number;
  readonly deadlineMs: number;
}

const DEFAULT_PORTS: Record<string, number> = { 'smtp:': 587, 'smtps:': 465 };

/** Messages never repeat the URL: it may hold the password. */
export function parseSmtpUrl({ smtpUrl, idleMs = 20_000, deadlineMs = 60_000 }: MailerOptions): SmtpServer {
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : undefined;
  const defaultPort = DEFAULT_PORTS[url?.protocol ?? ''];
  if (!url || defaultPort === undefined || url.hostname === '') throw badUrl('scheme');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const login = url.username === '' ? undefined : { user: decode(url.username), pass: decode(url.password) };
  return {
    host,
    port: url.port === '' ? defaultPort : Number(url.port),
    tls: tlsMode(url, { host, hasLogin: login !== undefined }),
    login,
    idleMs,
    deadlineMs,
  };
}

function tlsMode(url: URL, { host, hasLogin }: { host: string; hasLogin: boolean }): TlsMode {
  if (url.protocol === 'smtps:') return 'immediate';
  const asked = url.searchParams.get('tls');
  if (asked === 'required' || asked === 'off') return asked;
  if (asked !== null) throw badUrl('tls');
  // A password never goes in clear over a wire unless somebody wrote `tls=off`.
  return hasLogin && !isLoopback(host) ? 'required' : 'opportunistic';
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw badUrl('percent');
  }
}

function badUrl(problem: keyof typeof SMTP_URL_PROBLEMS): MailRefusedError {
  const { message, hint } = sayAdvice(MAIL_FAULTS.badUrl, 'id', { problem: say(SMTP_URL_PROBLEMS[problem], 'id') });
  return new MailRefusedError(message, hint);
}
