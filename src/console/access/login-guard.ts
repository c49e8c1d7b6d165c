import { createHmac } from 'node:crypto';
import { createLoginLane, type LaneLimits } from './login-lane.js';
import { type LoginLimits, waitAfter } from './login-limits.js';
import { Refusal } from './refusal.js';
import type { LoginCounters } from './user-store.js';

/** Who knocks. A browser is known once this very person has logged in from it. */
export interface Caller {
  readonly name: string;
  readonly address: string;
  readonly browser: string | undefined;
}

export interface LoginGuard {
  /**
   * Runs `check` in its turn and keeps count of what came of it. Throws a refusal where the caller has to wait first,
   * or where too many wait already.
   */
  try<T>(caller: Caller, check: () => Promise<T | undefined>): Promise<T | undefined>;
}

export interface GuardOptions {
  readonly counters: LoginCounters;
  /** Keys of counters are keyed hashes: people type passwords into the field for names. */
  readonly secret: Uint8Array;
  readonly limits: LoginLimits;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;
/** Strangers wait in a lane of their own: whoever floods it holds up nobody who has logged in from where they sit. */
const LANE: LaneLimits = { waiting: 100, perPlace: 50 };

interface Keys {
  /** This person in this place: nobody elsewhere can add to it. */
  readonly own: string;
  readonly introduced: string;
  readonly name: string;
  readonly address: string;
  readonly isStranger: boolean;
}

export function createLoginGuard(options: GuardOptions): LoginGuard {
  const lanes = { known: createLoginLane(LANE), strangers: createLoginLane(LANE) };
  return {
    async try(caller, check) {
      const keys = keysOf(caller, options.secret);
      await refuseHeld(options, keys);
      const lane = keys.isStranger ? lanes.strangers : lanes.known;
      return lane(caller.browser ?? caller.address, async () => {
        // Those before it in the lane may have been its own.
        await refuseHeld(options, keys);
        const found = await check();
        if (found === undefined) await keepFailure(options, keys);
        else await options.counters.forget(keys.own);
        return found;
      });
    },
  };
}

function keysOf({ name, address, browser }: Caller, secret: Uint8Array): Keys {
  const key = (...parts: readonly string[]) =>
    createHmac('sha256', secret)
      .update(JSON.stringify(['login', ...parts]))
      .digest('base64url')
      .slice(0, 22);
  const place = browser === undefined ? ['address', address] : ['browser', browser];
  return {
    own: key('own', name, ...place),
    introduced: key('introduced', name, ...place),
    name: key('name', name),
    address: key('address', address),
    isStranger: browser === undefined,
  };
}

async function refuseHeld({ counters, limits }: GuardOptions, keys: Keys): Promise<void> {
  const held = await Promise.all([
    counters.heldSeconds(keys.own),
    keys.isStranger ? counters.heldSeconds(keys.address) : 0,
  ]);
  const seconds = Math.max(...held);
  if (seconds > 0) throw refusalFor(seconds);
  if (!keys.isStranger || (await counters.count(keys.name)) < limits.strangersPerName) return;
  // Somebody guesses at this name. A new place waits once, for itself alone: nobody can take its turn.
  if ((await counters.add(keys.introduced, DAY)) > 1) return;
  await counters.hold(keys.own, limits.introductionSeconds);
  throw refusalFor(limits.introductionSeconds);
}

async function keepFailure({ counters, limits }: GuardOptions, keys: Keys): Promise<void> {
  const failures = await counters.add(keys.own, DAY);
  if (!keys.isStranger) return holdOwn(failures, limits.freeTries);
  const [onName, atAddress] = await Promise.all([counters.add(keys.name, DAY), counters.add(keys.address, HOUR)]);
  if (atAddress >= limits.failuresPerAddress) await counters.hold(keys.address, limits.addressWaitSeconds);
  await holdOwn(failures, onName >= limits.strangersPerName ? 1 : limits.freeTries);

  async function holdOwn(count: number, freeTries: number): Promise<void> {
    const seconds = waitAfter(count, { ...limits, freeTries });
    if (seconds > 0) await counters.hold(keys.own, seconds);
  }
}

function refusalFor(seconds: number): Refusal {
  return new Refusal('login_locked', { minutes: String(Math.ceil(seconds / 60)) }).after(seconds);
}
