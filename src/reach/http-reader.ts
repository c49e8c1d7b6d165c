import type { Clock } from '../domain/clock.js';
import { PlatformFailureError, RateLimitedError, TargetUnavailableError } from '../domain/collecting.js';
import { assertPublicUrl } from './public-host.js';
import { retryAfterMs } from './retry-after.js';

export interface HttpReaderOptions {
  readonly clock: Clock;
  readonly userAgent: string;
  /** Demo and tests only: lets addresses of this machine and of private networks be read. */
  readonly allowPrivateHosts?: boolean;
  /** For one request, body included. */
  readonly timeoutMs?: number;
  readonly maxBytes?: number;
  readonly fetch?: typeof fetch;
}

export interface HttpAnswer {
  readonly status: number;
  readonly text: string;
}

/**
 * Reads public addresses for every collector. Answers of 2xx, 3xx (after redirects) and 4xx come back as they are;
 * 429 throws `RateLimitedError`; 5xx, no answer, too slow and too large throw `PlatformFailureError` with reason
 * `unreachable`, `timeout` or `unreadable`. An abort by the caller throws its own reason.
 */
export interface HttpReader {
  readText(url: URL, signal: AbortSignal): Promise<HttpAnswer>;
}

const MAX_REDIRECTS = 3;

export function createHttpReader(options: HttpReaderOptions): HttpReader {
  const { timeoutMs = 15_000, maxBytes = 5_000_000 } = options;

  async function readText(url: URL, caller: AbortSignal): Promise<HttpAnswer> {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const response = await follow(url, AbortSignal.any([caller, timeout]));
      if (response.status === 429) throw new RateLimitedError(retryAfterMs(response.headers, options.clock));
      if (response.status >= 500) throw new PlatformFailureError('unreachable', `jawaban ${response.status}`);
      return { status: response.status, text: await readBody(response, maxBytes) };
    } catch (error) {
      caller.throwIfAborted();
      if (timeout.aborted) throw new PlatformFailureError('timeout', `lebih dari ${timeoutMs} ms`, { cause: error });
      if (isKnown(error)) throw error;
      throw new PlatformFailureError('unreachable', 'sambungan gagal', { cause: error });
    }
  }

  async function follow(first: URL, signal: AbortSignal): Promise<Response> {
    let url = first;
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      // Each hop anew: a public address may send us to a private one.
      if (!options.allowPrivateHosts) await assertPublicUrl(url);
      const headers = { 'user-agent': options.userAgent, accept: 'application/json, text/plain;q=0.9, */*;q=0.1' };
      const response = await (options.fetch ?? fetch)(url, { headers, signal, redirect: 'manual' });
      const location = response.headers.get('location');
      if (response.status < 300 || response.status > 399 || location === null) return response;
      await response.body?.cancel();
      url = new URL(location, url);
    }
    throw new TargetUnavailableError('unreadable', 'terlalu banyak pengalihan');
  }

  return { readText };
}

function isKnown(error: unknown): boolean {
  return (
    error instanceof RateLimitedError ||
    error instanceof PlatformFailureError ||
    error instanceof TargetUnavailableError
  );
}

/** Counts bytes after decompression, so that a small archive cannot fill the memory. */
async function readBody(response: Response, maxBytes: number): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new PlatformFailureError('unreadable', `jawaban lebih dari ${maxBytes} bita`);
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}
