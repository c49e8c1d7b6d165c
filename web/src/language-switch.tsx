import { FRAME } from '../../src/words/console/frame.js';
import { LANGUAGE_NAMES, LANGUAGES } from '../../src/words/language.js';
import { useWords } from './language.js';

export function LanguageSwitch() {
  const { language, setLanguage, say } = useWords();
  return (
    <fieldset className="language" aria-label={say(FRAME.language)}>
      {LANGUAGES.map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={language === code}
          onClick={() => setLanguage(code)}
          title={LANGUAGE_NAMES[code]}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
