import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A way to MongoDB that says nothing and takes nothing from `fallSilent` on, and leaves every line open. */
export async function openSilentWay(mongodbUri: string) {
  const uri = new URL(mongodbUri);
  const { port, hostname } = uri;
  const lines: Socket[] = [];
  let isSilent = false;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    for (const line of [client, upstream]) lines.push(line.on('error', () => {}));
    if (!isSilent) client.pipe(upstream).pipe(client);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  uri.port = String((server.address() as AddressInfo).port);
  return {
    uri: uri.href,
    fallSilent() {
      isSilent = true;
      for (const line of lines) line.unpipe().pause();
    },
    async close() {
      for (const line of lines) line.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}
