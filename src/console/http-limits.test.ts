import type { FastifyRequest } from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { grantTime } from './http-limits.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aRequest() {
  const ended = vi.fn();
  const socket = { bytesRead: 0, destroyed: false, writable: false, destroySoon: ended };
  const raw = { socket, complete: false, once: () => raw };
  return { request: { raw } as unknown as FastifyRequest, ended };
}

const PATIENCE = { ms: 1_000, lookEveryMs: 100, leastBytes: 0 };

it('ends once what takes longer than it was granted', () => {
  const { request, ended } = aRequest();
  grantTime(request, PATIENCE);
  vi.advanceTimersByTime(900);
  expect(ended).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5_000);
  expect(ended).toHaveBeenCalledTimes(1);
});

it('looks no more once it was read, also where its connection lives on or there never was one', () => {
  const { request, ended } = aRequest();
  grantTime(request, PATIENCE)();
  vi.advanceTimersByTime(60_000);
  expect(ended).not.toHaveBeenCalled();
});
