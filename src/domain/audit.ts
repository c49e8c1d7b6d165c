export const AUDIT_ACTIONS = [
  'log_keyed',
  'log_resumed',
  'head_timestamped',
  'flags_adopted',
  'flags_answered',
  'reports_answered',
  'contents_sealed',
  'login',
  'login_failed',
  'logout',
  'queue_viewed',
  'searched',
  'registry_viewed',
  'account_viewed',
  'flags_marked',
  'flag_opened',
  'flag_viewed',
  'evidence_viewed',
  'flag_claimed',
  'flag_released',
  'flag_assigned',
  'verdict_given',
  'decision_undone',
  'golden_changed',
  'calibration_begun',
  'calibration_answered',
  'remark_written',
  'question_answered',
  'registry_imported',
  'activities_import_begun',
  'activities_imported',
  'rules_changed',
  'digest_sending',
  'digest_sent',
  'digest_failed',
  'reports_brought',
  'reports_viewed',
  'report_viewed',
  'report_moved',
  'report_link_read',
  'report_answered',
  'report_decided',
  'reporter_viewed',
  'report_key_made',
  'exported',
  'token_used',
  'user_changed',
  'template_changed',
  'view_changed',
  'campaign_picture_changed',
  'nip_key_changed',
  'nip_key_forgotten',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** What happened: ids only, no names, no content. `actor` is a user id, or `system:<part>`. An absent detail is no key. */
export interface AuditEvent {
  readonly at: Date;
  readonly actor: string;
  readonly action: AuditAction;
  readonly subject: string;
  readonly details: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Of what was written with its act and got its place later: what it waited under. */
  readonly of?: string;
}

/**
 * One link: `mac` covers the event, its place `seq` (from 1, no gaps) and the mac before it. Where `isKeyed` is false
 * both are plain hashes, which whoever writes the database can make as well: written before the log had a key.
 */
export interface AuditEntry extends AuditEvent {
  readonly seq: number;
  readonly previous: string;
  readonly mac: string;
  readonly isKeyed: boolean;
}

/** The end of the log: its last place and what that link is sealed with. */
export interface AuditHead {
  readonly seq: number;
  readonly mac: string;
}
