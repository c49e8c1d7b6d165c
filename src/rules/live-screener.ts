import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Screener } from '../domain/screening.js';
import { isYamlName } from './files/yaml-name.js';
import type { SetFolders } from './load-files.js';
import { type LoadedSet, loadSet } from './load-set.js';

export interface LiveScreenerOptions extends SetFolders {
  /** How often files are looked at, in milliseconds. */
  readonly pollMs?: number;
  /** Once something changed, files must stand still this long, so that none is read half-saved. */
  readonly settleMs?: number;
  /** Runs before a new set comes into force, which it does only when this went through: tried again until then. */
  readonly keep?: (set: LoadedSet) => Promise<void>;
  readonly onReload?: (screener: Screener) => void;
  /** The old set stays in force. Called once for each broken state of the files. */
  readonly onBroken?: (error: Error) => void;
  /** The files are whole again; `onReload` follows where they also say something new. */
  readonly onMended?: () => void;
}

/** The rule set in force now: a whole set or the one before it, never half of two. */
export interface LiveScreener {
  current(): Screener;
  /** What the set in force was made from. */
  loaded(): LoadedSet;
  /** Why the files on disk are not the set in force; `undefined` when all is well. */
  fault(): Error | undefined;
  /** Looks at the files now. For tests and for a signal; the timer calls it too. */
  look(): Promise<void>;
  close(): void;
}

// A set of all of Pilkada 2024 loads in 0.3 s: a saved file is in force within 2 s also on a busy machine. Each look at
// some 300 files takes 5 ms of a process that may have nothing else to do for days.
const POLL_MS = 500;
const SETTLE_MS = 100;

/** Loads the set once, throwing what is wrong with it, and from then on follows the files. */
export async function openLiveScreener(options: LiveScreenerOptions): Promise<LiveScreener> {
  const stamp = await stampOf(options);
  const follower = new Follower(options, { stamp, set: await loadSet(options) });
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  // One look after the other: a slow disk must not pile them up.
  const next = () => {
    if (isClosed) return;
    const waitMs = follower.isUnsettled ? (options.settleMs ?? SETTLE_MS) : (options.pollMs ?? POLL_MS);
    timer = setTimeout(() => void follower.look().finally(next), waitMs).unref();
  };
  next();
  return {
    current: () => follower.set.screener,
    loaded: () => follower.set,
    fault: () => follower.fault,
    look: () => follower.look(),
    close: () => {
      isClosed = true;
      clearTimeout(timer);
    },
  };
}

/** One whole set from its files. Throws `FileIssuesError` with every fault. */
export async function loadScreener(folders: SetFolders): Promise<Screener> {
  return (await loadSet(folders)).screener;
}

class Follower {
  set: LoadedSet;
  fault: Error | undefined;
  readonly #options: LiveScreenerOptions;
  /** Of the files that were last judged, good or broken. */
  #judged: string;
  #lastSeen: string;
  /** Good, but not yet kept. */
  #waiting: LoadedSet | undefined;
  #looking: Promise<void> | undefined;

  constructor(options: LiveScreenerOptions, first: { stamp: string; set: LoadedSet }) {
    this.#options = options;
    this.#judged = first.stamp;
    this.#lastSeen = first.stamp;
    this.set = first.set;
  }

  get isUnsettled(): boolean {
    return this.#lastSeen !== this.#judged;
  }

  /** Never rejects; a second call joins the look that is under way. */
  look(): Promise<void> {
    this.#looking ??= this.#look()
      .catch((error: unknown) => this.#report(error as Error))
      .finally(() => {
        this.#looking = undefined;
      });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const stamp = await stampOf(this.#options);
    const isStill = stamp === this.#lastSeen;
    this.#lastSeen = stamp;
    if (!isStill) return;
    if (stamp !== this.#judged) await this.#judge(stamp);
    if (this.#waiting) await this.#bringIntoForce(this.#waiting);
  }

  async #judge(stamp: string): Promise<void> {
    const outcome = await loadSet(this.#options).then(
      (set) => ({ set }),
      (error: unknown) => ({ error: error as Error }),
    );
    // A file saved while the set was being read makes it a mixture, good or broken: the next looks read it again.
    const after = await stampOf(this.#options);
    if (after !== stamp) {
      this.#lastSeen = after;
      return;
    }
    this.#judged = stamp;
    this.#waiting = undefined;
    if ('error' in outcome) this.#report(outcome.error);
    else if (isSame(outcome.set.screener, this.set.screener)) this.#mended();
    else this.#waiting = outcome.set;
  }

  async #bringIntoForce(set: LoadedSet): Promise<void> {
    await this.#options.keep?.(set);
    this.#waiting = undefined;
    this.set = set;
    this.#mended();
    this.#options.onReload?.(set.screener);
  }

  #mended(): void {
    if (this.fault === undefined) return;
    this.fault = undefined;
    this.#options.onMended?.();
  }

  #report(error: Error): void {
    const isKnown = this.fault?.message === error.message;
    this.fault = error;
    if (!isKnown) this.#options.onBroken?.(error);
  }
}

function isSame(a: Screener, b: Screener): boolean {
  return a.ruleset === b.ruleset && a.elections === b.elections;
}

/** Changes with every saved, added or removed file of either folder. */
async function stampOf({ rulesDir, electionsDir = join(rulesDir, 'elections') }: SetFolders): Promise<string> {
  return `${await stampFolder(rulesDir)}|${await stampFolder(electionsDir)}`;
}

async function stampFolder(dir: string): Promise<string> {
  // A folder that is away for a moment (a check-out) is a state like any other; loading says what is wrong with it.
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => !entry.isDirectory() && isYamlName(entry.name));
  const stamps = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const found = await stat(path).catch(() => undefined);
      return found ? `${path} ${found.mtimeMs} ${found.size} ${found.ino}` : path;
    }),
  );
  return stamps.sort().join('\n');
}
