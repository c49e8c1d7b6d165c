import { useState } from 'react';
import { KEY_SHEET, KEY_TERMS, type Key } from '../../src/words/console/keys.js';
import { Dialog } from './dialog.js';
import { keysInUse, useKeys } from './keys.js';
import { useWords } from './language.js';

const SIGNS: Partial<Record<Key, string>> = { Escape: 'Esc', 'Ctrl+k': 'Ctrl+K' };

/** What each key does on the page that one is on: `?` opens it, and so does the button for whoever does not know that. */
export function KeySheet() {
  const { say } = useWords();
  const [keys, setKeys] = useState<readonly Key[]>();
  const open = () => setKeys(inOrder(keysInUse()));
  useKeys({ '?': open });
  return (
    <>
      <button
        type="button"
        className="help"
        aria-label={say(KEY_SHEET.open)}
        title={say(KEY_SHEET.open)}
        onClick={open}
      >
        ?
      </button>
      <Dialog isOpen={keys !== undefined} onClose={() => setKeys(undefined)} title={say(KEY_SHEET.title)}>
        <p className="explain">{say(KEY_SHEET.explain)}</p>
        <dl className="key-sheet">
          {keys?.map((key) => (
            <div key={key}>
              <dt>
                <kbd>{SIGNS[key] ?? key}</kbd>
              </dt>
              <dd>{say(KEY_TERMS[key])}</dd>
            </div>
          ))}
        </dl>
        <p className="explain">{say(KEY_SHEET.always)}</p>
      </Dialog>
    </>
  );
}

function inOrder(used: ReadonlySet<string>): Key[] {
  return (Object.keys(KEY_TERMS) as Key[]).filter((key) => used.has(key));
}
