interface Node {
  readonly code: string;
  readonly parentCode: string | null;
}

/** Parents before their children, with how deep each lies; an office whose parent is out of sight is a root. */
export function inTreeOrder<T extends Node>(offices: readonly T[]): { office: T; depth: number }[] {
  const codes = new Set(offices.map((o) => o.code));
  const childrenOf = new Map<string | null, T[]>();
  for (const office of offices) {
    const parent = office.parentCode !== null && codes.has(office.parentCode) ? office.parentCode : null;
    childrenOf.set(parent, [...(childrenOf.get(parent) ?? []), office]);
  }
  const ordered: { office: T; depth: number }[] = [];
  const walk = (parent: string | null, depth: number): void => {
    for (const office of childrenOf.get(parent) ?? []) {
      ordered.push({ office, depth });
      walk(office.code, depth + 1);
    }
  };
  walk(null, 0);
  return ordered;
}
