import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Stands for a service of our own on this machine: counts who gets as far as a connection. */
export interface InnerService {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  readonly connections: number;
  stop(): Promise<void>;
}

export async function startInnerService(): Promise<InnerService> {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nrahasia kantor (contoh)');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    port,
    get connections() {
      return connections;
    },
    async stop() {
      server.close();
      await once(server, 'close');
    },
  };
}
