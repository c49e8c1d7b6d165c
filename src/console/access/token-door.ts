import { createHash, randomBytes } from 'node:crypto';
import type { ApiToken } from '../../domain/api-token.js';
import type { User } from '../../domain/user.js';

/** What programs and scanners of repositories know ours by. */
const PREFIX = 'netra';
const FORM = new RegExp(`^bearer +${PREFIX}_([a-f0-9]{16})_([A-Za-z0-9_-]{43})$`, 'i');

export interface TokenStore {
  /** `undefined` once it has expired, was removed or ended with the sessions of its person, or where the secret is another. */
  findToken(
    id: string,
    asked: { secretHash: string; now: Date },
  ): Promise<{ token: ApiToken; user: User; hasSecondStep: boolean } | undefined>;
  touchToken(id: string, at: Date): Promise<void>;
}

export function newToken(): { id: string; secretHash: string; text: string } {
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  return { id, secretHash: hashOf(secret), text: `${PREFIX}_${id}_${secret}` };
}

/**
 * Whether the request comes with a token of ours. If so, its cookie says nothing: a page of somebody else's could send
 * the one along with a made-up other.
 */
export function isByToken(authorization: string | undefined): authorization is string {
  return authorization !== undefined && new RegExp(`^bearer +${PREFIX}_`, 'i').test(authorization);
}

/** Whose program it is. The person is narrowed to what the token was given. */
export async function findByToken(
  tokens: TokenStore,
  authorization: string,
  now: Date,
): Promise<{ token: ApiToken; user: User; hasSecondStep: boolean } | undefined> {
  const [, id, secret] = FORM.exec(authorization.slice(0, 200)) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  const found = await tokens.findToken(id, { secretHash: hashOf(secret), now });
  if (!found) return undefined;
  const { token, user, hasSecondStep } = found;
  if (isStale(token, now)) await tokens.touchToken(id, now);
  return { token, user: { ...user, onlyFor: token.abilities }, hasSecondStep };
}

const MINUTE_MS = 60_000;

/** A program that asks ten times a second writes once a minute. */
function isStale({ lastUsedAt }: ApiToken, now: Date): boolean {
  return lastUsedAt === undefined || now.getTime() - lastUsedAt.getTime() >= MINUTE_MS;
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
