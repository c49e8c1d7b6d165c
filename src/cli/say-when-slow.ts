/** What is written to: a terminal's line is taken back when the wait is over. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

interface Slow {
  readonly line: string;
  readonly screen?: Screen;
  /** Counted from here; a program that took long to load has used some of it already. */
  readonly afterMs: number;
}

/**
 * Says `line` once where what follows takes longer than `afterMs`, so that nobody takes silence for a hang; a terminal
 * sees its seconds move. Returns what ends it.
 */
export function sayWhenSlow({ line, screen = process.stderr, afterMs }: Slow): () => void {
  let seconds = 0;
  let clock: NodeJS.Timeout | undefined;
  const show = () => {
    screen.write(screen.isTTY ? `\r\u001b[2K${line} ${seconds} s` : `${line}\n`);
    seconds += 1;
  };
  const first = setTimeout(() => {
    show();
    if (screen.isTTY) clock = setInterval(show, 1_000);
  }, afterMs);
  return () => {
    clearTimeout(first);
    clearInterval(clock);
    if (screen.isTTY && seconds > 0) screen.write('\r\u001b[2K');
  };
}
