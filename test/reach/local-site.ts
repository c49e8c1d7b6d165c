import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Page = (request: IncomingMessage, response: ServerResponse) => void;

export interface LocalSite {
  /** `host:port`, as it is written in `allowPrivateHosts`. */
  readonly host: string;
  /** Paths asked for, in order. */
  readonly asked: readonly string[];
  url(path: string): string;
  /** Resolves at the first request for the path. */
  whenAsked(path: string): Promise<void>;
  close(): Promise<void>;
}

export async function startLocalSite(pages: Record<string, Page>): Promise<LocalSite> {
  const asked: string[] = [];
  const waiting: { path: string; done: () => void }[] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0]!;
    asked.push(path);
    for (const { done } of waiting.filter((w) => w.path === path)) done();
    const page = pages[path];
    if (page) page(request, response);
    else response.writeHead(404).end('tidak ada');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    asked,
    url: (path) => `http://${host}${path}`,
    whenAsked: (path) => new Promise((done) => waiting.push({ path, done })),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function html(body: string, headers: Record<string, string> = {}): Page {
  return (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(`<!doctype html><html lang="id"><title>Contoh</title><body>${body}</body></html>`);
  };
}

export function status(code: number, headers: Record<string, string> = {}): Page {
  return (_request, response) => response.writeHead(code, headers).end(`HTTP ${code}`);
}

export function redirect(to: string): Page {
  return (_request, response) => response.writeHead(302, { location: to }).end();
}
