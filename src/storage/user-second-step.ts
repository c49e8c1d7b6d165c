import { createHmac } from 'node:crypto';
import type { Model } from 'mongoose';
import type { SecondStep } from '../domain/second-step.js';
import { asText } from './plain-value.js';
import { openText, sealText } from './seal-text.js';
import { epochOf, type UserDocument } from './user-document.js';
import type { SessionDocument } from './user-sessions.js';

/** A person's second step: the secret lies sealed and bound to its person, recovery codes as keyed hashes. */
export interface UserSecondSteps {
  /** No `secret`: it was sealed with another key. */
  findSecondStep(id: string): Promise<(SecondStep & { secret?: string | undefined }) | undefined>;
  /** In place of the one offered before. What is in use goes on until the new one is proved. */
  offerSecondStep(id: string, offer: { secret: string; until: Date }): Promise<void>;
  findOffer(id: string, now: Date): Promise<string | undefined>;
  /**
   * The offered secret is theirs from now on, `step` is used, and every session ends, in one write. Their epoch then;
   * `undefined`: it is offered no more, and nothing was done.
   */
  startSecondStep(
    id: string,
    start: { secret: string; step: number; recoveryCodes: readonly string[]; now: Date },
  ): Promise<{ sessionEpoch: number } | undefined>;
  /** False: this one or a later one was used already. */
  takeStep(id: string, step: number): Promise<boolean>;
  /** False: it is none of theirs, or was used. */
  takeRecoveryCode(id: string, code: string): Promise<boolean>;
  /** Those before open nothing more. */
  replaceRecoveryCodes(id: string, codes: readonly string[]): Promise<void>;
  /** The password alone is enough again; every session ends in the same write. */
  endSecondStep(id: string): Promise<{ endedSessions: number; sessionEpoch: number }>;
}

interface Parts {
  readonly users: Model<UserDocument>;
  readonly sessions: Model<SessionDocument>;
  /** Of its own: opens nothing else. */
  readonly key: Buffer;
}

export function createSecondSteps(parts: Parts): UserSecondSteps {
  return { ...createSetUp(parts), ...createUse(parts) };
}

type SetUp = Pick<UserSecondSteps, 'offerSecondStep' | 'findOffer' | 'startSecondStep' | 'endSecondStep'>;

function createSetUp({ users, sessions, key }: Parts): SetUp {
  const openOffer = async (id: string, now: Date) => {
    const found = await users.findOne({ _id: asText(id), 'secondStepOffer.until': { $gt: now } }).lean();
    const sealed = found?.secondStepOffer?.sealed;
    const secret = sealed === undefined ? undefined : opened(sealed, key, id);
    return secret === undefined ? undefined : { sealed: sealed!, secret };
  };
  /** Raises the epoch with the change, so that also a session that is just being opened ends. */
  const change = async (filter: object, update: object) => {
    const changed = await users
      .findOneAndUpdate(filter, { ...update, $inc: { sessionEpoch: 1 } }, { returnDocument: 'after' })
      .lean();
    if (!changed) return undefined;
    const { deletedCount } = await sessions.deleteMany({ userId: changed._id });
    return { endedSessions: deletedCount, sessionEpoch: epochOf(changed) };
  };
  return {
    async offerSecondStep(id, { secret, until }) {
      const secondStepOffer = { sealed: sealText(secret, key, boundTo(id)), until };
      await users.updateOne({ _id: asText(id) }, { $set: { secondStepOffer } });
    },

    findOffer: async (id, now) => (await openOffer(id, now))?.secret,

    async startSecondStep(id, { secret, step, recoveryCodes, now }) {
      const offer = await openOffer(id, now);
      if (offer?.secret !== secret) return undefined;
      const { sealed } = offer;
      const recovery = recoveryCodes.map((code) => recoveryHash(code, key, id));
      const secondStep = { sealed, since: now, usedStep: step, recovery };
      return change(
        { _id: asText(id), 'secondStepOffer.sealed': sealed },
        { $set: { secondStep }, $unset: { secondStepOffer: 1 } },
      );
    },

    async endSecondStep(id) {
      const ended = await change({ _id: asText(id) }, { $unset: { secondStep: 1, secondStepOffer: 1 } });
      return ended ?? { endedSessions: 0, sessionEpoch: 0 };
    },
  };
}

type Use = Pick<UserSecondSteps, 'findSecondStep' | 'takeStep' | 'takeRecoveryCode' | 'replaceRecoveryCodes'>;

function createUse({ users, key }: Parts): Use {
  return {
    async findSecondStep(id) {
      const found = await users.findOne({ _id: asText(id) }, { secondStep: 1 }).lean();
      if (!found?.secondStep) return undefined;
      const { sealed, since, recovery } = found.secondStep;
      return { since, recoveryLeft: recovery.length, secret: opened(sealed, key, id) };
    },

    async takeStep(id, step) {
      const filter = { _id: asText(id), 'secondStep.usedStep': { $lt: step } };
      const { modifiedCount } = await users.updateOne(filter, { $set: { 'secondStep.usedStep': step } });
      return modifiedCount > 0;
    },

    async takeRecoveryCode(id, code) {
      const hash = recoveryHash(code, key, id);
      const filter = { _id: asText(id), 'secondStep.recovery': hash };
      const { modifiedCount } = await users.updateOne(filter, { $pull: { 'secondStep.recovery': hash } });
      return modifiedCount > 0;
    },

    async replaceRecoveryCodes(id, codes) {
      const recovery = codes.map((code) => recoveryHash(code, key, id));
      const filter = { _id: asText(id), secondStep: { $exists: true } };
      await users.updateOne(filter, { $set: { 'secondStep.recovery': recovery } });
    },
  };
}

/** One that is moved to another person opens nothing there. */
function boundTo(id: string): string {
  return `second step ${id}`;
}

function recoveryHash(code: string, key: Buffer, id: string): string {
  return createHmac('sha256', key)
    .update(JSON.stringify(['recovery', id, code]))
    .digest('base64url');
}

function opened(sealed: string, key: Buffer, id: string): string | undefined {
  try {
    return openText(sealed, key, boundTo(id));
  } catch {
    // Another key, or somebody moved it: no code fits, and nobody gets in by that.
    return undefined;
  }
}
