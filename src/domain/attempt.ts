/** What a step is told of the attempt that it is. */
export interface Attempt {
  readonly signal: AbortSignal;
  /** After this one nobody comes back soon: what could not be done must be written down. */
  readonly isLastTry: boolean;
}
