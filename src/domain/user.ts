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

/** One spelling of a user name for storing and comparing. */
export function normaliseUsername(username: string): string {
  return username.trim().toLowerCase();
}

/** 3 to 64 of `a-z 0-9 . _ -`. */
export function isValidUsername(username: string): boolean {
  return /^[a-z0-9._-]{3,64}$/.test(username);
}

/** Roles bound to `officeCodes`; the others see no content, and numbers of every office. */
export function isBoundToOffices(role: Role): boolean {
  return role === 'reviewer' || role === 'supervisor' || role === 'sekda';
}
