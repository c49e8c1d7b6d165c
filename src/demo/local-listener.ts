import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server bound to this machine only. `port` 0 takes one from the OS. */
export interface LocalListener {
  readonly url: string;
  readonly port: number;
  serve(handler: RequestListener): void;
  stop(): Promise<void>;
}

/** Listens before there is anything to serve, because a server often has to know its own address first. */
export async function listenLocally(preferredPort = 0): Promise<LocalListener> {
  const server = await bind(preferredPort);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    serve: (handler) => void server.on('request', handler),
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** The port of the last start keeps addresses in stored evidence alive; somebody else may have it now. */
async function bind(preferredPort: number): Promise<Server> {
  const server = createServer();
  server.listen(preferredPort, '127.0.0.1');
  try {
    await once(server, 'listening');
    return server;
  } catch (error) {
    if (preferredPort === 0 || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return bind(0);
  }
}
