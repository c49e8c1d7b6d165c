/** What each node points to. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

interface Mark {
  readonly index: number;
  low: number;
  isOpen: boolean;
}

/** Every group of nodes that can reach each other (Tarjan), sorted; a node alone is no circle. */
export function circlesIn(graph: Graph): string[][] {
  const marks = new Map<string, Mark>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (node: string): Mark => {
    const mark: Mark = { index: marks.size, low: marks.size, isOpen: true };
    marks.set(node, mark);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      const known = marks.get(next);
      if (known === undefined) mark.low = Math.min(mark.low, visit(next).low);
      else if (known.isOpen) mark.low = Math.min(mark.low, known.index);
    }
    if (mark.low === mark.index) {
      const circle = stack.splice(stack.indexOf(node));
      for (const member of circle) marks.get(member)!.isOpen = false;
      if (circle.length > 1) circles.push(circle.sort());
    }
    return mark;
  };
  for (const node of graph.keys()) if (!marks.has(node)) visit(node);
  return circles.sort(([a], [b]) => (a! < b! ? -1 : 1));
}

export function graphOf(edges: Iterable<readonly [from: string, to: string]>): Graph {
  const graph = new Map<string, Set<string>>();
  for (const [from, to] of edges) graph.set(from, (graph.get(from) ?? new Set()).add(to));
  return graph;
}
