import type { Certificate } from 'pkijs';
import type { TimestampProblem } from '../domain/audit-timestamps.js';
import type { Clock } from '../domain/clock.js';
import { RetryableError } from '../domain/errors.js';
import { AUDIT_FAULTS } from '../words/adapters/audit.js';
import { sayError } from '../words/say.js';
import { createPublicRequest } from './public-request.js';
import { checkToken, readTimestampAnswer, timestampQuery } from './timestamp-token.js';
import { destinationOf } from './way-out.js';

export interface TimestampAuthorityOptions {
  /** Named by the operator, so it may lie in the inner network: this host and port, and no other by a redirect. */
  readonly url: URL;
  readonly trusted: readonly Certificate[];
  readonly clock: Clock;
  /** For one request, answer included. */
  readonly timeoutMs?: number | undefined;
}

export interface Timestamped {
  readonly token: Buffer;
  readonly at: Date;
}

/** Nothing was stamped; it is asked again later. `detail` is a status or a code, never what the other side wrote. */
export class TimestampError extends RetryableError {
  constructor(
    readonly problem: TimestampProblem,
    detail = '',
    options?: ErrorOptions,
  ) {
    const why = detail ? `${problem}, ${detail}` : problem;
    super(...sayError(AUDIT_FAULTS.notStamped, 'id', { problem: why }), options);
  }
}

/** Of an authority after RFC 3161, asked over HTTP. What it answers is checked before anybody keeps it. */
export type StampText = (text: string) => Promise<Timestamped>;

/** A real answer with its certificates has 2 to 8 kB. */
const MAX_BYTES = 64_000;
/** Between two clocks that are both right. */
const CLOCKS_APART_MS = 10 * 60_000;
const HEADERS = { 'content-type': 'application/timestamp-query', accept: 'application/timestamp-reply' };

export function createTimestampAuthority(options: TimestampAuthorityOptions): StampText {
  const { url, trusted, clock } = options;
  return async (text) => {
    const query = timestampQuery(text);
    const answer = readTimestampAnswer(await ask(options, query.der), query);
    if ('problem' in answer) throw new TimestampError(answer.problem, url.host);
    const { token } = answer;
    const checked = await checkToken(token, { text, trusted });
    if ('problem' in checked) throw new TimestampError(checked.problem, url.host);
    const { at } = checked;
    if (Math.abs(at.getTime() - clock().getTime()) > CLOCKS_APART_MS)
      throw new TimestampError('clock', at.toISOString());
    return { token, at };
  };
}

async function ask(options: TimestampAuthorityOptions, body: Buffer): Promise<Buffer> {
  const { url, clock, timeoutMs = 10_000 } = options;
  const request = createPublicRequest({ allowPrivateHosts: [destinationOf(url).name], clock });
  const signal = AbortSignal.timeout(timeoutMs);
  const headers = { ...HEADERS, 'content-length': String(body.byteLength), 'accept-encoding': 'identity' };
  try {
    const answer = await request(url, { headers, signal, maxRedirects: 0, body });
    if (!answer) throw new TimestampError('unreachable', 'redirect');
    if (answer.statusCode !== 200) {
      answer.destroy();
      throw new TimestampError('unreachable', String(answer.statusCode));
    }
    return await readBytes(answer);
  } catch (error) {
    if (error instanceof TimestampError) throw error;
    const { code } = error as { code?: unknown };
    const detail = signal.aborted ? 'timeout' : typeof code === 'string' ? code : '';
    throw new TimestampError('unreachable', detail, { cause: error });
  }
}

async function readBytes(answer: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer) {
    bytes += chunk.byteLength;
    if (bytes > MAX_BYTES) throw new TimestampError('unreadable', `> ${MAX_BYTES}`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
