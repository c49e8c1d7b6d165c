/** One fault in a registry file: `row` is the line in the file, 1 the header; `column` a header's name, empty for the whole row. */
export interface RegistryIssue {
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly reason: string;
  readonly hint: string;
}

/** What and why, without the place. */
export interface Fault {
  readonly reason: string;
  readonly hint: string;
}

/** Either the value of a cell or why it has none. */
export type Read<T> = { readonly value: T } | { readonly fault: Fault };

export function good<T>(value: T): { value: T } {
  return { value };
}

export function bad(reason: string, hint: string): { fault: Fault } {
  return { fault: { reason, hint } };
}
