import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { type LocalListener, listenLocally } from '../../../src/demo/local-listener.js';
import { createPostReader, type PostReaderOptions, type ReadPost } from '../../../src/platforms/one-post/read-post.js';
import { createAnswerReader, type ReadAnswer } from '../../../src/reach/answer-reader.js';
import { createHostHolds } from '../../../src/reach/host-holds.js';
import { createRobots } from '../../../src/reach/robots.js';
import type { LookupAll } from '../../../src/reach/way-out.js';

/** What one address answers with. */
export interface Served {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** The connection ends without an answer. */
  readonly isSilent?: true;
}

/** By host and path; a path that is not there answers 404, robots.txt too. */
export type Site = Readonly<Record<string, Served>>;

export interface PlatformServer {
  /** What was asked for, in order, without robots.txt: `www.tiktok.com/oembed`. */
  readonly asked: readonly string[];
  readonly headers: readonly IncomingHttpHeaders[];
  /** Answers so from now on, as if nothing had been asked. */
  serve(site: Site): void;
  reader(more?: Partial<PostReaderOptions>): ReadPost;
  stop(): Promise<void>;
}

export const NOW = new Date('2026-11-20T03:00:00Z');

/** One server of this machine under the names of all platforms: every name leads here, and each is itself to the gate. */
export async function startPlatformServer(): Promise<PlatformServer> {
  const listener = await listenLocally();
  const asked: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  let site: Site = {};
  listener.serve((request, response) => {
    const { host, pathname } = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const place = `${host.replace(/:\d+$/, '')}${pathname}`;
    if (pathname !== '/robots.txt') {
      asked.push(place);
      headers.push(request.headers);
    }
    answer(response, site[place]);
  });
  return {
    asked,
    headers,
    serve(next) {
      site = next;
      asked.length = 0;
      headers.length = 0;
    },
    reader: (more) => readerOf(listener, () => site, more),
    stop: () => listener.stop(),
  };
}

function answer(response: ServerResponse, served: Served | undefined): void {
  const { status = 200, headers = {}, body = '', isSilent } = served ?? { status: 404, body: 'tidak ada (contoh)' };
  if (isSilent) response.destroy();
  else response.writeHead(status, headers).end(body);
}

const clock = () => NOW;
const lookup: LookupAll = (_host, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]);

function readerOf(listener: LocalListener, site: () => Site, more: Partial<PostReaderOptions> = {}): ReadPost {
  const here = (host: string) => `${host}:${listener.port}`;
  // Only what is served may be reached, so that a redirect to anywhere else is refused as it would be outside.
  const names = [...new Set(Object.keys(site()).map((place) => here(place.split('/')[0] ?? '')))];
  const own = ['plc.directory', 'public.api.bsky.app', 'sosial.contoh.example', 'pds.contoh.example', ...HOSTS].map(
    here,
  );
  const out = { allowPrivateHosts: [...names, ...own], holds: createHostHolds(clock), lookup };
  const userAgent = 'NetraBot/contoh';
  const robots = createRobots({ ...out, userAgent, clock });
  const read = createAnswerReader({ ...out, clock, userAgent, robots, language: 'en', timeoutMs: 2_000 });
  const readAnswer: ReadAnswer = async (url, asking, signal) => {
    const came = await read(new URL(`http://${here(url.hostname)}${url.pathname}${url.search}`), asking, signal);
    return { ...came, url: new URL(`https://${came.url.hostname}${came.url.pathname}${came.url.search}`) };
  };
  const bluesky = { service: 'https://public.api.bsky.app', plcDirectory: 'https://plc.directory' };
  return createPostReader({ readAnswer, bluesky, clock, userAgent, language: 'en', controlLinks: [], ...more });
}

const HOSTS = [
  ...['www.tiktok.com', 'www.instagram.com', 'www.facebook.com', 'x.com', 'www.threads.com', 'www.youtube.com'],
  ...['t.me', 'berita.contoh.example'],
];
