import type { Socket } from 'node:net';
import type { mongo } from 'mongoose';

/** What is read here of the driver's insides (7.5 to 7.9): a connection of its pool. */
interface PooledConnection extends NodeJS.EventEmitter {
  readonly socket: Socket;
  readonly error: Error | null;
}
interface Insides {
  readonly topology?: {
    readonly s: { readonly servers: ReadonlyMap<string, { pool: { checkedOut: Iterable<PooledConnection> } }> };
  };
}

/**
 * Lets each write end with its connection. Whatever does not fit into a socket's buffer waits in the driver for `drain`
 * or `error`; where the driver closes the connection by itself, as it does when the server is silent for half a minute,
 * neither comes, and the write never ends: an import stood still for good (decision 0064).
 */
export function endCutOffWrites(client: mongo.MongoClient): void {
  const seen = new WeakSet<PooledConnection>();
  client.on('connectionCheckedOut', () => {
    for (const connection of checkedOutOf(client)) {
      if (seen.has(connection)) continue;
      seen.add(connection);
      connection.once('close', () => connection.socket.emit('error', connection.error));
    }
  });
}

function* checkedOutOf(client: mongo.MongoClient): Generator<PooledConnection> {
  const { topology } = client as unknown as Insides;
  for (const { pool } of topology?.s.servers.values() ?? []) yield* pool.checkedOut;
}
