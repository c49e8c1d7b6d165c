import { describe, expect, it } from 'vitest';
import { createLoginLane } from './login-lane.js';
import { Refusal } from './refusal.js';

/** A log-in that ends when it is told to. */
function heldLogIn() {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end: () => end() };
}

const outcome = (entry: Promise<unknown>) =>
  entry.then(
    () => 'in',
    (error) => (error instanceof Refusal ? error.code : error),
  );

describe('the lane of log-ins', () => {
  it('takes so many from one place and no more, while another place gets in', async () => {
    const enter = createLoginLane({ waiting: 20, perPlace: 5 });
    const held = heldLogIn();
    const flood = Array.from({ length: 12 }, () => outcome(enter('here', held.work)));
    const other = outcome(enter('there', held.work));
    held.end();
    expect(await Promise.all(flood)).toEqual([...Array(5).fill('in'), ...Array(7).fill('login_busy')]);
    expect(await other).toBe('in');
  });

  it('takes so many waiting in all, wherever they come from', async () => {
    const enter = createLoginLane({ waiting: 3, perPlace: 5 });
    const held = heldLogIn();
    const first = outcome(enter('place 0', held.work));
    await Promise.resolve();
    const rest = Array.from({ length: 6 }, (_, i) => outcome(enter(`place ${i + 1}`, held.work)));
    held.end();
    expect(await first).toBe('in');
    expect(await Promise.all(rest)).toEqual([...Array(3).fill('in'), ...Array(3).fill('login_busy')]);
  });

  it('has room again for a place whose log-ins ended, well or not', async () => {
    const enter = createLoginLane({ waiting: 20, perPlace: 1 });
    await expect(enter('here', () => Promise.reject(new Error('no server')))).rejects.toThrow('no server');
    expect(await outcome(enter('here', async () => {}))).toBe('in');
    expect(await outcome(enter('here', async () => {}))).toBe('in');
  });

  it('runs one after the other, in the order they came', async () => {
    const enter = createLoginLane({ waiting: 20, perPlace: 20 });
    const told: string[] = [];
    const logIn = (name: string) => async () => {
      told.push(`${name} begins`);
      await Promise.resolve();
      told.push(`${name} ends`);
    };
    await Promise.all(['a', 'b'].map((name) => enter('here', logIn(name))));
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
  });
});
