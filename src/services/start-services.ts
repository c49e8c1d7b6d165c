import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PermanentError } from '../domain/errors.js';
import { SERVER_FAULTS, SERVER_LINES } from '../words/adapters/services.js';
import { sayError, sayIn } from '../words/say.js';
import { describeMongodb, describeRedis, type ServerDescription } from './describe-server.js';
import { acquireLock } from './file-lock.mjs';
import { locateMongodb, locateRedis, MONGODB_MISSING, viewMachine } from './locate.mjs';
import { mongodbUriOf } from './mongodb-owner.js';
import { describeMongodbServer } from './mongodb-server.js';
import { makePrivateFolder } from './private-folder.js';
import { PrivateServer, type ServerSpec } from './private-server.js';
import { describeRedisServer, redisUrlOf } from './redis-server.js';
import { endOrphan, isJoinable, readRecord } from './server-record.js';
import { stopWithProgram } from './stop-with-program.js';

const say = sayIn('id');

export interface ServicesOptions {
  /** Holds the data of private servers, kept between runs. */
  readonly dataDir: string;
  readonly env: NodeJS.ProcessEnv;
  readonly log?: (line: string) => void;
  /** Throw-away servers: own folder, no promise of durability, everything removed by `stop`. */
  readonly ephemeral?: boolean;
}

/** Crash tests kill a private server at any moment and bring it back on the same port with the same data. */
export type RestartableServer = Pick<PrivateServer, 'pid' | 'port' | 'kill9' | 'restart'>;

export interface Services {
  readonly mongodbUri: string;
  readonly redisUrl: string;
  /** Present only for servers that this program started itself. */
  readonly mongodb?: RestartableServer;
  readonly redis?: RestartableServer;
  describe(): Promise<ServerDescription[]>;
  /** Stops what this program started, nothing else. Safe to repeat. */
  stop(): Promise<void>;
}

interface StartedService {
  readonly address: string;
  readonly server?: PrivateServer;
}

/** The servers of the environment, or private ones on 127.0.0.1. Two programs on the same data share them. */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const { env, ephemeral = false, log = () => {} } = options;
  const dataDir = ephemeral ? mkdtempSync(join(tmpdir(), 'netra-services-')) : resolve(options.dataDir);
  makePrivateFolder(dataDir);

  const release = await acquireLock(join(dataDir, 'services.lock'), {
    onWait: (pid) => log(say(SERVER_LINES.waiting, { pid })),
  });
  const context = { dataDir, env, ephemeral, log };
  const started: StartedService[] = [];
  try {
    // Both at once: neither needs the other.
    const results = await Promise.allSettled([openMongodb(context), openRedis(context)]);
    for (const result of results) if (result.status === 'fulfilled') started.push(result.value);
    const failed = results.find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  } catch (error) {
    await Promise.all(started.map(({ server }) => server?.stop()));
    throw error;
  } finally {
    release();
  }
  return toServices(started as [StartedService, StartedService], () => {
    if (ephemeral) rmSync(dataDir, { recursive: true, force: true });
  });
}

type Context = Required<ServicesOptions>;

async function openMongodb(context: Context): Promise<StartedService> {
  const found = locateMongodb(viewMachine(context.env));
  if (!found) throw new PermanentError(MONGODB_MISSING, 'node scripts/setup.mjs');
  if (found.from === 'environment') return { address: found.uri };
  const { port, password, server } = await joinOrStart(context, () => describeMongodbServer({ ...context, ...found }));
  return { address: mongodbUriOf(port, password), server };
}

async function openRedis(context: Context): Promise<StartedService> {
  const found = locateRedis(viewMachine(context.env));
  if (!found) throw new PermanentError(...sayError(SERVER_FAULTS.noRedis, 'id'));
  if (found.from === 'environment') return { address: found.uri };
  const { port, password, server } = await joinOrStart(context, () => describeRedisServer({ ...context, ...found }));
  return { address: redisUrlOf(port, password), server };
}

async function joinOrStart(
  context: Context,
  describeSpec: () => ServerSpec,
): Promise<{ port: number; password: string | undefined; server?: PrivateServer }> {
  const spec = describeSpec();
  const record = readRecord(spec.recordPath);
  if (isJoinable(record)) return { port: record.port, password: record.password };
  if (await endOrphan(record)) context.log(say(SERVER_LINES.orphanEnded, { name: spec.name }));
  const server = await PrivateServer.start({ spec, env: context.env, log: context.log });
  return { port: server.port, password: spec.password, server };
}

function toServices([mongodb, redis]: [StartedService, StartedService], afterStop: () => void): Services {
  const own = [mongodb.server, redis.server].filter((server) => server !== undefined);
  const forget = stopWithProgram(own);
  let stopping: Promise<void> | undefined;
  return {
    mongodbUri: mongodb.address,
    redisUrl: redis.address,
    mongodb: mongodb.server,
    redis: redis.server,
    describe: () => Promise.all([describeMongodb(mongodb.address), describeRedis(redis.address)]),
    stop() {
      stopping ??= Promise.all(own.map((server) => server.stop())).then(() => {
        forget();
        afterStop();
      });
      return stopping;
    },
  };
}
