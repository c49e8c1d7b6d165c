import { ADJUDICATION } from '../../src/words/console/adjudication.js';
import { AGREEMENT } from '../../src/words/console/agreement.js';
import { FLAG } from '../../src/words/console/flag.js';
import { FRAME } from '../../src/words/console/frame.js';
import { ME } from '../../src/words/console/me.js';
import { NOTICES } from '../../src/words/console/notices.js';
import { PEOPLE } from '../../src/words/console/people.js';
import { POSTERS } from '../../src/words/console/posters.js';
import { FOR_ME } from '../../src/words/console/question.js';
import { REGISTRY_PAGE } from '../../src/words/console/registry.js';
import { TEMPLATES } from '../../src/words/console/templates.js';
import type { Message } from '../../src/words/say.js';
import type { Me } from './api.js';
import { type Ability, may } from './session.js';

interface Part {
  readonly to: string;
  readonly label: Message;
  /** It is there for whoever has one of these; for everybody without. */
  readonly opensWith?: readonly Ability[];
}

/** The parts of the console, in the order of the top line. */
export const PARTS: readonly Part[] = [
  { to: '/', label: FRAME.nav.queue, opensWith: ['see_queue'] },
  { to: '/questions', label: FOR_ME.title, opensWith: ['answer_questions'] },
  { to: '/reports', label: FRAME.nav.reports, opensWith: ['check_reports'] },
  { to: '/findings', label: FRAME.nav.findings, opensWith: ['bring_findings'] },
  { to: '/decisions', label: FRAME.nav.decisions, opensWith: ['see_queue'] },
  { to: '/adjudicate', label: ADJUDICATION.title, opensWith: ['adjudicate'] },
  { to: '/coverage', label: FRAME.nav.coverage, opensWith: ['see_coverage'] },
  { to: '/registry', label: REGISTRY_PAGE.title, opensWith: ['see_registry'] },
  { to: '/tickets', label: FRAME.nav.tickets, opensWith: ['see_symmetry'] },
  { to: '/rules', label: FRAME.nav.rules, opensWith: ['see_rules', 'see_rule_health'] },
  { to: '/users', label: PEOPLE.title, opensWith: ['manage_users'] },
  { to: '/audit', label: FRAME.nav.audit, opensWith: ['read_audit'] },
];

/** Pages that stand beside the top line. */
const BESIDE: readonly Part[] = [
  { to: '/agreement', label: AGREEMENT.title, opensWith: ['adjudicate'] },
  { to: '/templates', label: TEMPLATES.title, opensWith: ['edit_templates'] },
  { to: '/posters', label: POSTERS.title, opensWith: ['keep_posters'] },
  { to: '/notices', label: NOTICES.title },
  { to: '/me', label: ME.title },
];

/** One thing of a list, each with an address of its own. */
const SINGLE: readonly (readonly [start: string, title: Message])[] = [
  ['/flags/', FLAG.title],
  ['/reports/', FRAME.nav.reports],
  ['/findings/', FRAME.nav.findings],
  ['/registry/', REGISTRY_PAGE.account],
];

/** All that this person may open. */
export function pagesOf(me: Me): readonly Part[] {
  return [...PARTS, ...BESIDE].filter(({ opensWith }) => !opensWith || opensWith.some((ability) => may(me, ability)));
}

/** What the top line shows to this person. */
export function partsOf(me: Me): readonly Part[] {
  return pagesOf(me).filter((part) => PARTS.includes(part));
}

/** What the page at an address is called. */
export function titleAt(pathname: string): Message | undefined {
  const page = [...PARTS, ...BESIDE].find(({ to }) => to === pathname);
  return page?.label ?? SINGLE.find(([start]) => pathname.startsWith(start))?.[1];
}
