/** Who may do what is decided by role, deny by default (design.md section 9). */
export const ROLES = ['reviewer', 'supervisor', 'analyst', 'sekda', 'auditor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** A named person who logs in. `officeCodes` bounds what a reviewer, supervisor or sekda sees: these and all below. */
export interface User {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  readonly officeCodes: readonly string[];
  readonly isActive: boolean;
}
