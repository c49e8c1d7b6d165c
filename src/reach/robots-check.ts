import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Clock } from '../domain/clock.js';
import { createRobotsRules } from '../domain/robots.js';
import { PageClosedError, PageFaultError } from './page-fault.js';
import { destinationOf, isRefusedLiteral, publicLookup, RefusedAddressError } from './public-lookup.js';

/** True when robots.txt lets this page be read. Throws a `RetryableError` when that cannot be told now. */
export type RobotsCheck = (url: string, signal: AbortSignal) => Promise<boolean>;

export interface RobotsOptions {
  readonly userAgent: string;
  readonly allowPrivateHosts: readonly string[];
  readonly clock: Clock;
}

/** RFC 9309 2.5: at least 500 kibibytes. */
const MAX_BYTES = 512 * 1024;
const MAX_REDIRECTS = 5;
const ANSWER_MS = 10_000;

/** Reads robots.txt of the page's site. No file (4xx) allows all; a server that fails (5xx) is asked again later. */
export function createRobotsCheck(options: RobotsOptions): RobotsCheck {
  const allows = createRobotsRules({ ...options, readRobots: (place, signal) => readRobots(place, options, signal) });
  return (url, signal) => allows(new URL(url), signal);
}

async function readRobots(from: URL, options: RobotsOptions, signal: AbortSignal): Promise<string> {
  let url = from;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const answer = await get(url, options, signal);
    const { statusCode: status = 0, headers } = answer;
    if (status >= 200 && status < 300) return readText(answer);
    answer.destroy();
    const isRedirect = status >= 300 && status < 400 && URL.canParse(headers.location ?? '', url.href);
    if (!isRedirect && status >= 300 && status < 500 && status !== 429) return '';
    if (!isRedirect) throw new PageFaultError('unreachable', `robots.txt: HTTP ${status}`);
    url = new URL(headers.location ?? '', url);
  }
  return ''; // RFC 9309 2.3.1.2: after five redirects the file counts as not there.
}

async function get(url: URL, options: RobotsOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const to = destinationOf(url);
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
  if (!isWeb || isRefusedLiteral(to, options.allowPrivateHosts)) throw refused();
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  try {
    return await new Promise<IncomingMessage>((resolve, reject) => {
      const lookup = publicLookup(to, options.allowPrivateHosts);
      const limits = { signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]), agent: false } as const;
      const asked = request(url, { headers: { 'user-agent': options.userAgent }, lookup, ...limits }, resolve);
      asked.on('error', reject).end();
    });
  } catch (error) {
    if (error instanceof RefusedAddressError) throw refused();
    const code = (error as NodeJS.ErrnoException).code ?? 'tidak diketahui';
    const reason = code === 'ABORT_ERR' ? 'timeout' : 'unreachable';
    throw new PageFaultError(reason, `robots.txt: ${code}`, { cause: error });
  }
}

function refused(): PageClosedError {
  return new PageClosedError('failed', 'alamat jaringan dalam tidak dibuka');
}

/** The first part of a file that is too long; its rules hold all the same. */
async function readText(answer: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const part of answer) {
      parts.push(part);
      bytes += part.length;
      if (bytes >= MAX_BYTES) break;
    }
  } catch (error) {
    throw new PageFaultError('unreachable', 'robots.txt terputus', { cause: error });
  }
  return Buffer.concat(parts).subarray(0, MAX_BYTES).toString('utf8');
}
