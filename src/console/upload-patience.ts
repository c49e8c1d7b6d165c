/** How long a request with files may take, and how much of it has to come each time somebody looks. */
export interface UploadPatience {
  readonly ms: number;
  readonly lookEveryMs: number;
  readonly leastBytes: number;
}

/** Sixty megabytes on a line of one megabit a second; 2 kB a second is less than the slowest telephone sends. */
export const UPLOAD_PATIENCE: UploadPatience = { ms: 600_000, lookEveryMs: 20_000, leastBytes: 40_000 };
