import type { AdjudicationList } from '../../src/console/views/adjudication-schemas.js';
import type { AgreementPage, AgreementTable, AgreementView } from '../../src/console/views/agreement-schemas.js';
import type { CoverageTree } from '../../src/console/views/coverage-schemas.js';
import type { DecisionList } from '../../src/console/views/decision-schemas.js';
import type { DraftAnswer, DraftBody, SavedDraft } from '../../src/console/views/draft-schemas.js';
import type { EvidenceList, FlagPage, VerdictBody } from '../../src/console/views/flag-schemas.js';
import type { MissedList } from '../../src/console/views/missed-schemas.js';
import type { NoticeList, NoticeMail, ReadBody } from '../../src/console/views/notice-schemas.js';
import type { AuditList, ChainReport, TicketList } from '../../src/console/views/oversight-schemas.js';
import type { PendingList } from '../../src/console/views/pending-schemas.js';
import type { AskedLine, ForMe } from '../../src/console/views/question-schemas.js';
import type { Queue } from '../../src/console/views/queue-schemas.js';
import type { Colleagues, RemarkBody, Remarks } from '../../src/console/views/remark-schemas.js';
import type { RuleHealthView, RuleList } from '../../src/console/views/rule-schemas.js';
import type { ApiError, Me } from '../../src/console/views/schemas.js';
import type { SearchAnswer } from '../../src/console/views/search-schemas.js';
import type { Template, TemplateBody, TemplateList } from '../../src/console/views/template-schemas.js';
import type {
  Invitation,
  InvitedAnswer,
  NewUser,
  UserChangeBody,
  UserChanged,
  UserList,
} from '../../src/console/views/user-schemas.js';
import type { SheetFormat } from '../../src/domain/decided.js';
import type { Language } from '../../src/words/language.js';
import { readStored } from './language.js';

export type {
  AuditList,
  CoverageTree,
  DraftBody,
  EvidenceList,
  FlagPage,
  Me,
  Queue,
  RuleHealthView as RuleHealth,
  RuleList,
};
export type KeptDraft = NonNullable<DraftAnswer['draft']>;
export type Decision = DecisionList['items'][number];
export type { DecisionList, InvitedAnswer, NewUser, Template, TemplateList, UserChangeBody, UserList };
export type ListedUser = UserList['users'][number];
export type Adjudication = AdjudicationList['items'][number];
export type { AdjudicationList, AgreementTable, AgreementView, NoticeList };
export type Colleague = Colleagues['colleagues'][number];
export type AskedItem = ForMe['items'][number];
export type { AskedLine };
export type QueueItem = Queue['items'][number];
export type Verdict = VerdictBody['verdict'];

/** An answer that is not 2xx, in the server's own words; `status` 0 when there was no answer. */
export class ApiFailure extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    said: { readonly message: string; readonly hint: string },
  ) {
    super(said.message);
    this.hint = said.hint;
  }
  readonly hint: string;
}

/** Of the session; the server gives it at log-in and with `/api/me`. */
let csrfToken = '';

let released: Promise<unknown> = Promise.resolve();
/** The claim that was asked for last: given back before it is there, it would be taken after all. */
let asked: Promise<unknown> = Promise.resolve();

function ask<T>(path: string, tab: string): Promise<T> {
  const answer = call<T>('POST', path, { tab });
  asked = answer.catch(() => undefined);
  return answer;
}

export interface QueueFilters {
  readonly office?: string;
  readonly kind?: string;
  readonly rule?: string;
  readonly platform?: string;
  readonly stage?: string;
  readonly evidence?: string;
  /** Of what waits for a first decision. */
  readonly due?: 'overdue';
  readonly held?: 'mine';
  /** `me`, `none`, or a person's id. */
  readonly assigned?: string;
  /** Else those on which no answer is waited for. */
  readonly question?: 'waiting';
  /** The local day of the act. */
  readonly acted?: string;
  readonly words?: string;
  readonly account?: string;
  readonly ticket?: string;
  /** Else a line for each flag. */
  readonly group?: 'same';
  /** Else the oldest first. */
  readonly order?: 'similar';
  /** Else what waits for a first decision. */
  readonly waiting?: 'second';
}

/** As the address of the list holds them. */
export interface DecisionFilters {
  readonly verdict?: string | undefined;
  readonly person?: string | undefined;
  readonly day?: string | undefined;
  readonly until?: string | undefined;
  readonly office?: string | undefined;
  readonly rule?: string | undefined;
  readonly words?: string | undefined;
  readonly account?: string | undefined;
  readonly ticket?: string | undefined;
}

export const api = {
  me: () => keepToken(call<Me>('GET', '/api/me')),
  logIn: (username: string, password: string, code?: string) =>
    keepToken(call<Me>('POST', '/api/login', { username, password, code })),
  logOut: () => call<null>('POST', '/api/logout', {}),
  async queue({ waiting, ...filters }: QueueFilters, cursor?: string) {
    // The flag just left is given back first: the list would still say that one holds it.
    await released;
    return call<Queue>('GET', `${listAddress(waiting)}${queryOf({ ...filters, cursor })}`);
  },
  flag: (id: string) => call<FlagPage>('GET', `/api/flags/${encodeURIComponent(id)}`),
  claim: (id: string, tab: string) => ask<FlagPage>(`/api/flags/${encodeURIComponent(id)}/claim`, tab),
  renew: (id: string, tab: string) => ask<{ until: string }>(`/api/flags/${encodeURIComponent(id)}/renew`, tab),
  /** Nobody is left on the page to be told of a failure; an unreleased claim ends by itself. */
  release(id: string, tab: string): void {
    const give = () => call<null>('POST', `/api/flags/${encodeURIComponent(id)}/release`, { tab });
    released = asked.then(give).catch(() => undefined);
  },
  /** Arrives although the page is closing, and carries no header. */
  leave(id: string, tab: string): void {
    const body = new Blob([JSON.stringify({ tab, csrfToken })], { type: 'application/json' });
    navigator.sendBeacon(`/api/flags/${encodeURIComponent(id)}/leave`, body);
  },
  draft: (id: string) => call<DraftAnswer>('GET', `/api/flags/${encodeURIComponent(id)}/draft`),
  saveDraft: (id: string, body: DraftBody) =>
    call<SavedDraft>('POST', `/api/flags/${encodeURIComponent(id)}/draft`, body),
  next: ({ waiting, ...filters }: QueueFilters, after?: string) =>
    call<{ id: string | null }>('POST', `${listAddress(waiting)}/next`, { ...filters, after }),
  decide: (id: string, body: VerdictBody) =>
    call<FlagPage>('POST', `/api/flags/${encodeURIComponent(id)}/verdict`, body),
  pending: () => call<PendingList>('GET', '/api/pending-decisions'),
  undo: (id: string) => call<null>('POST', `/api/flags/${encodeURIComponent(id)}/undo`, {}),
  /** It counts without waiting for the rest of the time. */
  settle: (id: string) => call<FlagPage>('POST', `/api/flags/${encodeURIComponent(id)}/settle`, {}),
  assign: (id: string, to: string | null) =>
    call<FlagPage>('POST', `/api/flags/${encodeURIComponent(id)}/assign`, { to }),
  take: (id: string, isMine: boolean) =>
    call<FlagPage>('POST', `/api/flags/${encodeURIComponent(id)}/take`, { isMine }),
  questions: () => call<ForMe>('GET', '/api/questions'),
  answer: (id: string, body: RemarkBody & { askedAt: string }) =>
    call<{ at: string }>('POST', `/api/questions/${encodeURIComponent(id)}/answer`, body),
  colleagues: (id: string) => call<Colleagues>('GET', `/api/flags/${encodeURIComponent(id)}/colleagues`),
  writeRemark: (id: string, body: RemarkBody) =>
    call<Remarks>('POST', `/api/flags/${encodeURIComponent(id)}/remarks`, body),
  templatesFor: (id: string) =>
    call<{ templates: Template[] }>('GET', `/api/flags/${encodeURIComponent(id)}/templates`),
  templates: () => call<TemplateList>('GET', '/api/templates'),
  saveTemplate: (body: TemplateBody, id?: string) =>
    call<{ id: string }>('POST', `/api/templates${id === undefined ? '' : `/${encodeURIComponent(id)}`}`, body),
  removeTemplate: (id: string) => call<null>('POST', `/api/templates/${encodeURIComponent(id)}/remove`, {}),
  search: (q: string) => call<SearchAnswer>('GET', `/api/search${queryOf({ q })}`),
  evidence: (id: string) => call<EvidenceList>('GET', `/api/flags/${encodeURIComponent(id)}/evidence`),
  changePassword: (current: string, next: string) => call<null>('POST', '/api/me/password', { current, next }),
  users: ({ q }: { q?: string | undefined }, cursor?: string) =>
    call<UserList>('GET', `/api/users${queryOf({ q, cursor })}`),
  inviteUser: (body: NewUser) => call<InvitedAnswer>('POST', '/api/users', body),
  inviteAgain: (id: string) => call<InvitedAnswer>('POST', `/api/users/${encodeURIComponent(id)}/invitation`, {}),
  changeUser: (id: string, body: UserChangeBody) =>
    call<UserChanged>('POST', `/api/users/${encodeURIComponent(id)}`, body),
  lookAtInvitation: (token: string) => call<Invitation>('POST', '/api/invitations/look', { token }),
  takeInvitation: (token: string, password: string) => call<null>('POST', '/api/invitations/take', { token, password }),
  decisions: (filters: DecisionFilters, cursor?: string) =>
    call<DecisionList>('GET', `/api/decisions${queryOf({ ...filters, cursor })}`),
  adjudications: (cursor?: string) => call<AdjudicationList>('GET', `/api/adjudications${queryOf({ cursor })}`),
  agreement: () => call<AgreementPage>('GET', '/api/agreement'),
  notices: (page: { limit?: string; cursor?: string | undefined }) =>
    call<NoticeList>('GET', `/api/notices${queryOf(page)}`),
  noticeMail: () => call<NoticeMail>('GET', '/api/me/notice-mail'),
  setNoticeMail: (isWanted: boolean) => call<NoticeMail>('POST', '/api/me/notice-mail', { isWanted }),
  readNotices: (which: ReadBody) => call<null>('POST', '/api/notices/read', which),
  coverage: (day?: string) => call<CoverageTree>('GET', `/api/coverage${queryOf({ day })}`),
  tickets: () => call<TicketList>('GET', '/api/tickets'),
  audit: (before?: number) => call<AuditList>('GET', `/api/audit${queryOf({ before: before?.toString() })}`),
  rules: () => call<RuleList>('GET', '/api/rules'),
  missed: () => call<MissedList>('GET', '/api/rules/missed'),
  ruleHealth: () => call<RuleHealthView>('GET', '/api/rules/health'),
  verifyAudit: () => call<ChainReport>('GET', '/api/audit/verify'),
};

function listAddress(waiting: QueueFilters['waiting']): string {
  return waiting === 'second' ? '/api/second-reviews' : '/api/flags';
}

export function decisionSheetAddress(
  filters: DecisionFilters,
  { format, language }: { format: SheetFormat; language: Language },
): string {
  return `/api/decisions/sheet${queryOf({ ...filters, format, language })}`;
}

export function evidenceAddress(flagId: string, name: string): string {
  return `/api/flags/${encodeURIComponent(flagId)}/evidence/${encodeURIComponent(name)}`;
}

export async function keepToken(answer: Promise<Me>): Promise<Me> {
  const me = await answer;
  csrfToken = me.csrfToken;
  return me;
}

/** Browsers hold 64 kB of such bodies together, and a letter is up to four bytes. */
const KEPT_ALIVE_LENGTH = 15_000;

export async function call<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const language = { 'accept-language': readStored() };
  const text = JSON.stringify(body);
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    // A release on the way out of the page must still arrive; what is larger a browser does not send that way.
    keepalive: method === 'POST' && (text?.length ?? 0) < KEPT_ALIVE_LENGTH,
    headers:
      body === undefined ? language : { ...language, 'content-type': 'application/json', 'x-netra-csrf': csrfToken },
    body: text,
  }).catch(() => undefined);
  if (!response) throw new ApiFailure(0, 'offline', { message: '', hint: '' });
  if (response.status === 204) return null as T;
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok && answer !== undefined) return answer as T;
  const error = (answer as ApiError | undefined)?.error;
  throw new ApiFailure(response.status, error?.code ?? 'unexpected', error ?? { message: '', hint: '' });
}

export function queryOf(params: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) if (value) query.set(name, value);
  return query.size === 0 ? '' : `?${query}`;
}
