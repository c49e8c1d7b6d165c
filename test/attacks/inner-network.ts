import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** A service of our own that nothing from outside may reach, by TCP or UDP on one port: every contact is kept. */
export interface InnerNetwork {
  readonly host: string;
  readonly port: number;
  /** The first line of each TCP connection, `udp` for each datagram. */
  readonly contacts: readonly string[];
  stop(): Promise<void>;
}

export async function startInnerNetwork(): Promise<InnerNetwork> {
  const contacts: string[] = [];
  const tcp = createServer((socket) => {
    // Whoever connects has arrived, whether or not it says something or stays to the end.
    const at = contacts.push('tcp') - 1;
    socket.on('error', () => contacts.push('putus'));
    socket.once('data', (said) => {
      contacts[at] = said.toString('latin1').split('\r\n')[0] ?? '';
      socket.end(
        'HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\nconnection: close\r\n\r\nrahasia kantor (contoh)',
      );
    });
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;
  const udp: Socket = createSocket('udp4', () => contacts.push('udp'));
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    host: `127.0.0.1:${port}`,
    port,
    contacts,
    async stop() {
      tcp.close();
      await new Promise<void>((done) => udp.close(() => done()));
    },
  };
}
