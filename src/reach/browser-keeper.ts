import { createServer, type IncomingMessage } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { type KeptBrowser, startKeptBrowser } from './browser-kept.js';
import type { Sandbox } from './browser-launch.js';
import { plainAddress } from './browser-place.js';

export interface KeeperOptions {
  readonly executablePath: string;
  readonly sandbox: Sandbox;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Whoever asks for more at once is turned away. */
  readonly mostBrowsers?: number;
  /** Why a browser could not be started, or a connection broke; no word of any page. */
  readonly onFailed: (error: unknown) => void;
}

export interface BrowserKeeper {
  readonly port: number;
  close(): Promise<void>;
}

/** Two for each reader: one that is used up may still show a page when the next one starts. */
const MOST_BROWSERS = 8;
const KEEP_ALIVE_MS = 30_000;

/**
 * Keeps browsers for readers elsewhere, on a network that has no other way out: one for each connection, started with
 * it and ended with it. It holds nothing of ours, hears nothing of what is said, and answers no other question than
 * how its browsers are held.
 */
export async function startBrowserKeeper(options: KeeperOptions): Promise<BrowserKeeper> {
  const browsers = new Set<KeptBrowser>();
  const server = createServer((_asked, answer) => {
    answer.setHeader('content-type', 'application/json').end(`${JSON.stringify({ sandbox: options.sandbox })}\n`);
  });
  server.on('upgrade', (asked: IncomingMessage, client: Socket, head: Buffer) => {
    serve({ asked, client, head }, browsers, options).catch((error: unknown) => {
      options.onFailed(error);
      client.end('HTTP/1.1 503 Service Unavailable\r\n\r\n');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port, options.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await Promise.all([...browsers].map((browser) => browser.end()));
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

interface Visitor {
  readonly asked: IncomingMessage;
  readonly client: Socket;
  readonly head: Buffer;
}

async function serve(visitor: Visitor, browsers: Set<KeptBrowser>, options: KeeperOptions): Promise<void> {
  const { asked, client, head } = visitor;
  client.on('error', options.onFailed);
  // A reader whose machine has gone says nothing: its browser must not stay.
  client.setKeepAlive(true, KEEP_ALIVE_MS);
  if (browsers.size >= (options.mostBrowsers ?? MOST_BROWSERS)) throw new Error('full');
  const gateAddress = plainAddress(client.remoteAddress) ?? '';
  const browser = startKeptBrowser({ ...options, gateAddress });
  browsers.add(browser);
  const end = () => void browser.end().catch(options.onFailed);
  client.once('close', end);
  browser.ended.then(() => {
    browsers.delete(browser);
    client.destroy();
  }, options.onFailed);
  const { port, path } = await browser.listening;
  const upstream = connect(port, '127.0.0.1');
  upstream.on('error', options.onFailed);
  upstream.once('close', () => client.destroy());
  client.once('close', () => upstream.destroy());
  upstream.write(`GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${upgradeHeaders(asked)}\r\n`);
  upstream.write(head);
  upstream.pipe(client);
  client.pipe(upstream);
}

/** What makes the connection a web socket; nothing else of the question goes on. */
function upgradeHeaders({ headers }: IncomingMessage): string {
  const names = ['upgrade', 'connection', ...Object.keys(headers).filter((name) => name.startsWith('sec-websocket-'))];
  return names.map((name) => `${name}: ${headers[name]}\r\n`).join('');
}
