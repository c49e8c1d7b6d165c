import { useRef } from 'react';
import { DOSSIER_COPIES, DOSSIER_FORMATS, type DossierAsked } from '../../src/domain/dossier.js';
import { HAND_OVER } from '../../src/words/console/dossier.js';
import { type FlagPage as Flag, queryOf } from './api.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';

/** Of a confirmed flag: everything it rests on as one file, for the case and for other eyes. */
export function HandOverPanel({ flag }: { flag: Flag }) {
  const { say } = useWords();
  const panel = useRef<HTMLElement>(null);
  useKeys(flag.canHandOver ? { u: () => panel.current?.querySelector('a')?.focus() } : {});
  if (!flag.canHandOver) return null;
  return (
    <section ref={panel} className="panel hand-over" aria-label={say(HAND_OVER.title)}>
      <h3>
        {say(HAND_OVER.title)} <kbd>u</kbd>
      </h3>
      <p className="dim">{say(HAND_OVER.means)}</p>
      {DOSSIER_COPIES.map((copy) => (
        <p key={copy}>
          {say(HAND_OVER.copy[copy])}:
          {DOSSIER_FORMATS.map((format) => (
            <span key={format}>
              {' '}
              <a
                href={dossierAddress(flag.id, { copy, format })}
                aria-label={`${say(HAND_OVER.copy[copy])} ${format.toUpperCase()}`}
                download
              >
                {format.toUpperCase()}
              </a>
            </span>
          ))}
        </p>
      ))}
    </section>
  );
}

function dossierAddress(id: string, asked: DossierAsked): string {
  return `/api/flags/${encodeURIComponent(id)}/dossier${queryOf({ ...asked })}`;
}
