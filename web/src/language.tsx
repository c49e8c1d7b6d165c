import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { CODES } from './codes.js';
import { type Language, MESSAGES, type MessageKey } from './messages.js';

export interface Words {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  /** A message of the catalogue with its gaps filled. */
  readonly say: (key: MessageKey, params?: Readonly<Record<string, string | number>>) => string;
  /** The word for a code of the server; the code itself where there is none. */
  readonly nameOf: (code: string) => string;
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
  const at = language === 'id' ? 0 : 1;
  document.documentElement.lang = language;
  return {
    language,
    setLanguage(chosen) {
      localStorage.setItem(STORE_KEY, chosen);
      keep(chosen);
    },
    say: (key, params = {}) => MESSAGES[key][at].replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? '')),
    nameOf: (code) => (Object.hasOwn(CODES, code) ? CODES[code]![at] : code),
  };
}

/** Indonesian unless English was chosen here before. */
export function readStored(): Language {
  return localStorage.getItem(STORE_KEY) === 'en' ? 'en' : 'id';
}
