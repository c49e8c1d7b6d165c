import type { Clock } from '../domain/clock.js';
import type { Collector } from '../domain/collecting.js';
import type { FileIssue } from '../domain/errors.js';
import type { Signal } from '../domain/platform.js';
import type { RobotsRules } from '../domain/robots.js';
import type { BrowserHost } from '../reach/browser-host.js';
import type { WayOut } from '../reach/way-out.js';
import type { ReadYaml } from './web/load-recipes.js';

/** All that the rest of Netra knows of a platform; `index.ts` has one for each name in the domain. */
export interface PlatformDefinition {
  /** Undefined while nothing reads it: its accounts are "not observable: no_collector". */
  readonly reader: PlatformReader | undefined;
  /** What the platform shows to nobody but the account itself: no reader, and no person who brings it, can see it. */
  readonly shownToNobody: readonly Signal[];
}

export interface PlatformReader {
  /** What can be seen there at all without a log-in. */
  readonly signals: readonly Signal[];
  /** How many visits one worker makes at the same time. */
  readonly visitsAtOnce: number;
  /** Loads the code that reads only now, so that a command that reads nothing starts at once. */
  open(deps: ReaderDeps): Promise<Collector>;
}

/** What a reader is given; each takes what it needs, and closes nothing of it. */
export interface ReaderDeps {
  readonly clock: Clock;
  readonly out: WayOut;
  readonly userAgent: string;
  readonly browsers: BrowserHost;
  readonly robots: RobotsRules;
  readonly readYaml: ReadYaml;
  readonly settings: ReaderSettings;
  /** A fault in a file that people write costs what the file was for, and is told here. */
  readonly onFileIssue: (issue: FileIssue) => void;
}

/** The part of the configuration that readers live by. */
export interface ReaderSettings {
  readonly rulesDir: string;
  readonly pageTimeoutMs: number;
  readonly bluesky: { readonly service: string; readonly plcDirectory: string; readonly appUrl: string };
}
