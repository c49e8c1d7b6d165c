import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export interface ReceivedMail extends ParsedMail {
  readonly raw: string;
  readonly recipients: readonly string[];
}

export interface RunningServer {
  readonly url: string;
  readonly mails: ReceivedMail[];
  stop(): Promise<void>;
}

/** A real SMTP server on a port of the OS; `mails` holds what it said 250 to. */
export async function startSmtp(options: SMTPServerOptions = {}): Promise<RunningServer> {
  const mails: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    hideSTARTTLS: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      const raw = Buffer.concat(chunks);
      const recipients = session.envelope.rcptTo.map(({ address }) => address);
      mails.push({ ...(await simpleParser(raw)), raw: raw.toString('utf8'), recipients });
      done(null, `OK antrean-${mails.length}`);
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** A server that speaks by a script: `answer` gets each line of the client and writes what it likes. */
export async function startScripted(
  greeting: string | undefined,
  answer: (line: string, socket: Socket) => void,
): Promise<{ url: string; stop(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    if (greeting !== undefined) socket.write(greeting);
    let rest = '';
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) answer(line, socket);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Polite up to the end of the mail, then `atEnd` decides. */
export function politeUntilTheEnd(atEnd: (socket: Socket) => void): (line: string, socket: Socket) => void {
  let isInData = false;
  return (line, socket) => {
    if (isInData) {
      if (line === '.') atEnd(socket);
      return;
    }
    if (line.startsWith('DATA')) {
      isInData = true;
      socket.write('354 silakan\r\n');
    } else socket.write('250 baik\r\n');
  };
}
