import { createContext, useContext } from 'react';
import type { Me } from './api.js';

export const SessionContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = useContext(SessionContext);
  if (!me) throw new Error('useMe outside of a session');
  return me;
}

export type Ability = Me['abilities'][number];

/** What is shown; what is answered is decided by the server, by the same table. */
export function may(me: Me, ability: Ability): boolean {
  return me.abilities.includes(ability);
}
