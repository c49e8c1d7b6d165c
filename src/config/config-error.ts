export interface ConfigIssue {
  readonly variable: string;
  /** What to write instead. */
  readonly advice: string;
}

/** Carries every wrong setting, so that all are mended in one round. Names variables, never their values. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly retryable = false;

  constructor(
    readonly issues: readonly ConfigIssue[],
    readonly hint = 'Perbaiki variabel lingkungan itu; daftarnya di docs/install.md.',
  ) {
    super(`Pengaturan salah:\n${issues.map(({ variable, advice }) => `  ${variable}: ${advice}`).join('\n')}`);
  }
}
