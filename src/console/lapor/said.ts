import type { Language } from '../../words/language.js';
import { FORM, FORM_FAULTS } from '../../words/reports/form.js';
import { say, sayAdvice } from '../../words/say.js';
import type { Submitted } from './report-door.js';
import { FIELD_LIMITS, type FieldsFault } from './report-fields.js';

/** Why nothing was taken, for whoever brought it. */
export interface Said {
  readonly message: string;
  readonly hint: string;
  /** Work that lets the next try pass. */
  readonly challenge?: string | undefined;
}

export function saidOfFields(fault: FieldsFault, language: Language): Said {
  if (fault.fault !== 'too_long') return sayAdvice(FORM_FAULTS[fault.fault], language);
  const { field } = fault;
  const label = field === 'channel' || field === 'platform' ? FORM.platform : FORM[field];
  return sayAdvice(FORM_FAULTS.too_long, language, { field: say(label, language), limit: FIELD_LIMITS[field] });
}

export function saidOf(submitted: Exclude<Submitted, { is: 'received' }>, language: Language): Said {
  if (submitted.is === 'refused') return submitted.error.saidIn(language);
  const { admission } = submitted;
  const said = sayAdvice(FORM_FAULTS[admission.may], language, { minutes: Math.ceil(admission.waitSeconds / 60) });
  return { ...said, challenge: admission.may === 'prove' ? admission.challenge : undefined };
}
