import type { Model } from 'mongoose';
import type { Role } from '../domain/abilities.js';
import { wordsOfName } from '../domain/search.js';
import type { ListedUser, User } from '../domain/user.js';
import { asText, asTexts } from './plain-value.js';
import { keyOf, toUser, type UserDocument } from './user-document.js';
import type { SessionDocument } from './user-sessions.js';

interface Page {
  readonly now: Date;
  readonly limit: number;
  /** The username that the page before ended with. */
  readonly after?: string | undefined;
}

export interface UserList {
  listUsers(): Promise<User[]>;
  /** Whoever may log in and has one of these offices as their own; by name. */
  listInOffices(officeCodes: readonly string[]): Promise<User[]>;
  /** Whoever may log in with this role; by name. */
  listInRole(role: Role): Promise<User[]>;
  /** By username, a page at a time. */
  listPeople(page: Page): Promise<{ people: ListedUser[]; nextCursor?: string | undefined }>;
  /** By words of the name, the beginning of the username, or an office's code; a few of each. */
  findUsers(query: string, page: Omit<Page, 'after'>): Promise<ListedUser[]>;
}

export function createUserList(users: Model<UserDocument>, sessions: Model<SessionDocument>): UserList {
  return {
    async listUsers() {
      return (await users.find().sort({ usernameKey: 1 }).lean()).map(toUser);
    },

    async listInOffices(officeCodes) {
      return byName(await users.find({ officeCodes: { $in: asTexts(officeCodes) }, isActive: true }).lean());
    },

    async listInRole(role) {
      return byName(await users.find({ role: asText(role) as Role, isActive: true }).lean());
    },

    async listPeople({ after, limit, now }) {
      const filter = after === undefined ? {} : { usernameKey: { $gt: asText(after) } };
      const found = await users
        .find(filter)
        .sort({ usernameKey: 1 })
        .limit(limit + 1)
        .lean();
      const shown = found.slice(0, limit);
      const nextCursor = found.length > limit ? shown.at(-1)?.usernameKey : undefined;
      return { people: await listed(shown, sessions, now), nextCursor };
    },

    async findUsers(query, { limit, now }) {
      const found = await Promise.all(waysToAsk(query).map((way) => users.find(way).limit(limit).lean()));
      const people = [...new Map(found.flat().map((user) => [user.usernameKey, user])).values()];
      const shown = people.toSorted((a, b) => (a.usernameKey < b.usernameKey ? -1 : 1)).slice(0, limit);
      return listed(shown, sessions, now);
    },
  };
}

function byName(found: readonly UserDocument[]): User[] {
  return found.map(toUser).toSorted((a, b) => a.displayName.localeCompare(b.displayName, 'id'));
}

/** Each by an index of its own. */
function waysToAsk(query: string): object[] {
  const startingWith = (text: string) => ({ $gte: text, $lt: `${text}\uffff` });
  const words = wordsOfName(query).map((word) => ({ nameWords: { $elemMatch: startingWith(word) } }));
  return [
    { usernameKey: startingWith(keyOf(query)) },
    { officeCodes: { $in: [asText(query).trim(), query.trim().toUpperCase()] } },
    ...(words.length > 0 ? [{ $and: words }] : []),
  ];
}

async function listed(
  found: readonly UserDocument[],
  sessions: Model<SessionDocument>,
  now: Date,
): Promise<ListedUser[]> {
  const open = await sessions
    .find({ userId: { $in: found.map(({ _id }) => _id) }, expiresAt: { $gt: now } }, { userId: 1 })
    .lean();
  return found.map((user) => ({
    ...toUser(user),
    hasPassword: user.passwordHash !== undefined,
    hasSecondStep: user.secondStep !== undefined,
    invitedUntil: user.invitation && user.invitation.until > now ? user.invitation.until : undefined,
    sessions: open.filter(({ userId }) => userId === user._id).length,
  }));
}
