import type { KeyboardEvent } from 'react';

/** Up and down go through a field and what was found below it; true where the key was one of the two. */
export function stepThrough(event: KeyboardEvent, box: Element | null): boolean {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return false;
  event.preventDefault();
  const stops = [...(box?.querySelectorAll<HTMLElement>('input, .found a') ?? [])];
  stops[Math.max(0, stops.indexOf(document.activeElement as HTMLElement) + by)]?.focus();
  return true;
}
