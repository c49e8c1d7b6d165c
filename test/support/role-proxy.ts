import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { mongo } from 'mongoose';
import type { Privilege } from '../../src/domain/audit-rights.js';

type Document = Record<string, unknown>;

/** Stands before a server that enforces no roles, and refuses what MongoDB would refuse a user with these privileges. */
export interface RoleProxy {
  /** The address given, by way of the proxy. */
  readonly uri: string;
  /** `command collection` of what was refused. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/** A right on a collection of the command's database; the empty name is all of it. */
type Need = readonly [collection: string, action: string];

const on =
  (...actions: readonly string[]) =>
  (name: string): Need[] =>
    actions.map((action) => [name, action] as const);
const free = (): Need[] => [];

/** What MongoDB's manual asks for each command ("Privilege Actions"). One that is not here is refused: somebody has to look it up. */
const NEEDS: Readonly<Record<string, (name: string, command: Document, parts: readonly Document[]) => Need[]>> = {
  find: on('find'),
  count: on('find'),
  distinct: on('find'),
  aggregate: (name, { pipeline }) => [...on('find')(name), ...(pipeline as Document[]).flatMap(ofStage)],
  insert: on('insert'),
  update: (name, _command, parts) => on('update', ...(parts.some(({ upsert }) => upsert) ? ['insert'] : []))(name),
  delete: on('remove'),
  findAndModify: (name, { remove, upsert }) =>
    on('find', remove ? 'remove' : 'update', ...(upsert ? ['insert'] : []))(name),
  create: on('createCollection'),
  createIndexes: on('createIndex'),
  dropIndexes: on('dropIndex'),
  collMod: on('collMod'),
  drop: on('dropCollection'),
  listIndexes: on('listIndexes'),
  listCollections: () => on('listCollections')(''),
  dropDatabase: () => on('dropDatabase')(''),
  renameCollection: () => on('renameCollectionSameDB')(''),
  ...Object.fromEntries(
    ['hello', 'ismaster', 'isMaster', 'ping', 'saslStart', 'saslContinue', 'endSessions', 'killCursors', 'getMore']
      .concat('commitTransaction', 'abortTransaction', 'connectionStatus', 'buildInfo')
      .map((name) => [name, free]),
  ),
};

function ofStage(stage: Document): Need[] {
  const { from } = (stage.$lookup ?? {}) as { from?: string };
  const written = stage.$out ?? (stage.$merge as Document | undefined)?.into;
  return [...(from ? on('find')(from) : []), ...(written ? on('insert', 'remove', 'update')(String(written)) : [])];
}

export async function startRoleProxy(
  uri: string,
  { database, privileges }: { database: string; privileges: readonly Privilege[] },
): Promise<RoleProxy> {
  const address = new URL(uri);
  const refused: string[] = [];
  const sockets = new Set<Socket>();
  const isAllowed = ([name, action]: Need) =>
    privileges.some(
      ({ resource, actions }) =>
        resource.db === database &&
        (resource.collection === '' || resource.collection === name) &&
        actions.includes(action),
    );
  /** Nothing, or the answer in the server's place. */
  const judge = ({ command, parts }: Asked): Document | undefined => {
    const verb = Object.keys(command)[0] ?? '';
    const name = String(command[verb]);
    const needs = NEEDS[verb]?.(name, command, parts) ?? [['', 'anyAction'] as const];
    const isHere = needs.length === 0 || command.$db === database;
    if (isHere && needs.every(isAllowed)) return undefined;
    refused.push(`${verb} ${name}`);
    return { ok: 0, errmsg: `not authorized on ${command.$db} to execute ${verb}`, code: 13, codeName: 'Unauthorized' };
  };
  const server = createServer((client) => {
    const upstream = connect(Number(address.port), address.hostname);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one.on('close', () => other.destroy());
      // Its end is the other one's end; whoever asked is told by the driver.
      one.on('error', () => other.destroy());
    }
    upstream.pipe(client);
    eachMessage(client, (message) => {
      const answer = message.readInt32LE(12) === OP_MSG ? judge(readAsked(message)) : undefined;
      if (answer) client.write(toMessage(answer, message.readInt32LE(4)));
      else upstream.write(message);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = new URL(uri);
  own.port = String((server.address() as AddressInfo).port);
  return {
    uri: own.href,
    refused,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const OP_MSG = 2_013;

function eachMessage(socket: Socket, take: (message: Buffer) => void): void {
  let rest = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 4 && rest.length >= rest.readInt32LE(0)) {
      const length = rest.readInt32LE(0);
      take(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  });
}

interface Asked {
  readonly command: Document;
  /** Single updates, deletes or documents, wherever the driver put them. */
  readonly parts: readonly Document[];
}

/** Sections of an OP_MSG: one body, and lists of what it writes. */
function readAsked(message: Buffer): Asked {
  let command: Document = {};
  const parts: Document[] = [];
  for (let at = 20; at < message.length; ) {
    const size = message.readInt32LE(at + 1);
    const section = message.subarray(at + 1, at + 1 + size);
    if (message[at] === 0) command = mongo.BSON.deserialize(section);
    else parts.push(...readList(section));
    at += 1 + size;
  }
  return { command, parts: [...parts, ...((command.updates ?? command.deletes ?? []) as Document[])] };
}

function readList(section: Buffer): Document[] {
  const found: Document[] = [];
  for (let at = section.indexOf(0, 4) + 1; at < section.length; at += section.readInt32LE(at)) {
    found.push(mongo.BSON.deserialize(section.subarray(at, at + section.readInt32LE(at))));
  }
  return found;
}

function toMessage(document: Document, responseTo: number): Buffer {
  const body = Buffer.from(mongo.BSON.serialize(document));
  const header = Buffer.alloc(21);
  header.writeInt32LE(21 + body.length, 0);
  header.writeInt32LE(responseTo, 8);
  header.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([header, body]);
}
