import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import type { SearchAnswer } from '../../src/console/views/search-schemas.js';
import { SEARCH } from '../../src/words/console/search.js';
import { api } from './api.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { SearchFound } from './search-found.js';
import { stepThrough } from './step-through.js';

const PAUSE_MS = 250;

/** One field for all that can be looked for; `/` goes there, Enter looks for the words themselves. */
export function SearchBox() {
  const { say } = useWords();
  const navigate = useNavigate();
  const box = useRef<HTMLFormElement>(null);
  const [text, setText] = useState('');
  const found = useFound(text.trim());
  useKeys({ '/': () => box.current?.querySelector('input')?.focus() });
  /** Wherever it leads to, the list of what may be meant is done, and single keys are the page's again. */
  const leave = () => {
    setText('');
    if (box.current?.contains(document.activeElement)) (document.activeElement as HTMLElement).blur();
  };

  function step(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      // The page's own Escape would leave the flag.
      event.stopPropagation();
      leave();
    }
    stepThrough(event, box.current);
  }
  return (
    <search>
      <form
        ref={box}
        className="search-box"
        onKeyDown={step}
        onSubmit={(event) => {
          event.preventDefault();
          if (!text.trim()) return;
          navigate({ pathname: '/', search: new URLSearchParams({ words: text.trim() }).toString() });
          leave();
        }}
      >
        <TextInput
          size="xs"
          type="search"
          maxLength={200}
          aria-label={say(SEARCH.label)}
          placeholder={say(SEARCH.placeholder)}
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        {text.trim() !== '' && <SearchFound q={text.trim()} found={found} onChosen={leave} />}
      </form>
    </search>
  );
}

/** What the words may mean, once nobody types any more; `undefined` until it is known. */
export function useFound(text: string): SearchAnswer | undefined {
  const q = useLater(text);
  const found = useQuery({ queryKey: ['search', q], queryFn: () => api.search(q), enabled: q !== '' });
  return q === text ? found.data : undefined;
}

function useLater(text: string): string {
  const [later, setLater] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLater(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return later;
}
