import { type AddressInfo, connect, createServer } from 'node:net';

/** Commands that change something: a kill between two others leaves what a kill before both does. */
const WRITES = new Set(['insert', 'update', 'delete', 'createIndexes', 'dropIndexes', 'commitTransaction']);

/** Of OP_MSG: header, flags, kind and length of its document stand before the type and the name of its first field. */
const NAME_AT = 26;

/** A way to MongoDB on which nothing goes out any more from the n-th writing command on: `kill` is called in its place. */
export async function openDyingWay(mongodbUri: string, { before, kill }: { before: number; kill: () => void }) {
  const uri = new URL(mongodbUri);
  const { port, hostname } = uri;
  let writes = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(port), hostname);
    client.on('data', (chunk: Buffer) => {
      if (writes < before && WRITES.has(commandOf(chunk))) writes += 1;
      if (writes >= before) kill();
      else upstream.write(chunk);
    });
    upstream.pipe(client);
    // A client that is killed ends in the middle of a word.
    client.on('close', () => upstream.destroy()).on('error', () => upstream.destroy());
    upstream.on('close', () => client.destroy()).on('error', () => client.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  uri.port = String((server.address() as AddressInfo).port);
  return { uri: uri.href, close: () => new Promise((done) => server.close(done)) };
}

function commandOf(chunk: Buffer): string {
  return chunk.subarray(NAME_AT, chunk.indexOf(0, NAME_AT)).toString('latin1');
}
