import { PermanentError } from '../../domain/errors.js';
import type { Language } from '../../words/language.js';
import { UPLOAD_FAULTS } from '../../words/reports/uploads.js';
import { sayAdvice } from '../../words/say.js';

export type UploadFault = keyof typeof UPLOAD_FAULTS;

const MB = 1024 * 1024;

/** A file that is not taken, in words for whoever brought it. Nothing of the report is kept. */
export class UploadRefusedError extends PermanentError {
  readonly saidIn: (language: Language) => { readonly message: string; readonly hint: string };

  constructor(
    readonly fault: UploadFault,
    { index = 0, limit = 0 }: { index?: number; limit?: number },
  ) {
    const limitSaid = limit >= MB ? Math.floor(limit / MB) : limit;
    const saidIn = (language: Language) =>
      sayAdvice(UPLOAD_FAULTS[fault], language, { n: index + 1, limit: limitSaid });
    const { message, hint } = saidIn('id');
    super(message, hint);
    this.saidIn = saidIn;
  }
}
