import { type ReactNode, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { FRAME } from '../../src/words/console/frame.js';
import { NOTICES } from '../../src/words/console/notices.js';
import { ROLE_TERMS } from '../../src/words/terms.js';
import { RefusalNote } from './failure-note.js';
import { KeySheet } from './key-sheet.js';
import { useWords } from './language.js';
import { LanguageSwitch } from './language-switch.js';
import { LogOutButton } from './log-out.js';
import { useUnread } from './notices-page.js';
import { Palette } from './palette.js';
import { partsOf, titleAt } from './parts.js';
import { PrintHead } from './print-head.js';
import { RuleHealthBanner } from './rule-health.js';
import { SearchBox } from './search-box.js';
import { may, useMe } from './session.js';
import { useTitle } from './title.js';
import { UndoBar } from './undo-bar.js';

/** One line at the top; everything below it belongs to the work. */
export function AppFrame({ children }: { children: ReactNode }) {
  const me = useMe();
  const { say, nameOf } = useWords();
  const { pathname } = useLocation();
  const part = titleAt(pathname);
  useTitle(part && say(part));
  const [failure, setFailure] = useState<unknown>();
  return (
    <>
      <a className="skip" href="#content">
        {say(FRAME.skip)}
      </a>
      <header className="frame">
        <strong className="brand">{say(FRAME.app)}</strong>
        <nav aria-label={say(FRAME.parts)}>
          {partsOf(me).map(({ to, label }) => (
            <NavLink key={to} to={to} end={to === '/'}>
              {say(label)}
            </NavLink>
          ))}
        </nav>
        {may(me, 'decide') && <SearchBox />}
        <NoticesLink />
        <NavLink className="who" to="/me">
          {me.displayName} <small>{nameOf(ROLE_TERMS, me.role)}</small>
        </NavLink>
        <LanguageSwitch />
        <KeySheet />
        <LogOutButton onFailed={setFailure} />
      </header>
      <Palette />
      <main id="content" tabIndex={-1}>
        <PrintHead />
        {failure !== undefined && <RefusalNote error={failure} />}
        <RuleHealthBanner />
        {may(me, 'decide') && <UndoBar />}
        {children}
      </main>
    </>
  );
}

function NoticesLink() {
  const { say } = useWords();
  const n = useUnread();
  return (
    <NavLink className="told" to="/notices">
      {say(NOTICES.title)}{' '}
      {n > 0 && (
        <span className="badge warn">
          {n}
          <span className="sr-only"> {say(NOTICES.unread)}</span>
        </span>
      )}
    </NavLink>
  );
}
