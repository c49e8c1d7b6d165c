import { useEffect, useRef } from 'react';
import type { Key } from '../../src/words/console/keys.js';

type Actions = Readonly<Partial<Record<Key, () => unknown>>>;

/** These work while somebody types as well. */
const WHILE_TYPING: readonly string[] = ['Ctrl+Enter', 'Ctrl+k', 'Escape'] satisfies readonly Key[];

/** Of every part of the page that is there now. */
const inUse = new Set<{ readonly current: Actions }>();

/** The keys that do something on the page as it stands, for the sheet. */
export function keysInUse(): ReadonlySet<string> {
  return new Set([...inUse].flatMap(({ current }) => Object.keys(current)));
}

/** Keys for the whole page, out of the table. Single ones rest while somebody types; all rest while a dialog is open. */
export function useKeys(keys: Actions): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const target = event.target as HTMLElement;
      const isTyping = target.matches('input:not([type=checkbox]), textarea, select');
      const name = event.ctrlKey || event.metaKey ? `Ctrl+${event.key}` : event.key;
      const action = (current.current as Readonly<Record<string, () => unknown>>)[name];
      if (!action || event.altKey || document.querySelector('[role=dialog]')) return;
      if (isTyping && !WHILE_TYPING.includes(name)) return;
      event.preventDefault();
      action();
    }
    inUse.add(current);
    document.addEventListener('keydown', onKey);
    return () => {
      inUse.delete(current);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
}
