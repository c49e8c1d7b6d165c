import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const PAGE = '<!doctype html><html lang="id"><title>Contoh</title><body><p>Sebuah kiriman (contoh)</p></body></html>';

/** Pages that answer at once, or are kept waiting until they are let go: a capture that is under way for sure. */
export interface HeldPages {
  readonly host: string;
  url(path: string): string;
  /** The next so many answer; whatever comes after them waits. */
  holdAfter(answered: number): void;
  held(): number;
  letGo(): void;
  close(): Promise<void>;
}

export async function openHeldPages(): Promise<HeldPages> {
  let left = Number.POSITIVE_INFINITY;
  const waiting = new Set<ServerResponse>();
  const answer = (response: ServerResponse) =>
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(PAGE);
  const server = createServer((request, response) => {
    if (!request.url?.match(/\/\d+$/)) return void response.writeHead(404).end(); // robots.txt, the page's icon
    left -= 1;
    if (left >= 0) return void answer(response);
    waiting.add(response);
    response.on('close', () => waiting.delete(response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: (path) => `http://${host}${path}`,
    holdAfter(answered) {
      left = answered;
    },
    held: () => waiting.size,
    letGo() {
      left = Number.POSITIVE_INFINITY;
      for (const response of waiting) answer(response);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
