import type { Command } from 'commander';

/** Where a command leaves its exit code. */
export type Finish = (exitCode: number) => void;

/**
 * Adds one command, or one group of commands, to `parent`. It loads nothing but commander: the heavy parts are imported
 * in the action, so that `netra --help` starts in a blink.
 */
export type AddCommand = (parent: Command, finish: Finish) => void;
