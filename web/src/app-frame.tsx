import { type ReactNode, useState } from 'react';
import { NavLink, useLocation } from 'react-router';
import { ADJUDICATION } from '../../src/words/console/adjudication.js';
import { AGREEMENT } from '../../src/words/console/agreement.js';
import { FLAG } from '../../src/words/console/flag.js';
import { FRAME } from '../../src/words/console/frame.js';
import { ME } from '../../src/words/console/me.js';
import { NOTICES } from '../../src/words/console/notices.js';
import { PEOPLE } from '../../src/words/console/people.js';
import { POSTERS } from '../../src/words/console/posters.js';
import { FOR_ME } from '../../src/words/console/question.js';
import { TEMPLATES } from '../../src/words/console/templates.js';
import type { Message } from '../../src/words/say.js';
import { ROLE_TERMS } from '../../src/words/terms.js';
import { RefusalNote } from './failure-note.js';
import { useWords } from './language.js';
import { LanguageSwitch } from './language-switch.js';
import { LogOutButton } from './log-out.js';
import { useUnread } from './notices-page.js';
import { PrintHead } from './print-head.js';
import { RuleHealthBanner } from './rule-health.js';
import { SearchBox } from './search-box.js';
import { type Ability, may, useMe } from './session.js';
import { useTitle } from './title.js';
import { UndoBar } from './undo-bar.js';

/** A part is there for whoever has one of these. */
const LINKS: readonly { to: string; label: Message; opensWith: readonly Ability[] }[] = [
  { to: '/', label: FRAME.nav.queue, opensWith: ['see_queue'] },
  { to: '/questions', label: FOR_ME.title, opensWith: ['answer_questions'] },
  { to: '/reports', label: FRAME.nav.reports, opensWith: ['check_reports'] },
  { to: '/findings', label: FRAME.nav.findings, opensWith: ['bring_findings'] },
  { to: '/decisions', label: FRAME.nav.decisions, opensWith: ['see_queue'] },
  { to: '/adjudicate', label: ADJUDICATION.title, opensWith: ['adjudicate'] },
  { to: '/coverage', label: FRAME.nav.coverage, opensWith: ['see_coverage'] },
  { to: '/tickets', label: FRAME.nav.tickets, opensWith: ['see_symmetry'] },
  { to: '/rules', label: FRAME.nav.rules, opensWith: ['see_rules', 'see_rule_health'] },
  { to: '/templates', label: TEMPLATES.title, opensWith: ['edit_templates'] },
  { to: '/users', label: PEOPLE.title, opensWith: ['manage_users'] },
  { to: '/audit', label: FRAME.nav.audit, opensWith: ['read_audit'] },
];

/** Of pages that no part leads to. */
const TITLES: readonly (readonly [start: string, title: Message])[] = [
  ['/flags/', FLAG.title],
  ['/reports/', FRAME.nav.reports],
  ['/findings/', FRAME.nav.findings],
  ['/agreement', AGREEMENT.title],
  ['/posters', POSTERS.title],
  ['/notices', NOTICES.title],
  ['/me', ME.title],
];

/** One line at the top; everything below it belongs to the work. */
export function AppFrame({ children }: { children: ReactNode }) {
  const me = useMe();
  const { say, nameOf } = useWords();
  const { pathname } = useLocation();
  const part =
    LINKS.find(({ to }) => to === pathname)?.label ?? TITLES.find(([start]) => pathname.startsWith(start))?.[1];
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
          {LINKS.filter(({ opensWith }) => opensWith.some((ability) => may(me, ability))).map((link) => (
            <NavLink key={link.to} to={link.to} end={link.to === '/'}>
              {say(link.label)}
            </NavLink>
          ))}
        </nav>
        {may(me, 'decide') && <SearchBox />}
        <NoticesLink />
        <NavLink className="who" to="/me">
          {me.displayName} <small>{nameOf(ROLE_TERMS, me.role)}</small>
        </NavLink>
        <LanguageSwitch />
        <LogOutButton onFailed={setFailure} />
      </header>
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
