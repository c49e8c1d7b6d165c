import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from './access/refusal.js';
import { answer } from './error-handler.js';
import { UPLOAD_PATIENCE, type UploadPatience } from './upload-patience.js';

/** How long a connection may keep us waiting. */
export interface HttpPatience {
  /** From the connection, or the end of the answer before, to the end of the headers. */
  readonly headersMs: number;
  /** To the end of the body. */
  readonly requestMs: number;
  /** Without a byte in either direction: also whoever does not read an answer. */
  readonly idleMs: number;
  /** How often the first two are looked at. */
  readonly checkEveryMs: number;
}

/** A reason of 4,000 characters is sent in a second on the slowest line; a proof of the log may take a minute to make. */
export const HTTP_PATIENCE: HttpPatience = {
  headersMs: 10_000,
  requestMs: 20_000,
  idleMs: 120_000,
  checkEveryMs: 2_000,
};

/** The longest honest body is a reason of 4,000 characters. */
const BODY_BYTES = 64 * 1024;
const HEADER_BYTES = 16 * 1024;

/** What Fastify and Node hold a connection to. Fastify's own default waits for ever. */
export function serverOptions({ headersMs, requestMs, idleMs, checkEveryMs }: HttpPatience) {
  return {
    bodyLimit: BODY_BYTES,
    requestTimeout: requestMs,
    connectionTimeout: idleMs,
    http: { headersTimeout: headersMs, connectionsCheckingInterval: checkEveryMs, maxHeaderSize: HEADER_BYTES },
    frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply) =>
      answer(new Refusal('bad_request', { where: 'url' }), request, reply),
    clientErrorHandler: answerUnread,
  };
}

/** Connections whose request may take longer than others. */
const granted = new WeakSet<Socket>();

/**
 * Lets this one request take as long, while it goes on coming: a file on a slow line. It is ended then as any other is.
 * Returns what whoever asked calls once it was read.
 */
export function grantTime({ raw }: FastifyRequest, patience: UploadPatience = UPLOAD_PATIENCE): () => void {
  const { socket } = raw;
  const { ms, lookEveryMs, leastBytes } = patience;
  const endsAt = performance.now() + ms;
  let seen = socket.bytesRead;
  granted.add(socket);
  const look = setInterval(() => {
    const isSlow = socket.bytesRead - seen < leastBytes || performance.now() > endsAt;
    seen = socket.bytesRead;
    if (raw.complete || !isSlow) return;
    stop();
    answerUnread(Object.assign(new Error('late'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }), socket);
  }, lookEveryMs).unref();
  const stop = () => {
    clearInterval(look);
    granted.delete(socket);
  };
  raw.once('close', stop);
  return stop;
}

/** A request that ended before it was one: too slow, too long, or no HTTP. Nobody knows its language. */
function answerUnread(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  // Node looks at each request once; from here on its own clock holds it.
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && granted.has(socket)) return;
  const refusal = refusalOf(error.code);
  const body = JSON.stringify({ error: { code: refusal.code, ...refusal.saidIn('id') } });
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroySoon();
}

function refusalOf(code: string | undefined): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Refusal('request_timeout');
  if (code === 'HPE_HEADER_OVERFLOW') return new Refusal('headers_too_large');
  return new Refusal('bad_request', { where: 'HTTP' });
}
