import { useEffect } from 'react';
import { FRAME } from '../../src/words/console/frame.js';
import { useWords } from './language.js';

/** What the tab is called: the part of the console first, so that ten tabs can be told apart. */
export function useTitle(part: string | undefined): void {
  const { say } = useWords();
  const app = say(FRAME.app);
  useEffect(() => {
    document.title = part === undefined ? app : `${part} · ${app}`;
  }, [part, app]);
}
