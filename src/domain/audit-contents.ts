import type { AuditEvent } from './audit.js';

/** What a flag and its act say, by the keyed seal of it. */
export interface SealedContent {
  readonly id: string;
  readonly content: string;
}

/** Of flags that opened before the log sealed contents: as they stood at `at`, whoever may have changed them before. */
export function contentsEvent(flags: readonly SealedContent[], at: Date): AuditEvent {
  // An id that somebody forged may hold the signs between the parts.
  const named = flags.map(({ id, content }) => `${encodeURIComponent(id)}|${content}`);
  const details = { count: flags.length, flags: named.join(' ') };
  return { at, actor: 'system:audit', action: 'contents_sealed', subject: CONTENTS, details };
}

/** What such entries are found by. */
export const CONTENTS = 'contents';

export function readContents({ details }: Pick<AuditEvent, 'details'>): SealedContent[] {
  if (typeof details.flags !== 'string') return [];
  return details.flags.split(' ').map((written) => {
    const [id = '', content = ''] = written.split('|');
    return { id: decodeURIComponent(id), content };
  });
}

/** From when on a change of what flags say is found. */
export interface ContentsReport {
  /** Sealed only after they had opened; a change before that is not found. */
  readonly late: number;
  /** The day of the last of those seals. */
  readonly lateAt?: Date | undefined;
  /** Opened, and not sealed yet. */
  readonly unsealed: number;
}
