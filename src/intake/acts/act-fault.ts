import { ACT_FAULTS } from '../../words/intake/acts.js';
import { sayAdvice, type Values } from '../../words/say.js';

export type ActFaultKey = keyof typeof ACT_FAULTS;

export interface ActFault {
  readonly error: string;
  readonly hint: string;
}

/** Why a line was not taken in, and what to do. Values come from the file: they are cut, control characters shown. */
export function actFault<Key extends ActFaultKey>(key: Key, ...values: Values<(typeof ACT_FAULTS)[Key]>): ActFault {
  const { message, hint } = sayAdvice(ACT_FAULTS[key], 'id', ...values);
  return { error: message, hint };
}
