import type { User } from '../domain/user.js';

export interface SessionRecord {
  /** SHA-256 of the cookie's token: a leaked database opens no session. */
  readonly tokenHash: string;
  readonly userId: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

export interface UserRepository {
  save(user: User, passwordHash: string): Promise<void>;
  find(id: string): Promise<User | undefined>;
  findByUsername(username: string): Promise<{ user: User; passwordHash: string } | undefined>;
  list(): Promise<User[]>;
  saveSession(session: SessionRecord): Promise<void>;
  findSession(tokenHash: string, now: Date): Promise<{ session: SessionRecord; user: User } | undefined>;
  deleteSession(tokenHash: string): Promise<void>;
}
