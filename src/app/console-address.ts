import type { Config } from '../config/read-config.js';

/** Where people reach the console: mails link to it, and to nothing where nobody would answer. */
export interface ConsoleAddress {
  /** `undefined` while no console listens here and no public address is configured. */
  current(): string | undefined;
  listensOn(url: string): void;
}

/** An address of every network is none that a link could name. */
const WILDCARDS: readonly string[] = ['0.0.0.0', '::', '[::]'];

export function openConsoleAddress({ host, publicUrl }: Config['console']): ConsoleAddress {
  let own: string | undefined;
  return {
    current: () => publicUrl ?? own,
    listensOn(url) {
      if (!WILDCARDS.includes(host)) own = url;
    },
  };
}
