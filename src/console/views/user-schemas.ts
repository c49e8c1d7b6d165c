import { z } from 'zod';
import { ROLES } from '../../domain/abilities.js';
import { isReadable } from '../../domain/readable.js';
import type { ListedUser } from '../../domain/user.js';
import { MAX_PASSWORD_LENGTH } from '../../domain/user.js';
import { count, idSchema, instant, officeSchema } from './schemas.js';

const MAX_OFFICES = 200;
const officesSchema = z.array(idSchema).max(MAX_OFFICES);

const userSchema = z.object({
  id: z.string(),
  username: z.string(),
  displayName: z.string(),
  mail: z.string().nullable(),
  role: z.enum(ROLES),
  offices: z.array(z.string()),
  state: z.enum(['active', 'invited', 'no_password', 'closed']),
  hasSecondStep: z.boolean(),
  invitedUntil: instant.nullable(),
  sessions: count,
  isMe: z.boolean(),
});

export const userListSchema = z.object({
  users: z.array(userSchema),
  nextCursor: z.string().nullable(),
  /** What may be given to somebody. */
  offices: z.array(officeSchema),
});

export const newUserSchema = z.object({
  username: z.string().trim().min(1).max(64),
  displayName: z.string().trim().min(1).max(120).refine(isReadable),
  mail: z.string().trim().max(254),
  role: z.enum(ROLES),
  offices: officesSchema,
});

export const userChangeSchema = z.discriminatedUnion('change', [
  z.object({ change: z.literal('role'), role: z.enum(ROLES) }),
  z.object({ change: z.literal('offices'), offices: officesSchema }),
  z.object({ change: z.literal('mail'), mail: z.string().trim().max(254) }),
  z.object({ change: z.enum(['disabled', 'enabled', 'sessions_ended', 'second_step_reset']) }),
]);

/** `isTold`: the person got a mail about it; null where none is due. */
export const userChangedSchema = z.object({
  isChanged: z.boolean(),
  endedSessions: count,
  isTold: z.boolean().nullable(),
});

/** `link`: shown this once, where no mail went out. */
export const invitedSchema = z.object({ id: z.string(), until: instant, link: z.string().nullable() });

const tokenSchema = z.string().regex(/^[A-Za-z0-9._-]{10,200}$/);
export const lookSchema = z.object({ token: tokenSchema });
export const takeSchema = z.object({ token: tokenSchema, password: z.string().min(1).max(MAX_PASSWORD_LENGTH) });
export const invitationSchema = z.object({ username: z.string(), displayName: z.string() });

export type UserList = z.infer<typeof userListSchema>;
export type NewUser = z.infer<typeof newUserSchema>;
export type UserChangeBody = z.infer<typeof userChangeSchema>;
export type UserChanged = z.infer<typeof userChangedSchema>;
export type InvitedAnswer = z.infer<typeof invitedSchema>;
export type Invitation = z.infer<typeof invitationSchema>;

export function viewUser(user: ListedUser, viewerId: string): UserList['users'][number] {
  const { id, username, displayName, role, officeCodes, sessions, invitedUntil } = user;
  return {
    id,
    username,
    displayName,
    mail: user.mail ?? null,
    role,
    offices: [...officeCodes],
    state: stateOf(user),
    hasSecondStep: user.hasSecondStep,
    invitedUntil: invitedUntil?.toISOString() ?? null,
    sessions,
    isMe: id === viewerId,
  };
}

function stateOf({ isActive, hasPassword, invitedUntil }: ListedUser): UserList['users'][number]['state'] {
  if (!isActive) return 'closed';
  if (hasPassword) return 'active';
  return invitedUntil ? 'invited' : 'no_password';
}
