import { createContext, useContext } from 'react';
import type { Me } from './api.js';

export const SessionContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = useContext(SessionContext);
  if (!me) throw new Error('useMe outside of a session');
  return me;
}

/** What the menu shows; the server decides by its own table. */
export const PARTS = {
  queue: ['reviewer', 'supervisor', 'sekda'],
  coverage: ['reviewer', 'supervisor', 'analyst', 'sekda', 'auditor', 'admin'],
  tickets: ['supervisor', 'analyst', 'auditor'],
  rules: ['analyst', 'supervisor', 'admin'],
  ruleList: ['analyst'],
  audit: ['auditor'],
  secondReviews: ['supervisor'],
} as const satisfies Record<string, readonly Me['role'][]>;

export function mayOpen(me: Me, part: keyof typeof PARTS): boolean {
  return (PARTS[part] as readonly string[]).includes(me.role);
}

/** The queue is also the list of the Sekda office, who sees what waits but not what was said. */
export function mayDecide(me: Me): boolean {
  return me.role === 'reviewer' || me.role === 'supervisor';
}
