import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { sayWhenSlow } from './say-when-slow.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function aScreen(isTTY: boolean) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
}

it('says nothing of what is quick', () => {
  const screen = aScreen(true);
  const end = sayWhenSlow({ line: 'Menyalakan …', screen, afterMs: 1_000 });
  vi.advanceTimersByTime(999);
  end();
  vi.advanceTimersByTime(5_000);
  expect(screen.written).toEqual([]);
});

it('says one line of what is slow where nobody watches', () => {
  const screen = aScreen(false);
  const end = sayWhenSlow({ line: 'Menyalakan …', screen, afterMs: 1_000 });
  vi.advanceTimersByTime(9_000);
  end();
  expect(screen.written).toEqual(['Menyalakan …\n']);
});

it('moves each second on a terminal and leaves nothing there', () => {
  const screen = aScreen(true);
  const end = sayWhenSlow({ line: 'Menyalakan …', screen, afterMs: 1_000 });
  vi.advanceTimersByTime(3_000);
  end();
  vi.advanceTimersByTime(3_000);
  const clear = '\r\u001b[2K';
  expect(screen.written).toEqual([0, 1, 2].map((s) => `${clear}Menyalakan … ${s} s`).concat(clear));
});
