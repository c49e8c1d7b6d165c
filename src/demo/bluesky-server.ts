import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AtpAgent } from '@atproto/api';
import { envToCfg, envToSecrets, PDS } from '@atproto/pds';
import { listenLocally } from './local-listener.js';
import { servePlcDirectory } from './plc-directory.js';
import { absentIfUnresolved, tryAgain } from './try-again.js';

/** A real Bluesky server (PDS) and its PLC directory on this machine, for the demo and for tests. */
export interface BlueskyServer {
  /** Base address of public XRPC and of the only PDS. */
  readonly service: string;
  readonly plcDirectory: string;
  /** Makes the account or logs in to the one that is kept; its agent writes as that account. Safe to repeat. */
  signIn(handle: string): Promise<AtpAgent>;
  hasAccount(handle: string): Promise<boolean>;
  stop(): Promise<void>;
}

export interface BlueskyServerOptions {
  /** Kept between runs: the same folder gives the same accounts with the same DIDs. */
  readonly dataDir: string;
  /** With the leading dot, such as `.contoh.test`. A handle has one label of 3 to 18 characters before it. */
  readonly handleDomains: readonly string[];
}

interface Kept {
  readonly jwtSecret: string;
  readonly adminPassword: string;
  readonly plcRotationKey: string;
  readonly accountPassword: string;
  readonly pdsPort: number;
  readonly plcPort: number;
}

export async function startBlueskyServer(options: BlueskyServerOptions): Promise<BlueskyServer> {
  mkdirSync(options.dataDir, { recursive: true });
  const keptFile = join(options.dataDir, 'server.json');
  const kept = readKept(keptFile);
  const plc = await listenLocally(kept.plcPort);
  await servePlcDirectory(plc, join(options.dataDir, 'plc.ndjson'));
  const listener = await listenLocally(kept.pdsPort);
  writeFileSync(keptFile, JSON.stringify({ ...kept, pdsPort: listener.port, plcPort: plc.port }), { mode: 0o600 });
  const pds = await createPds({ options, kept, service: listener.url, port: listener.port, plcUrl: plc.url });
  await pds.ctx.sequencer.start();
  listener.serve(pds.app);
  if (kept.pdsPort !== 0 && kept.pdsPort !== listener.port) await moveAccounts(pds, listener.url);
  return {
    service: listener.url,
    plcDirectory: plc.url,
    signIn: (handle) => signIn(listener.url, handle, kept.accountPassword),
    hasAccount: async (handle) => (await findDid(new AtpAgent({ service: listener.url }), handle)) !== undefined,
    async stop() {
      await listener.stop();
      await pds.destroy();
      await plc.stop();
    },
  };
}

function readKept(file: string): Kept {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  const secret = () => randomBytes(32).toString('hex');
  return {
    jwtSecret: secret(),
    adminPassword: secret(),
    plcRotationKey: secret(),
    accountPassword: secret(),
    pdsPort: 0,
    plcPort: 0,
  };
}

interface PdsPlace {
  readonly options: BlueskyServerOptions;
  readonly kept: Kept;
  readonly service: string;
  readonly port: number;
  readonly plcUrl: string;
}

async function createPds({ options, kept, service, port, plcUrl }: PdsPlace): Promise<PDS> {
  const cfg = envToCfg({
    port,
    hostname: 'localhost',
    dataDirectory: options.dataDir,
    blobstoreDiskLocation: join(options.dataDir, 'blobs'),
    didPlcUrl: plcUrl,
    serviceHandleDomains: [...options.handleDomains],
    inviteRequired: false,
    devMode: true,
    crawlers: [],
  });
  // By number, not by the name `localhost`: that may mean ::1 first, where nobody listens.
  cfg.service.publicUrl = service;
  return PDS.create(
    cfg,
    envToSecrets({
      jwtSecret: kept.jwtSecret,
      adminPassword: kept.adminPassword,
      plcRotationKeyK256PrivateKeyHex: kept.plcRotationKey,
    }),
  );
}

/** The port could not be had again, so every DID document names an address where nobody answers. */
async function moveAccounts(pds: PDS, service: string): Promise<void> {
  const { repos } = await new AtpAgent({ service }).com.atproto.sync.listRepos({ limit: 1000 }).then((r) => r.data);
  await Promise.all(repos.map(({ did }) => pds.ctx.plcClient.updatePds(did, pds.ctx.plcRotationKey, service)));
}

async function signIn(service: string, handle: string, password: string): Promise<AtpAgent> {
  const agent = new AtpAgent({ service });
  await tryAgain(async () => {
    const did = await findDid(agent, handle);
    if (did !== undefined) await agent.login({ identifier: did, password });
    else await agent.createAccount({ handle, password, email: `${handle.split('.')[0]}@contoh.test` });
  });
  return agent;
}

function findDid(agent: AtpAgent, handle: string): Promise<string | undefined> {
  return tryAgain(() => agent.resolveHandle({ handle }).then(({ data }) => data.did, absentIfUnresolved));
}
