import { FRAME } from '../../src/words/console/frame.js';
import { useWords } from './language.js';

export function LanguageSwitch() {
  const { language, setLanguage, say } = useWords();
  return (
    <fieldset className="language" aria-label={say(FRAME.language)}>
      {(['id', 'en'] as const).map((code) => (
        <button
          key={code}
          type="button"
          lang={code}
          aria-pressed={language === code}
          onClick={() => setLanguage(code)}
          title={code === 'id' ? 'Bahasa Indonesia' : 'English'}
        >
          {code.toUpperCase()}
        </button>
      ))}
    </fieldset>
  );
}
