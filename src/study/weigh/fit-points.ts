/** One labelled act as the scorecard sees it. */
export interface Example {
  /** Names of the signs that hold; empty where no rule would mark the act whatever its points. */
  readonly signs: readonly string[];
  /** Word lists that pull to a side: only leans are told by them. */
  readonly leaning?: readonly string[];
  readonly isMarkedByPeople: boolean;
  /** Which side people say the act takes. */
  readonly side?: 'support' | 'attack' | undefined;
  /** Acts of one group are tried together on points fitted without them: an election, an installation. */
  readonly group: string;
}

export interface FitOptions {
  /** On which side a sign may have points. */
  readonly sideOf: (sign: string) => 'for' | 'against' | 'either' | undefined;
  /** Where the whole may be pulled to at most: below nothing, so that no act is marked by nothing. */
  readonly mostIntercept: number;
  /** What is to be told by the signs: by default whether people mark the act. */
  readonly isWanted?: (example: Example) => boolean;
  /** Points that a person has set, in logits: they stay. */
  readonly pinned: ReadonlyMap<string, number>;
  /** The least that a sign counts, in logits: a rule that fires always speaks for marking. */
  readonly floorOf: (sign: string) => number;
  /** How much a sign must explain before it has any points. */
  readonly sparsity: number;
}

export interface Fit {
  readonly intercept: number;
  readonly weights: ReadonlyMap<string, number>;
}

const PASSES = 300;
const TOLERANCE = 1e-6;

interface Column {
  readonly sign: string;
  readonly rows: Int32Array;
  readonly side: 'for' | 'against' | 'either';
  readonly pinned: number | undefined;
  readonly floor: number;
}

/**
 * Logistic regression with an L1 penalty over named signs, by cyclic coordinate descent under a bound of the curvature.
 * Signs are visited in the order of their names and nothing is drawn by lot: equal examples give equal points.
 */
export function fitPoints(examples: readonly Example[], options: FitOptions): Fit {
  const told = examples.filter(({ signs }) => signs.length > 0);
  const columns = columnsOf(told, options);
  const isWanted = options.isWanted ?? (({ isMarkedByPeople }: Example) => isMarkedByPeople);
  const wanted = Float64Array.from(told, (example) => (isWanted(example) ? 1 : 0));
  const score = new Float64Array(told.length);
  const weight = new Float64Array(columns.length);
  const all = Int32Array.from(told.keys());
  let intercept = Math.min(0, options.mostIntercept);
  add(score, all, intercept);
  columns.forEach((column, j) => {
    weight[j] = column.pinned ?? column.floor;
    add(score, column.rows, weight[j]!);
  });
  for (let pass = 0; pass < PASSES; pass++) {
    let largest = 0;
    const step = -slope(score, wanted, all) / (all.length / 4 || 1);
    const next = Math.min(options.mostIntercept, intercept + step);
    add(score, all, next - intercept);
    largest = Math.max(largest, Math.abs(next - intercept));
    intercept = next;
    for (const [j, column] of columns.entries()) {
      if (column.pinned !== undefined) continue;
      const moved = stepOf(weight[j]!, {
        column,
        slope: slope(score, wanted, column.rows),
        sparsity: options.sparsity,
      });
      add(score, column.rows, moved - weight[j]!);
      largest = Math.max(largest, Math.abs(moved - weight[j]!));
      weight[j] = moved;
    }
    if (largest < TOLERANCE) break;
  }
  return { intercept, weights: new Map(columns.map(({ sign }, j) => [sign, weight[j]!])) };
}

/** The weight after one step: pulled to nothing by the penalty, held on its side. */
function stepOf(
  weight: number,
  { column, slope, sparsity }: { column: Column; slope: number; sparsity: number },
): number {
  const bend = column.rows.length / 4;
  const free = weight - slope / bend;
  if (column.side === 'for') return Math.max(column.floor, free - sparsity / bend);
  if (column.side === 'against') return Math.min(0, free + sparsity / bend);
  return Math.sign(free) * Math.max(0, Math.abs(free) - sparsity / bend);
}

function columnsOf(told: readonly Example[], { sideOf, pinned, floorOf }: FitOptions): Column[] {
  const rows = new Map<string, number[]>();
  told.forEach(({ signs }, row) => {
    for (const sign of new Set(signs)) push(rows, sign, row);
  });
  const names = [...rows.keys()].filter((sign) => sideOf(sign) !== undefined).sort();
  return names.map((sign) => ({
    sign,
    rows: Int32Array.from(rows.get(sign)!),
    side: sideOf(sign)!,
    pinned: pinned.get(sign),
    floor: floorOf(sign),
  }));
}

function slope(score: Float64Array, wanted: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (const row of rows) sum += 1 / (1 + Math.exp(-score[row]!)) - wanted[row]!;
  return sum;
}

function add(score: Float64Array, rows: Int32Array, amount: number): void {
  if (amount === 0) return;
  for (const row of rows) score[row]! += amount;
}

function push(rows: Map<string, number[]>, sign: string, row: number): void {
  const list = rows.get(sign);
  if (list === undefined) rows.set(sign, [row]);
  else list.push(row);
}
