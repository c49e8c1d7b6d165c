import { Agent, createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, isIPv6, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { type BrowserPlace, HERE, plainAddress } from './browser-place.js';
import {
  type Destination,
  destinationOf,
  isRefusedByName,
  publicLookup,
  RefusedAddressError,
  type WayOut,
} from './way-out.js';

export interface GateOptions extends WayOut {
  /** Undefined: the browser runs on this machine. */
  readonly place?: BrowserPlace | undefined;
  /** All sockets are cut once so much has come in. */
  readonly maxBytes: number;
}

/**
 * The only way out of the browser while one page is open: a proxy on loopback that opens nothing but public
 * addresses. It decides on the address that it then connects to, so that redirects, subresources, web sockets and
 * names that change between two look-ups are all held, which intercepting requests inside the browser cannot do.
 */
export interface EgressGate {
  readonly proxyUrl: string;
  /** `host:port` that the page asked for and was refused, in the order asked. */
  readonly refused: ReadonlySet<string>;
  /** The address each `host:port` was read from. */
  readonly addresses: ReadonlyMap<string, string>;
  /** Why a `host:port` could not be reached, as the system's error code. */
  readonly failures: ReadonlyMap<string, string>;
  readonly bytesIn: number;
  readonly isOverBudget: boolean;
  close(): Promise<void>;
}

export async function startEgressGate(options: GateOptions): Promise<EgressGate> {
  const gate = new Gate(options);
  await gate.listen();
  return gate;
}

/** A page may ask for hosts without end; so many of each kind are told of. */
const MAX_NOTED = 1_000;

class Gate implements EgressGate {
  readonly refused = new Set<string>();
  readonly addresses = new Map<string, string>();
  readonly failures = new Map<string, string>();
  bytesIn = 0;
  readonly #options: GateOptions;
  readonly #sockets = new Set<Duplex>();
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server: Server;

  constructor(options: GateOptions) {
    this.#options = options;
    const from = options.place?.from;
    this.#server = createServer((asked, answer) => this.#forward(asked, answer));
    this.#server.on('connect', (asked: IncomingMessage, client: Duplex, head: Buffer) =>
      this.#tunnel(asked, client, head),
    );
    this.#server.on('connection', (socket) => {
      this.#keep(socket);
      // On a network of their own, but not alone there: another browser has another gate.
      if (from !== undefined && plainAddress(socket.remoteAddress) !== from) socket.destroy();
    });
  }

  get proxyUrl(): string {
    const { address, port } = this.#server.address() as AddressInfo;
    return `http://${isIPv6(address) ? `[${address}]` : address}:${port}`;
  }

  get isOverBudget(): boolean {
    return this.bytesIn > this.#options.maxBytes;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject).listen(0, this.#options.place?.gateAddress ?? HERE.gateAddress, resolve);
    });
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    this.#cutAll();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }

  /** Plain http: the browser sends the whole address. */
  #forward(asked: IncomingMessage, answer: ServerResponse): void {
    const to = askedDestination(asked.url ?? '');
    // What a page has loaded in advance nobody has judged yet; in the open it says of itself what it is.
    const isAhead = asked.headers['sec-purpose'] !== undefined;
    if (!to || isAhead || this.#isRefused(to)) return void answer.destroy();
    const { pathname, search } = new URL(asked.url ?? '');
    const onward = request({
      host: to.host,
      port: to.port,
      method: asked.method,
      path: pathname + search,
      headers: onwardHeaders(asked),
      agent: this.#agent,
      lookup: publicLookup(to, this.#options),
    });
    onward.on('socket', (socket) => this.#remember(to, socket));
    onward.on('response', (got) => {
      got.on('data', (chunk: Buffer) => this.#count(chunk));
      got.on('error', () => answer.destroy());
      answer.writeHead(got.statusCode ?? 502, got.statusMessage, got.rawHeaders);
      got.pipe(answer);
    });
    onward.on('error', (error) => {
      this.#noteFailure(to, error);
      answer.destroy();
    });
    answer.on('close', () => onward.destroy());
    asked.pipe(onward);
  }

  /** https and web sockets: the browser asks for a tunnel and speaks through it. */
  #tunnel(asked: IncomingMessage, client: Duplex, head: Buffer): void {
    this.#keep(client);
    const to = askedDestination(`http://${asked.url ?? ''}`);
    if (!to || this.#isRefused(to)) return void client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const upstream = connect({
      host: to.host,
      port: to.port,
      lookup: publicLookup(to, this.#options),
    });
    this.#keep(upstream);
    this.#remember(to, upstream);
    let isOpen = false;
    upstream.on('connect', () => {
      isOpen = true;
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client);
      client.pipe(upstream);
    });
    upstream.on('data', (chunk: Buffer) => this.#count(chunk));
    upstream.on('error', (error) => {
      this.#noteFailure(to, error);
      if (isOpen) client.destroy();
      else client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    upstream.on('close', () => client.destroy());
    client.on('close', () => upstream.destroy());
  }

  #isRefused(to: Destination): boolean {
    const isRefused = isRefusedByName(to, this.#options);
    if (isRefused) this.#noteRefused(to);
    return isRefused;
  }

  #noteRefused(to: Destination): void {
    if (this.refused.size < MAX_NOTED) this.refused.add(to.name);
  }

  #noteFailure(to: Destination, error: NodeJS.ErrnoException): void {
    if (error instanceof RefusedAddressError) this.#noteRefused(to);
    else if (!this.failures.has(to.name) && this.failures.size < MAX_NOTED)
      this.failures.set(to.name, error.code ?? 'EPROTO');
  }

  #remember(to: Destination, socket: Socket): void {
    const note = () => socket.remoteAddress && this.addresses.set(to.name, socket.remoteAddress);
    this.#keep(socket);
    if (socket.connecting) socket.once('connect', note);
    else note();
  }

  #keep(socket: Duplex): void {
    if (this.#sockets.has(socket)) return;
    this.#sockets.add(socket);
    // An error without a listener would end the program. Those that matter are noted where the socket was opened; a
    // page's own connections break as they like, and what did not come of it is missing on the page.
    socket.on('error', () => {});
    socket.once('close', () => this.#sockets.delete(socket));
  }

  #count(chunk: Buffer): void {
    this.bytesIn += chunk.length;
    if (this.isOverBudget) this.#cutAll();
  }

  #cutAll(): void {
    for (const socket of this.#sockets) socket.destroy();
  }
}

/** Only http is asked for in the open; https comes as a tunnel. */
function askedDestination(address: string): Destination | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === 'http:' ? destinationOf(url) : undefined;
}

/** What the browser says to a proxy is not the server's business. */
function onwardHeaders(asked: IncomingMessage): string[] {
  const kept: string[] = [];
  for (let i = 0; i + 1 < asked.rawHeaders.length; i += 2) {
    const [name, value] = [asked.rawHeaders[i]!, asked.rawHeaders[i + 1]!];
    if (!/^proxy-/i.test(name)) kept.push(name, value);
  }
  return kept;
}
