import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HTTP_PATIENCE } from '../../src/console/http-limits.js';
import { type ConsoleFixture, callAs, startConsoleFixture } from '../console/console-fixture.js';
import { until } from '../support/until.js';

// Whoever keeps a connection open and says little, nothing, or no HTTP at all.

const PATIENCE = { headersMs: 300, requestMs: 600, idleMs: 1_500, checkEveryMs: 50 };
let fixture: ConsoleFixture;
let port: number;
const sockets: Socket[] = [];

beforeAll(async () => {
  const big = { name: 'page.mhtml', content: Buffer.alloc(24 * 1024 * 1024, 'contoh ') } as const;
  const acts = [{ id: 'besar', account: 0, kind: 'post', hoursAgo: 1, text: 'Contoh', matches: [] }] as const;
  fixture = await startConsoleFixture({ acts, patience: PATIENCE, files: () => [big] });
  port = Number(new URL(await fixture.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await fixture.close();
});

function open(): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', (error: NodeJS.ErrnoException) => {
    // Being cut off is what is looked for here.
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
  });
  sockets.push(socket);
  return socket;
}

/** All that comes until the server ends it. */
async function answerTo(text: string): Promise<string> {
  const socket = open();
  let answer = '';
  socket.setEncoding('utf8').on('data', (part: string) => {
    answer += part;
  });
  socket.write(text);
  await once(socket, 'close');
  return answer;
}

const HEAD = 'POST /api/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
const connections = () =>
  new Promise<number>((resolve, reject) =>
    fixture.app.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  );

describe('a connection', () => {
  it('has limits without being asked for them', () => {
    expect(HTTP_PATIENCE).toEqual({ headersMs: 10_000, requestMs: 20_000, idleMs: 120_000, checkEveryMs: 2_000 });
    const { headersTimeout, requestTimeout, timeout } = fixture.app.server;
    expect({ headersTimeout, requestTimeout, timeout }).toEqual({
      headersTimeout: 300,
      requestTimeout: 600,
      timeout: 1_500,
    });
  });

  it.each([
    ['says nothing', ''],
    ['stops inside the headers', 'GET /healthz HTTP/1.1\r\nHost: x\r\nX-'],
    ['stops inside the body', `${HEAD}Content-Length: 100\r\n\r\n{"username"`],
    ['stops between two chunks', `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{"use\r\n`],
  ])('that %s is ended, in words', async (_how, text) => {
    const answer = await answerTo(text);
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toContain('"message":"Permintaan tidak selesai dikirim."');
  });

  it('that brings a file slowly is waited for at the report form, and at no other route', async () => {
    const form = (body: string, length: number) =>
      `POST /lapor HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${length}\r\n\r\n${body}`;
    const body = '--b\r\nContent-Disposition: form-data; name="story"\r\n\r\ncontoh\r\n--b--\r\n';
    const socket = open();
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      answer += part;
    });
    socket.write(form(body.slice(0, 40), body.length));
    // The others of this page are cut off in the same time.
    expect(await answerTo(`${HEAD}Content-Length: 100\r\n\r\n{"username"`)).toContain(' 408 ');
    socket.write(body.slice(40));
    await until(() => answer.includes('HTTP/1.1 422'));
    expect(answer).toContain('terlalu lama terbuka');
    // Answered, it may be asked again for a minute: nothing here waits for that.
    socket.destroy();
  });

  it('that sends one header after the other for ever is ended, and holds up nobody', async () => {
    const slow = Array.from({ length: 50 }, open);
    // A header that meets the end on its way is an end as well.
    const isEnd = ({ code = '' }: NodeJS.ErrnoException) => ['EPIPE', 'ECONNRESET'].includes(code);
    const ended = slow.map(
      (socket) =>
        new Promise<void>((resolve, reject) => {
          socket.resume().once('close', () => resolve());
          socket.on('error', (error) => isEnd(error) || reject(error));
        }),
    );
    for (const socket of slow) socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
    const drip = () => {
      for (const socket of slow) if (socket.writable) socket.write('X-Lagi: 1\r\n');
    };
    const dripping = setInterval(drip, 40);
    expect(await answerTo('GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 204 /);
    await Promise.all(ended);
    clearInterval(dripping);
  });

  it('whose answer nobody reads is ended', async () => {
    const { cookie } = await callAs(fixture.app, 'reviewer');
    await until(async () => (await connections()) === 0, 'no connection is left');
    const socket = open();
    socket.pause();
    socket.write(`GET /api/flags/besar/evidence/page.mhtml HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\n\r\n`);
    await until(async () => (await connections()) === 1, 'it is open');
    await until(async () => (await connections()) === 0, 'it was ended');
  });
});

describe('what is no request', () => {
  const big = 'x'.repeat(20_000);
  it.each([
    ['no HTTP', 'halo\r\n\r\n', 400],
    ['another version', 'GET / HTTP/9.9\r\n\r\n', 400],
    ['an unknown method', 'AMBIL / HTTP/1.1\r\nHost: x\r\n\r\n', 400],
    ['two lengths', `${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\nx`, 400],
    ['a length beside chunks', `${HEAD}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`, 400],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n\tb\0\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${big}\r\n\r\n`, 431],
  ])('is refused in words: %s', async (_what, text, status) => {
    const answer = await answerTo(text);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain('"hint":"');
  });

  it('is refused in words where the body is too long, before it is read', async () => {
    const answer = await answerTo(`${HEAD}Connection: close\r\nContent-Length: 99999999\r\n\r\n{}`);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('Isian terlalu besar.');
  });
});
