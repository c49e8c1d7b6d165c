import { ACTIVITY_KINDS, PLATFORMS } from '../../domain/platform.js';
import { LINE_FAULTS } from '../../words/cli/screen.js';
import { sayAdvice } from '../../words/say.js';

export type LineFault = keyof typeof LINE_FAULTS;

const MAX_SHOWN = 40;

/** What is wrong with a line and how to mend it, with the value that was found; never the post's own words. */
export function lineFault(fault: LineFault, value?: unknown): string {
  const choices = (fault === 'bad_platform' ? PLATFORMS : ACTIVITY_KINDS).join(', ');
  const { message, hint } = sayAdvice(LINE_FAULTS[fault], 'id', { choices });
  const isShown = value !== undefined && (typeof value !== 'object' || value === null) && !fault.endsWith('text');
  const shown = isShown ? `: ${JSON.stringify(String(value).slice(0, MAX_SHOWN))}` : '';
  return `${message}${shown} (${hint})`;
}
