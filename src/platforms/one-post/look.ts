import { outcomeOf } from '../../domain/post-outcome.js';
import type { PostContent, PostProof, Vantage } from '../../domain/post-reading.js';
import type { Link } from '../../links/link.js';
import type { PageAnswer, ReadAnswer } from '../../reach/answer-reader.js';
import type { HttpReader } from '../../reach/http-reader.js';
import { answerOf } from './answer.js';
import { ofMarker, proofOfSilence, proofsIn, readProof } from './proofs.js';
import type { Looking, PostPlatform, Way } from './way.js';

export interface LookDeps {
  readonly readAnswer: ReadAnswer;
  readonly bluesky: { readonly service: string; readonly plcDirectory: string };
}

export interface Looked {
  readonly post: PostContent | undefined;
  readonly proofs: readonly PostProof[];
  readonly family: Vantage['family'];
}

const ACCEPT = { json: 'application/json', html: 'text/html' } as const;
/** What a second way cannot make better. */
const SETTLED: ReadonlySet<string> = new Set(['seen', 'private', 'age', 'place', 'rate_limited']);

/** Asks one way after the other until one has seen the post or settled what it is. */
export async function look(deps: LookDeps, task: Task, signal: AbortSignal): Promise<Looked> {
  const proofs: PostProof[] = [];
  let family: Vantage['family'];
  for (const way of task.platform.ways) {
    const step = await askOne(deps, { ...task, way }, signal);
    proofs.push(...step.proofs);
    family ??= step.family;
    if (step.post !== undefined) return { post: step.post, proofs, family };
    if (SETTLED.has(outcomeOf(proofs, 'none'))) break;
  }
  return { post: undefined, proofs, family };
}

export interface Task {
  readonly link: Link;
  readonly platform: PostPlatform;
}

async function askOne(
  deps: LookDeps,
  { link, platform, way }: Task & { way: Way },
  signal: AbortSignal,
): Promise<Looked> {
  let host = new URL(link.canonical).host;
  try {
    const place = await way.find(link, lookingWith(deps, signal));
    if (place === undefined) return { post: undefined, proofs: [], family: undefined };
    if (!(place instanceof URL)) {
      return { post: undefined, proofs: [ofMarker(place, { way: way.name, host })], family: undefined };
    }
    host = place.host;
    const isEnd = (url: URL) => leadsToWall(url, platform, way);
    const came = await deps.readAnswer(place, { accept: ACCEPT[way.accept], isEnd }, signal);
    return { ...judged(came, { link, platform, way }), family: came.family };
  } catch (error) {
    return { post: undefined, proofs: [proofOfSilence(error, way, host)], family: undefined };
  }
}

function judged(came: PageAnswer, { link, platform, way }: Task & { way: Way }): Pick<Looked, 'post' | 'proofs'> {
  const answer = answerOf(way.name, came);
  const post = came.isLedAway ? undefined : way.read?.(answer, link);
  return { post, proofs: post === undefined ? proofsIn(answer, link, platform) : [readProof(answer)] };
}

/** Whether an address alone says that there is a wall: it is not asked for. */
function leadsToWall(url: URL, { markers }: PostPlatform, way: Way): boolean {
  return markers.some(
    ({ way: only, when }) => (only === undefined || only === way.name) && when.path?.test(url.pathname) === true,
  );
}

function lookingWith({ readAnswer, bluesky }: LookDeps, signal: AbortSignal): Looking {
  const reader: HttpReader = {
    readText: (url, own) => readAnswer(url, { accept: ACCEPT.json, isEnd: () => false }, own),
  };
  const { service, plcDirectory } = bluesky;
  return { reader, signal, bluesky: { service: new URL(service), plcDirectory: new URL(plcDirectory) } };
}
