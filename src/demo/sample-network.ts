import { mkdirSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Clock } from '../domain/clock.js';
import type { ActivityKind, Platform } from '../domain/platform.js';
import { NETWORK } from '../words/demo.js';
import { sayIn } from '../words/say.js';
import { serveAppView } from './app-view.js';
import { type BlueskyServer, startBlueskyServer } from './bluesky-server.js';
import { bulletinPath, itemPath, serveBulletin } from './bulletin.js';
import { type CastMember, MEMBERS } from './content/cast.js';
import { type KeptState, openState, type StateFile } from './kept-state.js';
import { type LocalListener, listenLocally } from './local-listener.js';
import { accountsCsv, importId, importLines, officesCsv } from './registry-files.js';
import { BLUESKY_ACTS, BULLETIN_ACTS, IMPORTED_ACTS, PUBLIC_POSTS, type ScriptedAct } from './script.js';
import { collectionOf, HANDLE_DOMAIN, handleOf, renameOne, seedBluesky } from './seed-bluesky.js';
import { tidAt } from './tid-at.js';

const say = sayIn('id');

/** What a rule set should say of one act of the sample network. `externalId` is the one its collector gives. */
export interface ExpectedAct {
  readonly platform: Platform;
  readonly handle: string;
  readonly externalId: string;
  readonly kind: ActivityKind;
  readonly expect: 'marked' | 'lawful' | 'open' | 'unseen';
  readonly example: string;
  readonly text: string;
}

export interface SampleNetwork {
  readonly blueskyService: string;
  readonly plcDirectory: string;
  readonly appUrl: string;
  readonly siteUrl: string;
  /** Paths of the files that an office would hand in. */
  readonly accountsCsv: string;
  readonly officesCsv: string;
  readonly importFile: string;
  readonly expected: {
    readonly accounts: number;
    /** Acts of registered accounts; those of the public accounts around them are `publicPosts`. */
    readonly acts: readonly ExpectedAct[];
    readonly publicPosts: number;
  };
  stop(): Promise<void>;
}

export interface SampleNetworkOptions {
  /** Kept between starts: the second one finds the same accounts and acts, and makes nothing new. */
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: (line: string) => void;
}

/** A real Bluesky server, a local site and files, full of invented people. Listens on this machine only. */
export async function startSampleNetwork(options: SampleNetworkOptions): Promise<SampleNetwork> {
  mkdirSync(options.dataDir, { recursive: true });
  const state = openState(options.dataDir, options.clock());
  options.log(say(NETWORK.starting));
  const bluesky = await startBlueskyServer({
    dataDir: join(options.dataDir, 'bluesky'),
    handleDomains: [HANDLE_DOMAIN],
  });
  try {
    await populate(bluesky, state, options.log);
    const site = await listenLocally(state.read().sitePort);
    state.change({ sitePort: site.port });
    const anchor = new Date(state.read().anchor);
    const content = { anchor, service: bluesky.service, log: options.log };
    site.serve((request, response) => void serveSite(request, response, content));
    options.log(say(NETWORK.serves, { url: site.url }));
    return describeNetwork({ options, bluesky, site, state: state.read() });
  } catch (error) {
    await bluesky.stop();
    throw error;
  }
}

async function populate(bluesky: BlueskyServer, state: StateFile, log: (line: string) => void): Promise<void> {
  if (!state.read().isSeeded) {
    log(say(NETWORK.filling));
    state.change({ dids: await seedBluesky(bluesky, new Date(state.read().anchor)), isSeeded: true });
    return;
  }
  if (state.read().isPrepared) {
    state.change({ isPrepared: false });
    return;
  }
  if (state.read().isRenamed) return;
  await renameOne(bluesky);
  state.change({ isRenamed: true });
}

interface SiteContent {
  readonly anchor: Date;
  readonly service: string;
  readonly log: (line: string) => void;
}

async function serveSite(request: IncomingMessage, response: ServerResponse, content: SiteContent): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  try {
    if (path.startsWith('/profile/')) await serveAppView(path, content.service, response);
    else serveBulletin(path, content.anchor, response);
  } catch (error) {
    content.log(say(NETWORK.failed, { path, problem: (error as Error).message }));
    response.writeHead(502).end();
  }
}

interface NetworkParts {
  readonly options: SampleNetworkOptions;
  readonly bluesky: BlueskyServer;
  readonly site: LocalListener;
  readonly state: KeptState;
}

function describeNetwork({ options, bluesky, site, state }: NetworkParts): SampleNetwork {
  const anchor = new Date(state.anchor);
  const keep = (name: string, content: string): string => {
    const path = join(options.dataDir, name);
    writeFileSync(path, content);
    return path;
  };
  return {
    blueskyService: bluesky.service,
    plcDirectory: bluesky.plcDirectory,
    appUrl: site.url,
    siteUrl: site.url,
    accountsCsv: keep(
      'accounts.csv',
      accountsCsv(anchor, (member) => registeredHandle(member, site.url)),
    ),
    officesCsv: keep('offices.csv', officesCsv()),
    importFile: keep('impor.ndjson', importLines(anchor)),
    expected: { accounts: MEMBERS.length, acts: expectedActs(state, site.url), publicPosts: PUBLIC_POSTS.length },
    async stop() {
      await site.stop();
      await bluesky.stop();
    },
  };
}

function registeredHandle(member: Pick<CastMember, 'key' | 'platform'>, siteUrl: string): string {
  if (member.platform === 'bluesky') return handleOf(member.key);
  return member.platform === 'web' ? `${siteUrl}${bulletinPath(member.key)}` : member.key;
}

function expectedActs(state: KeptState, siteUrl: string): ExpectedAct[] {
  const anchor = new Date(state.anchor);
  const expected = (act: ScriptedAct, platform: Platform, externalId: string): ExpectedAct => ({
    platform,
    handle: registeredHandle({ key: act.by, platform }, siteUrl),
    externalId,
    kind: act.kind,
    expect: act.expect as ExpectedAct['expect'],
    example: act.example,
    text: act.text,
  });
  const platformOf = (act: ScriptedAct): Platform => MEMBERS.find(({ key }) => key === act.by)!.platform;
  return [
    ...BLUESKY_ACTS.map((act) =>
      expected(act, 'bluesky', `at://${state.dids[act.by]}/${collectionOf(act)}/${tidAt(anchor, act)}`),
    ),
    ...BULLETIN_ACTS.map((act) => expected(act, 'web', `${siteUrl}${itemPath(act)}`)),
    ...IMPORTED_ACTS.map((act, index) => expected(act, platformOf(act), importId(index))),
  ];
}
