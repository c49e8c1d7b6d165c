/** A page can write two megabytes behind its own address; none that a recipe means is so long. */
const MAX_ADDRESS = 8_192;

/**
 * Whether an address fits a pattern in which `*` stands for any run of characters but `/`, and `**` for any at all.
 * Takes at most pattern times address steps, whatever is written.
 */
export function matchesUrl(pattern: string, url: string): boolean {
  if (url.length > MAX_ADDRESS) return false;
  // Which lengths of the address the pattern read so far can have used up.
  let reached = new Set([0]);
  for (let at = 0; at < pattern.length && reached.size > 0; at += 1) {
    if (pattern[at] !== '*') {
      reached = new Set([...reached].filter((i) => url[i] === pattern[at]).map((i) => i + 1));
      continue;
    }
    const mayCrossSlash = pattern[at + 1] === '*';
    if (mayCrossSlash) at += 1;
    reached = stretched(reached, url, mayCrossSlash);
  }
  return reached.has(url.length);
}

function stretched(from: ReadonlySet<number>, url: string, mayCrossSlash: boolean): Set<number> {
  const reached = new Set<number>();
  let isOpen = false;
  for (let i = 0; i <= url.length; i += 1) {
    isOpen ||= from.has(i);
    if (isOpen) reached.add(i);
    if (!mayCrossSlash && url[i] === '/') isOpen = false;
  }
  return reached;
}
