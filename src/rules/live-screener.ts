import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Screener } from '../domain/screening.js';
import { compiledElectionsIn } from './elections/compiled-election.js';
import { loadElections } from './elections/load-elections.js';
import { loadRules } from './load-rules.js';
import { createScreener } from './screener.js';

export interface LiveScreenerOptions {
  readonly rulesDir: string;
  /** Default: `elections/` in the rules folder. */
  readonly electionsDir?: string;
  /** Where parsed election files are kept, so that a process starts in a blink; none by default. */
  readonly cacheDir?: string;
  /** How often files are looked at, in milliseconds. Two equal looks make a set, so that none is read half-saved. */
  readonly pollMs?: number;
  readonly onReload?: (screener: Screener) => void;
  /** The old set stays in force. Called once for each broken state of the files. */
  readonly onBroken?: (error: Error) => void;
}

/** The rule set in force now: a whole set or the one before it, never half of two. */
export interface LiveScreener {
  current(): Screener;
  /** Looks at the files now. For tests and for a signal; the timer calls it too. */
  look(): Promise<void>;
  close(): void;
}

/** A saved file is in force within about three looks. */
const POLL_MS = 400;

/** Loads the set once, throwing what is wrong with it, and from then on follows the files. */
export async function openLiveScreener(options: LiveScreenerOptions): Promise<LiveScreener> {
  const electionsDir = options.electionsDir ?? join(options.rulesDir, 'elections');
  const stampOf = async () => `${await stampFolder(options.rulesDir)}|${await stampFolder(electionsDir)}`;
  let loaded = await stampOf();
  let lastSeen = loaded;
  let current = await loadScreener({ ...options, electionsDir });
  let isLooking = false;

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    try {
      const stamp = await stampOf();
      const isStill = stamp === lastSeen;
      lastSeen = stamp;
      if (!isStill || stamp === loaded) return;
      loaded = stamp;
      const next = await loadScreener({ ...options, electionsDir });
      // A file saved while the set was being read makes it a mixture: the next looks read it again.
      if ((await stampOf()) !== stamp) {
        loaded = '';
        return;
      }
      if (next.ruleset === current.ruleset && next.elections === current.elections) return;
      current = next;
      options.onReload?.(next);
    } catch (error) {
      options.onBroken?.(error as Error);
    } finally {
      isLooking = false;
    }
  }

  const timer = setInterval(() => void look(), options.pollMs ?? POLL_MS).unref();
  return { current: () => current, look, close: () => clearInterval(timer) };
}

/** One whole set from its files. Throws `FileIssuesError` with every fault. */
export async function loadScreener({
  rulesDir,
  electionsDir = join(rulesDir, 'elections'),
  cacheDir,
}: Pick<LiveScreenerOptions, 'rulesDir' | 'electionsDir' | 'cacheDir'>): Promise<Screener> {
  const compiled = cacheDir === undefined ? {} : { compiled: compiledElectionsIn(cacheDir) };
  const [rules, { elections, hash }] = await Promise.all([loadRules(rulesDir), loadElections(electionsDir, compiled)]);
  return createScreener({ ...rules, elections, electionsHash: hash });
}

async function stampFolder(dir: string): Promise<string> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name));
  const stamps = await Promise.all(
    files.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      const { mtimeMs, size, ino } = await stat(path);
      return `${path} ${mtimeMs} ${size} ${ino}`;
    }),
  );
  return stamps.sort().join('\n');
}
