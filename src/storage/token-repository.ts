import { timingSafeEqual } from 'node:crypto';
import { type Connection, Schema } from 'mongoose';
import type { ApiToken, ListedToken } from '../domain/api-token.js';
import { tokenEvent } from '../domain/audit-events.js';
import type { User } from '../domain/user.js';
import type { AuditRecorder } from './audit-repository.js';
import { asText, frozen, withoutUndefined } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';
import { epochOf, openUsers, toUser } from './user-document.js';

/** Tokens of people for their programs; each is made and removed together with its entry of the log. */
export interface TokenRepository {
  /** `secretHash`: hex SHA-256. `sessionEpoch`: the person's own; what makes it another one ends the token. */
  addToken(token: ApiToken, kept: { secretHash: string; sessionEpoch: number }): Promise<void>;
  /** Newest first. */
  listTokens(userId: string): Promise<ListedToken[]>;
  countTokens(userId: string): Promise<number>;
  findToken(
    id: string,
    asked: { secretHash: string; now: Date },
  ): Promise<{ token: ApiToken; user: User; hasSecondStep: boolean } | undefined>;
  touchToken(id: string, at: Date): Promise<void>;
  /** Safe to repeat. Of another person it does nothing. */
  removeToken(id: string, removed: { by: string; at: Date }): Promise<void>;
}

type TokenDocument = Omit<ApiToken, 'id' | 'abilities'> & {
  _id: string;
  abilities: string[];
  secretHash: string;
  sessionEpoch: number;
};

const tokenSchema = new Schema(
  {
    _id: String,
    userId: String,
    name: String,
    abilities: [String],
    mayWrite: Boolean,
    madeAt: Date,
    expiresAt: Date,
    lastUsedAt: Date,
    secretHash: String,
    sessionEpoch: Number,
  },
  SCHEMA_OPTIONS,
);

export function createTokenRepository(connection: Connection, audit: AuditRecorder): TokenRepository {
  const tokens = connection.model<TokenDocument>('ApiToken', tokenSchema as never, 'api_tokens');
  const users = openUsers(connection);
  return {
    async addToken(token, kept) {
      const { id, ...content } = token;
      await audit.record(async (session) => {
        const abilities = [...token.abilities];
        await tokens.create([{ ...content, _id: asText(id), abilities, ...kept }], { session });
        return { value: undefined, event: tokenEvent(token, 'token_made', token.madeAt) };
      });
    },

    async listTokens(userId) {
      const [found, user] = await Promise.all([
        tokens
          .find({ userId: asText(userId) })
          .sort({ madeAt: -1, _id: 1 })
          .lean(),
        users.findOne({ _id: asText(userId) }, { sessionEpoch: 1 }).lean(),
      ]);
      return found.map((one) => ({ ...toToken(one), isEnded: !user || epochOf(user) !== one.sessionEpoch }));
    },

    countTokens: (userId) => tokens.countDocuments({ userId: asText(userId) }).exec(),

    async findToken(id, { secretHash, now }) {
      const found = await tokens.findOne({ _id: asText(id), expiresAt: { $gt: now } }).lean();
      if (!found || !isSame(found.secretHash, secretHash)) return undefined;
      const user = await users.findOne({ _id: found.userId }).lean();
      if (!user?.isActive || epochOf(user) !== found.sessionEpoch) return undefined;
      return { token: toToken(found), user: toUser(user), hasSecondStep: user.secondStep !== undefined };
    },

    async touchToken(id, at) {
      await tokens.updateOne({ _id: asText(id) }, { $max: { lastUsedAt: at } });
    },

    async removeToken(id, { by, at }) {
      await audit.record(async (session) => {
        const removed = await tokens.findOneAndDelete({ _id: asText(id), userId: asText(by) }, { session }).lean();
        return { value: undefined, event: removed ? tokenEvent(toToken(removed), 'token_removed', at) : undefined };
      });
    },
  };
}

function isSame(kept: string, given: string): boolean {
  const [a, b] = [Buffer.from(kept, 'hex'), Buffer.from(given, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}

function toToken({ _id, userId, name, abilities, mayWrite, madeAt, expiresAt, lastUsedAt }: TokenDocument): ApiToken {
  const own = { id: _id, userId, name, abilities, mayWrite, madeAt, expiresAt, lastUsedAt };
  return frozen(withoutUndefined(own)) as ApiToken;
}
