import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import type { Language } from '../../src/words/language.js';
import { type Say, sayIn } from '../../src/words/say.js';
import { type Terms, termOf } from '../../src/words/terms.js';

export interface Words {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** A message of the catalogue with its gaps filled. */
  readonly say: Say;
  /** The name of a code; the code itself where there is none. */
  readonly nameOf: <Code extends string>(terms: Terms<Code>, code: Code | (string & {})) => string;
}

const STORE_KEY = 'netra.language';
const LanguageContext = createContext<Words | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(readStored);
  const words = useMemo(() => createWords(language, setLanguage), [language]);
  return <LanguageContext value={words}>{children}</LanguageContext>;
}

export function useWords(): Words {
  const words = useContext(LanguageContext);
  if (!words) throw new Error('useWords outside of LanguageProvider');
  return words;
}

function createWords(language: Language, keep: (language: Language) => void): Words {
  document.documentElement.lang = language;
  return {
    language,
    setLanguage(chosen) {
      localStorage.setItem(STORE_KEY, chosen);
      keep(chosen);
    },
    say: sayIn(language),
    nameOf: (terms, code) => termOf(terms, code, language),
  };
}

/** Indonesian unless English was chosen here before. */
export function readStored(): Language {
  return localStorage.getItem(STORE_KEY) === 'en' ? 'en' : 'id';
}
