import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createUploadRoom, ROOM_LIMITS } from '../../src/console/lapor/upload-room.js';
import { type ConsoleFixture, startConsoleFixture } from '../console/console-fixture.js';
import { freshToken, sendForm } from '../console/lapor.js';
import { until } from '../support/until.js';
import { pngOf } from './hostile-files.js';

// One place opens many connections, sends nearly all of its files, and then says nothing more.

const MB = 1024 * 1024;
const PATIENCE = { ms: 60_000, lookEveryMs: 1_500, leastBytes: 1_000 };
let fixture: ConsoleFixture;
let port: number;
const sockets: Socket[] = [];

beforeAll(async () => {
  fixture = await startConsoleFixture({ acts: [], reportPatience: PATIENCE });
  port = Number(new URL(await fixture.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await fixture.close();
});

/** Resolves when the system has taken all of it. */
function hog(token: string): Promise<Socket> {
  const part = (name: string, more = '') => `--B\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
  const head =
    'POST /lapor HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=B\r\nContent-Length: 70000000\r\n\r\n';
  const socket = connect(port, '127.0.0.1');
  sockets.push(socket);
  socket.on('error', (error: NodeJS.ErrnoException) => {
    // To be cut off is what is looked for.
    if (error.code !== 'ECONNRESET' && error.code !== 'EPIPE') throw error;
  });
  socket.resume();
  socket.write(`${head}${part('token')}${token}\r\n${part('files', '; filename="a"')}`);
  return new Promise((resolve) => socket.write(Buffer.alloc(64 * MB - 50), () => resolve(socket)));
}

const sendPicture = async (from: string) => {
  const files = new Blob([new Uint8Array(pngOf(30, 30, 30))], { type: 'image/png' });
  const token = await freshToken(fixture.app);
  return (await sendForm(fixture.app, { from, values: { token, story: 'Contoh karangan', files } })).statusCode;
};

describe('the room for files', () => {
  it('is shared: whoever holds all that one place may leaves room for every other, and is cut off when silent', async () => {
    const token = await freshToken(fixture.app);
    const hogs = await Promise.all(
      [token, token, await freshToken(fixture.app), await freshToken(fixture.app)].map(hog),
    );
    expect(await sendPicture('203.0.113.200')).toBe(200);
    await until(() => hogs.every(({ destroyed }) => destroyed));
    expect(await sendPicture('127.0.0.1')).toBe(200);
  });

  it('lets one form in once, one place in for a share, and gives all of it back', () => {
    const room = createUploadRoom();
    const first = room.enter('a', 'form-1')!;
    expect(room.enter('b', 'form-1')).toBeUndefined();
    const second = room.enter('a', 'form-2')!;
    expect([first.take(64 * MB), second.take(9 * MB), second.take(8 * MB)]).toEqual([true, false, true]);
    const others = ['b', 'c', 'd', 'e'].map((place, i) => room.enter(place, `form-${10 + i}`)!);
    expect(others.map((one) => one.take(72 * MB))).toEqual([true, true, true, true]);
    expect(room.enter('f', 'form-20')!.take(72 * MB)).toBe(false);
    for (const one of [first, first, second]) one.leave();
    expect(room.enter('a', 'form-1')!.take(64 * MB)).toBe(true);
    for (let n = 0; n < ROOM_LIMITS.placeUploads; n += 1) expect(room.enter('g', `g-${n}`)).toBeDefined();
    expect(room.enter('g', 'g-more')).toBeUndefined();
  });
});
