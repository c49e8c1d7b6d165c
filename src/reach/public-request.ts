import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { Clock } from '../domain/clock.js';
import { RateLimitedError } from '../domain/collecting.js';
import { retryAfterMs } from './retry-after.js';
import { destinationOf, isRefusedByName, publicLookup, RefusedAddressError, type WayOut } from './way-out.js';

export interface Asking {
  readonly headers: Readonly<Record<string, string>>;
  /** Ends the answer too, as far as it has not been read. */
  readonly signal: AbortSignal;
  readonly maxRedirects: number;
  /** A redirect comes back as the answer it is, for those who judge each hop themselves. */
  readonly handsBackRedirects?: boolean | undefined;
  /** Posted; without one the address is read. */
  readonly body?: Buffer | undefined;
}

/**
 * Asks a public address and follows its redirects, each judged anew; nothing where there were too many. Throws
 * `RefusedAddressError` before anything is sent to an address that is not public, `RateLimitedError` where a site on
 * the way says "not now" or has said so before, and the system's own errors.
 */
export type PublicRequest = (url: URL, asking: Asking) => Promise<IncomingMessage | undefined>;

export function createPublicRequest(out: WayOut & { readonly clock: Clock }): PublicRequest {
  const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

  async function askOnce(url: URL, { headers, signal, body }: Asking): Promise<IncomingMessage> {
    const to = destinationOf(url);
    const isSecure = url.protocol === 'https:';
    if (!isSecure && url.protocol !== 'http:') throw new RefusedAddressError(url.protocol);
    if (isRefusedByName(to, out)) throw new RefusedAddressError(to.name);
    const holdMs = out.holds?.leftMs(to.name) ?? 0;
    if (holdMs > 0) throw new RateLimitedError(holdMs, { host: to.name });
    const connection = { lookup: publicLookup(to, out), agent: isSecure ? agents.https : agents.http, signal };
    const method = body ? 'POST' : 'GET';
    const options = { ...connection, method, headers: { 'accept-encoding': 'gzip, br', ...headers } };
    return new Promise((resolve, reject) => {
      const asked = (isSecure ? requestHttps : requestHttp)(url, options, resolve);
      asked.on('error', (error: NodeJS.ErrnoException) => {
        // A kept connection that the server had closed meanwhile says nothing of the server.
        if (asked.reusedSocket && error.code === 'ECONNRESET')
          askOnce(url, { headers, signal, body, maxRedirects: 0 }).then(resolve, reject);
        else reject(error);
      });
      asked.end(body);
    });
  }

  function notNow(answer: IncomingMessage, host: string): RateLimitedError {
    answer.destroy();
    const ms = out.holds?.hear(host, answer.headers) ?? retryAfterMs(answer.headers, out.clock);
    return new RateLimitedError(ms, { host });
  }

  return async (first, asking) => {
    let url = first;
    for (let hop = 0; hop <= asking.maxRedirects; hop += 1) {
      const answer = await askOnce(url, asking);
      const { statusCode: status = 0, headers } = answer;
      if (status === 429) throw notNow(answer, destinationOf(url).name);
      const isRedirect = status >= 300 && status < 400 && URL.canParse(headers.location ?? '', url.href);
      if (!isRedirect || headers.location === undefined || asking.handsBackRedirects) return answer;
      answer.destroy();
      url = new URL(headers.location, url);
    }
    return undefined;
  };
}

/** The bytes as they were before the server packed them. Errors of the connection come out of it too. */
export function unpackedBody(answer: IncomingMessage): Readable {
  const unpack = UNPACK[answer.headers['content-encoding']?.trim().toLowerCase() ?? ''];
  // The stream that is read carries the error itself; the callback is for those who have no stream.
  return unpack ? pipeline(answer, unpack(), () => {}) : answer;
}

const UNPACK: Readonly<Record<string, () => NodeJS.ReadWriteStream & Readable>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  br: createBrotliDecompress,
  deflate: createInflate,
};
