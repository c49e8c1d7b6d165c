import { isMongodbAway, MongodbAwayError, NetraError } from '../domain/errors.js';
import { LOG } from '../words/app.js';
import { sayIn } from '../words/say.js';
import type { Logger } from './log.js';
import { inSources } from './source-places.js';

const say = sayIn('id');

/** Failures of this process: each is logged without a word of content, and counted by where it happened. */
export interface Failures {
  /** A MongoDB that is away is one failure, however many places meet it: logged once in a while, counted in each. */
  tell(where: string, error: unknown, ids?: Readonly<Record<string, string | undefined>>): void;
  /** Of what is tried again and again until it is back: counted each time, logged at most once a minute. */
  tellLost(where: string, error: unknown): void;
  counts(): Readonly<Record<string, number>>;
}

const LOST_EVERY_MS = 60_000;
const AWAY_EVERY_MS = 5_000;
/** Wherever it is met. */
const MONGODB_AWAY = 'mongodb away';
const MOST_FRAMES = 5;

export function createFailures(log: Logger, now: () => number = Date.now): Failures {
  const counts: Record<string, number> = {};
  const toldAt = new Map<string, number>();
  /** Whether a fault that comes again and again may be told once more. */
  const isDue = (fault: string, everyMs: number) => {
    if (now() - (toldAt.get(fault) ?? Number.NEGATIVE_INFINITY) < everyMs) return false;
    toldAt.set(fault, now());
    return true;
  };
  const count = (where: string) => {
    counts[where] = (counts[where] ?? 0) + 1;
    return counts[where];
  };
  return {
    tell(where, error, ids = {}) {
      const times = count(where);
      if (isMongodbAway(error) && !isDue(MONGODB_AWAY, AWAY_EVERY_MS)) return;
      log.warn({ where, ...ids, ...describe(error), times }, wordsOf(error));
    },
    tellLost(where, error) {
      const times = count(where);
      // Another fault in the same place is news.
      const described = describe(error);
      if (!isDue(`${where} ${described.error} ${described.code}`, LOST_EVERY_MS)) return;
      const words = error instanceof NetraError ? error.message : say(LOG.connectionLost);
      log.warn({ where, ...described, times }, say(LOG.triedAgain, { words }));
    },
    counts: () => ({ ...counts }),
  };
}

/** Only our own messages: a driver's may quote what was being stored. */
function wordsOf(error: unknown): string {
  if (isMongodbAway(error)) return new MongodbAwayError().message;
  return error instanceof NetraError ? error.message : say(LOG.withheld);
}

interface Description {
  readonly error: string;
  readonly code?: string | number | undefined;
  readonly cause?: string | undefined;
  readonly frames: readonly string[];
}

function describe(error: unknown): Description {
  if (!(error instanceof Error)) return { error: typeof error, frames: [] };
  const { code } = error as { code?: unknown };
  const isCode = typeof code === 'number' || (typeof code === 'string' && /^[A-Z0-9_]{1,40}$/.test(code));
  const cause = error.cause instanceof Error ? error.cause : undefined;
  return {
    error: error.name,
    code: isCode ? (code as string | number) : undefined,
    cause: cause?.name,
    frames: framesOf(cause ?? error),
  };
}

/** The stack without the message above it, which may have lines of its own. */
function framesOf({ stack = '', message }: Error): string[] {
  const from = message === '' ? 0 : stack.indexOf(message) + message.length;
  return stack
    .slice(from)
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, MOST_FRAMES)
    .map((line) => inSources(line.trim()));
}
