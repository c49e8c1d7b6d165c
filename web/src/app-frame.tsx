import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { api } from './api.js';
import { useWords } from './language.js';
import { LanguageSwitch } from './language-switch.js';
import type { MessageKey } from './messages.js';
import { RuleHealthBanner } from './rule-health.js';
import { mayOpen, type PARTS, useMe } from './session.js';

const LINKS: readonly { part: keyof typeof PARTS; to: string; label: MessageKey }[] = [
  { part: 'queue', to: '/', label: 'nav_queue' },
  { part: 'coverage', to: '/coverage', label: 'nav_coverage' },
  { part: 'tickets', to: '/tickets', label: 'nav_tickets' },
  { part: 'rules', to: '/rules', label: 'nav_rules' },
  { part: 'audit', to: '/audit', label: 'nav_audit' },
];

/** One line at the top; everything below it belongs to the work. */
export function AppFrame({ children }: { children: ReactNode }) {
  const me = useMe();
  const { say, nameOf } = useWords();
  const queries = useQueryClient();
  async function logOut() {
    await api.logOut().catch(() => undefined);
    queries.clear();
    // A fresh page holds nothing of what was on this one.
    window.location.assign('/');
  }
  return (
    <>
      <a className="skip" href="#content">
        {say('skip')}
      </a>
      <header className="frame">
        <strong className="brand">{say('app')}</strong>
        <nav aria-label={say('nav')}>
          {LINKS.filter((l) => mayOpen(me, l.part)).map((link) => (
            <NavLink key={link.to} to={link.to} end={link.to === '/'}>
              {say(link.label)}
            </NavLink>
          ))}
        </nav>
        <span className="who">
          {me.displayName} <small>{nameOf(me.role)}</small>
        </span>
        <LanguageSwitch />
        <Button size="compact-sm" variant="default" onClick={logOut}>
          {say('log_out')}
        </Button>
      </header>
      <main id="content" tabIndex={-1}>
        <RuleHealthBanner />
        {children}
      </main>
    </>
  );
}
