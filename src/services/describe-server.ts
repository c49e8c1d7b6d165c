import { explainError } from '../domain/errors.js';

/** What a server says of itself, for `netra doctor` and the start-up lines. */
export interface ServerDescription {
  readonly name: 'MongoDB' | 'Redis';
  /** Without user name and password. */
  readonly address: string;
  readonly isReachable: boolean;
  /** `SecantusDB` means wire-compatible but not MongoDB: for demo, tests and development only. */
  readonly product?: 'MongoDB' | 'SecantusDB' | 'Redis' | 'Valkey';
  readonly version?: string;
  /** Redis only: queues lose work under any other policy than `noeviction`. */
  readonly evictionPolicy?: string;
  readonly problem?: string;
}

const CONNECT_LIMIT_MS = 3_000;

export async function describeMongodb(uri: string): Promise<ServerDescription> {
  const base = { name: 'MongoDB', address: hideCredentials(uri) } as const;
  try {
    const { default: mongoose } = await import('mongoose');
    const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: CONNECT_LIMIT_MS });
    try {
      const info = await client.db('admin').command({ buildInfo: 1 });
      const secantus = typeof info.secantusVersion === 'string' ? info.secantusVersion : undefined;
      const product = secantus ? 'SecantusDB' : 'MongoDB';
      return { ...base, isReachable: true, product, version: secantus ?? String(info.version) };
    } finally {
      await client.close();
    }
  } catch (error) {
    return { ...base, isReachable: false, problem: hideCredentials(explainError(error).message) };
  }
}

export async function describeRedis(url: string): Promise<ServerDescription> {
  const base = { name: 'Redis', address: hideCredentials(url) } as const;
  const { default: ioredis } = await import('ioredis');
  const redis = new ioredis.Redis(url, {
    lazyConnect: true,
    connectTimeout: CONNECT_LIMIT_MS,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  let problem: string | undefined;
  redis.on('error', (error: Error) => {
    problem = error.message; // `connect` itself only says that the connection was closed.
  });
  try {
    await redis.connect();
    const info = await redis.info();
    const read = (key: string) => new RegExp(`^${key}:(.*?)\\r?$`, 'm').exec(info)?.[1];
    const product = read('server_name') === 'valkey' ? 'Valkey' : 'Redis';
    const version = read('valkey_version') ?? read('redis_version');
    return { ...base, isReachable: true, product, version, evictionPolicy: read('maxmemory_policy') };
  } catch (error) {
    return { ...base, isReachable: false, problem: problem ?? explainError(error).message };
  } finally {
    redis.disconnect();
  }
}

export function hideCredentials(uri: string): string {
  return uri.replace(/\/\/[^/@]*@/, '//***@');
}
