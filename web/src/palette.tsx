import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Link, type To } from 'react-router';
import { isNamedBy } from '../../src/domain/search.js';
import { PALETTE } from '../../src/words/console/keys.js';
import { Dialog } from './dialog.js';
import { useKeys } from './keys.js';
import { useWords } from './language.js';
import { pagesOf } from './parts.js';
import { useFound } from './search-box.js';
import { useEntries } from './search-found.js';
import { may, useMe } from './session.js';
import { stepThrough } from './step-through.js';
import { viewApi } from './view-api.js';

interface Way {
  readonly kind: string;
  readonly label: string;
  readonly more?: string | undefined;
  readonly to: To;
}

/** The number of a flag, as it stands in the address of its page. */
const FLAG_ID = /^[\w-]{16,64}$/;

/** Ctrl+K on whatever page: to any page, view, flag or search that one may open, by a few letters and Enter. */
export function Palette() {
  const { say } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  useKeys({ 'Ctrl+k': () => setIsOpen(true) });
  const close = () => setIsOpen(false);
  return (
    <Dialog isOpen={isOpen} onClose={close} title={say(PALETTE.title)}>
      <Ways onChosen={close} />
    </Dialog>
  );
}

function Ways({ onChosen }: { onChosen: () => void }) {
  const { say } = useWords();
  const box = useRef<HTMLFormElement>(null);
  const [text, setText] = useState('');
  const ways = useWays(text.trim());
  return (
    <form
      ref={box}
      className="palette"
      onKeyDown={(event) => stepThrough(event, box.current)}
      onSubmit={(event) => {
        event.preventDefault();
        box.current?.querySelector<HTMLElement>('.found a')?.click();
      }}
    >
      <TextInput
        size="sm"
        data-autofocus
        autoComplete="off"
        maxLength={200}
        aria-label={say(PALETTE.label)}
        placeholder={say(PALETTE.label)}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      {ways.length === 0 && <p className="dim">{say(PALETTE.none)}</p>}
      <ul className="found" aria-label={say(PALETTE.found)}>
        {ways.map(({ kind, label, more, to }) => (
          <li key={JSON.stringify([kind, to])}>
            <Link to={to} onClick={onChosen}>
              <small>{kind}</small> <bdi>{label}</bdi> {more && <small>{more}</small>}
            </Link>
          </li>
        ))}
      </ul>
      <p className="keys">{say(PALETTE.keys)}</p>
    </form>
  );
}

/** Where what is typed may lead, the nearest first; without a word all pages and views. */
function useWays(q: string): Way[] {
  const me = useMe();
  const { say } = useWords();
  const views = useQuery({ queryKey: ['views'], queryFn: viewApi.views, enabled: may(me, 'see_queue') });
  const mayFind = may(me, 'decide');
  const found = useFound(mayFind ? q : '');
  const entries = useEntries(q, found);
  const isMeant = ({ label }: Way) => q === '' || isNamedBy(label, q);
  const pages = pagesOf(me).map(({ to, label }): Way => ({ kind: say(PALETTE.page), label: say(label), to }));
  const kept = (views.data?.views ?? []).map(
    ({ page, name, search }): Way => ({
      kind: say(PALETTE.view),
      label: name,
      to: { pathname: page === 'queue' ? '/' : '/decisions', search },
    }),
  );
  const flag: Way[] = mayFind && FLAG_ID.test(q) ? [{ kind: say(PALETTE.flag), label: q, to: `/flags/${q}` }] : [];
  const searches = mayFind && q !== '' ? entries : [];
  return [...flag, ...[...pages, ...kept].filter(isMeant), ...searches];
}
