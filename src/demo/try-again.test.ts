import { XRPCError } from '@atproto/api';
import { describe, expect, it } from 'vitest';
import { absentIfUnresolved, tryAgain } from './try-again.js';

function failing(times: number, error: unknown) {
  let calls = 0;
  const step = async () => {
    calls += 1;
    if (calls <= times) throw error;
    return 'selesai';
  };
  return { step, calls: () => calls };
}

describe('a step at a busy server', () => {
  it.each([
    ['no answer', new XRPCError(1, undefined, 'fetch failed')],
    ['a failure', new XRPCError(502, undefined, 'Bad Gateway')],
    ['what an earlier try made unheard', new XRPCError(400, 'InvalidRequest', 'Handle already taken: x.contoh.test')],
  ])('is tried again after %s', async (_name, error) => {
    const { step, calls } = failing(2, error);
    expect(await tryAgain(step, 1)).toBe('selesai');
    expect(calls()).toBe(3);
  });

  it('is not tried again after a refusal', async () => {
    const refusal = new XRPCError(400, 'InvalidHandle', 'Input/handle must be a valid handle');
    const { step, calls } = failing(1, refusal);
    await expect(tryAgain(step, 1)).rejects.toBe(refusal);
    expect(calls()).toBe(1);
  });

  it('gives up after six tries', async () => {
    const { step, calls } = failing(99, new XRPCError(503));
    await expect(tryAgain(step, 1)).rejects.toThrow();
    expect(calls()).toBe(6);
  });
});

describe('a look-up of a handle', () => {
  it('says absent only where the server says so', () => {
    expect(absentIfUnresolved(new XRPCError(400, 'InvalidRequest', 'Unable to resolve handle'))).toBeUndefined();
    const failed = new XRPCError(500, 'InternalServerError', 'Internal Server Error');
    expect(() => absentIfUnresolved(failed)).toThrow(failed);
    expect(() => absentIfUnresolved(new TypeError('salah'))).toThrow('salah');
  });
});
