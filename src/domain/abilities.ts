/** What a person may do in the console; each of its routes asks for one of these. */
export const ABILITIES = [
  'see_queue',
  'decide',
  'review_second',
  'adjudicate',
  'assign',
  'answer_questions',
  'edit_templates',
  'keep_posters',
  'see_coverage',
  'see_registry',
  'see_symmetry',
  'see_rules',
  'see_rule_health',
  'read_audit',
  'check_reports',
  'find_accounts',
  'bring_findings',
  'open_identity',
  'manage_users',
] as const;
export type Ability = (typeof ABILITIES)[number];

interface RoleTerms {
  /** Deny by default: what is not named here is refused. */
  readonly may: readonly Ability[];
  /** `own`: the person's offices and all below them; `every`: numbers of every office. */
  readonly offices: 'own' | 'every';
}

/**
 * The one place of a role (design.md section 9): routes, `/api/me`, the browser and the command line read it. Content
 * of a flag is for those who decide on it; `sekda` sees what waits, `auditor` and `admin` see that something happened.
 */
const ROLE_TABLE = {
  reviewer: {
    offices: 'own',
    may: [
      'see_queue',
      'decide',
      'answer_questions',
      'see_coverage',
      'see_registry',
      'check_reports',
      'find_accounts',
      'bring_findings',
    ],
  },
  patrol: { offices: 'own', may: ['find_accounts', 'bring_findings'] },
  supervisor: {
    offices: 'own',
    may: [
      'see_queue',
      'decide',
      'review_second',
      'adjudicate',
      'assign',
      'answer_questions',
      'edit_templates',
      'keep_posters',
      'see_coverage',
      'see_registry',
      'see_symmetry',
      'see_rule_health',
      'check_reports',
      'find_accounts',
    ],
  },
  analyst: { offices: 'every', may: ['see_coverage', 'see_symmetry', 'see_rules', 'see_rule_health', 'keep_posters'] },
  sekda: { offices: 'own', may: ['see_queue', 'answer_questions', 'see_coverage', 'see_registry'] },
  auditor: { offices: 'every', may: ['see_coverage', 'see_symmetry', 'read_audit'] },
  // Nothing else: whoever can learn who reported sees neither reports nor flags.
  report_keeper: { offices: 'every', may: ['open_identity'] },
  admin: {
    offices: 'every',
    may: ['answer_questions', 'see_coverage', 'see_registry', 'see_rule_health', 'manage_users'],
  },
} as const satisfies Record<string, RoleTerms>;

export type Role = keyof typeof ROLE_TABLE;
export const ROLES = Object.keys(ROLE_TABLE) as readonly Role[];

export function isRole(text: string): text is Role {
  return Object.hasOwn(ROLE_TABLE, text);
}

export function abilitiesOf(role: Role): readonly Ability[] {
  return ROLE_TABLE[role].may;
}

/** `onlyFor`: whoever acts by a token was given no more than these, whatever the role has. */
export function may(
  { role, onlyFor }: { readonly role: Role; readonly onlyFor?: readonly Ability[] | undefined },
  ability: Ability,
): boolean {
  return abilitiesOf(role).includes(ability) && (onlyFor === undefined || onlyFor.includes(ability));
}

/** Bound to their `officeCodes`; the others see no content, and numbers of every office. */
export function isBoundToOffices(role: Role): boolean {
  return ROLE_TABLE[role].offices === 'own';
}
