import type { IncomingMessage, ServerResponse } from 'node:http';
import { type LocalListener, listenLocally } from '../../src/demo/local-listener.js';

/** How a server can go wrong. `never-ends` sends headers and a first byte, then nothing more. */
export type Fault =
  | { readonly status: number; readonly headers?: Record<string, string> }
  | 'garbage'
  | 'never-ends'
  | 'oversized'
  | 'hangs-up';

export interface FaultySwitch {
  /** Requests whose path and query contain `where` go wrong from now on; without a fault all is well again. */
  set(fault?: Fault, where?: string): void;
  /** What of the fault's answer to this request, if it is to go wrong. */
  spoil(request: IncomingMessage, response: ServerResponse): boolean;
  /** Resolves with the next request that goes wrong. */
  nextSpoilt(): Promise<void>;
}

export function createFaultySwitch(contentType: string): FaultySwitch {
  let current: { fault: Fault; where: string } | undefined;
  const waiting: (() => void)[] = [];
  return {
    set(fault, where = '') {
      current = fault === undefined ? undefined : { fault, where };
    },
    spoil(request, response) {
      if (!current || !(request.url ?? '').includes(current.where)) return false;
      answerWith(current.fault, response, contentType);
      for (const resolve of waiting.splice(0)) resolve();
      return true;
    },
    nextSpoilt: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

function answerWith(fault: Fault, response: ServerResponse, contentType: string): void {
  if (typeof fault === 'object') {
    response.writeHead(fault.status, { 'content-type': contentType, ...fault.headers }).end('{}');
    return;
  }
  if (fault === 'hangs-up') {
    response.destroy();
    return;
  }
  response.writeHead(200, { 'content-type': contentType });
  if (fault === 'garbage') response.end('\u0000<<<{"records": [nonsense');
  else if (fault === 'never-ends') response.write(' ');
  else sendEndlessly(response);
}

function sendEndlessly(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, 0x20);
  const send = (): void => {
    if (!response.destroyed && response.write(chunk)) setImmediate(send);
  };
  response.on('drain', send);
  send();
}

/** Stands before a real server and passes its answers on, unless told to spoil them. */
export async function startFaultyProxy(
  upstream: string,
  rewrite: (body: string) => string = (body) => body,
): Promise<{ url: string; faults: FaultySwitch; seen: string[]; stop(): Promise<void> }> {
  const listener: LocalListener = await listenLocally();
  const faults = createFaultySwitch('application/json');
  const seen: string[] = [];
  listener.serve((request, response) => {
    seen.push(request.url ?? '');
    if (faults.spoil(request, response)) return;
    void fetch(new URL(request.url ?? '/', upstream)).then(
      async (answer) => {
        const type = answer.headers.get('content-type') ?? 'application/json';
        response.writeHead(answer.status, { 'content-type': type }).end(rewrite(await answer.text()));
      },
      () => response.destroy(),
    );
  });
  return { url: listener.url, faults, seen, stop: () => listener.stop() };
}
