/** Most of what could be worked out is over before anybody asks for it. */
export function lazily<T extends object>(make: () => T): () => T {
  let known: T | undefined;
  return () => {
    known ??= make();
    return known;
  };
}
