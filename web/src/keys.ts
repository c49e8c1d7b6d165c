import { useEffect, useRef } from 'react';

/** Single keys for the whole page. They rest while somebody types, and while a dialog is open. */
export function useKeys(keys: Readonly<Record<string, () => unknown>>): void {
  const current = useRef(keys);
  current.current = keys;
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      const target = event.target as HTMLElement;
      const isTyping = target.matches('input:not([type=checkbox]), textarea, select');
      const name = event.ctrlKey || event.metaKey ? `Ctrl+${event.key}` : event.key;
      const action = current.current[name];
      if (!action || event.altKey || document.querySelector('[role=dialog]')) return;
      if (isTyping && name !== 'Ctrl+Enter' && name !== 'Escape') return;
      event.preventDefault();
      action();
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
