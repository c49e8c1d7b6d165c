import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { NavLink } from 'react-router';
import { api } from './api.js';
import { useWords } from './language.js';
import { LanguageSwitch } from './language-switch.js';
import type { MessageKey } from './messages.js';
import { RuleHealthBanner } from './rule-health.js';
import { type Ability, may, useMe } from './session.js';

/** A part is there for whoever has one of these. */
const LINKS: readonly { to: string; label: MessageKey; opensWith: readonly Ability[] }[] = [
  { to: '/', label: 'nav_queue', opensWith: ['see_queue'] },
  { to: '/coverage', label: 'nav_coverage', opensWith: ['see_coverage'] },
  { to: '/tickets', label: 'nav_tickets', opensWith: ['see_symmetry'] },
  { to: '/rules', label: 'nav_rules', opensWith: ['see_rules', 'see_rule_health'] },
  { to: '/audit', label: 'nav_audit', opensWith: ['read_audit'] },
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
          {LINKS.filter(({ opensWith }) => opensWith.some((ability) => may(me, ability))).map((link) => (
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
