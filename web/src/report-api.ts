import type { CampaignPictureBody, CampaignPictures } from '../../src/console/views/campaign-picture-schemas.js';
import type { PictureTextView } from '../../src/console/views/picture-schemas.js';
import type {
  AccountLine,
  FindingBody,
  FlagReports,
  Opinion,
  OpinionBody,
  ReadLink,
  ReportDecisionBody,
  ReportLine,
  ReportList,
  ReportPage,
  StepBody,
} from '../../src/console/views/report-schemas.js';
import { call, queryOf } from './api.js';

export type {
  AccountLine,
  CampaignPictures,
  FindingBody,
  Opinion,
  OpinionBody,
  ReadLink,
  ReportLine,
  ReportList,
  ReportPage,
};

/** As the address of the list holds them. */
export interface ReportFilters {
  readonly state?: string | undefined;
  readonly door?: string | undefined;
  readonly due?: string | undefined;
}

const path = (id: string) => `/api/reports/${encodeURIComponent(id)}`;

export const reportApi = {
  list: (filters: ReportFilters, cursor?: string) =>
    call<ReportList>('GET', `/api/reports${queryOf({ ...filters, cursor })}`),
  one: (id: string) => call<ReportPage>('GET', path(id)),
  step: (id: string, body: StepBody) => call<ReportPage>('POST', `${path(id)}/step`, body),
  message: (id: string, body: { id: string; text: string }) => call<ReportPage>('POST', `${path(id)}/message`, body),
  decide: (id: string, body: ReportDecisionBody) => call<ReportPage>('POST', `${path(id)}/decision`, body),
  pictureText: (id: string, file: string) =>
    call<PictureTextView>('GET', `${reportFileAddress('reports', id, file)}/text`),
  ofFlag: (id: string) => call<FlagReports>('GET', `/api/flags/${encodeURIComponent(id)}/reports`),
  accounts: (text: string) => call<{ accounts: AccountLine[] }>('GET', `/api/accounts${queryOf({ text })}`),
  opinion: (body: OpinionBody) => call<Opinion>('POST', '/api/opinion', body),
  posters: () => call<CampaignPictures>('GET', '/api/campaign-pictures'),
  addPoster: (body: CampaignPictureBody) => call<{ id: string }>('POST', '/api/campaign-pictures', body),
  removePoster: (id: string) => call<null>('POST', `/api/campaign-pictures/${encodeURIComponent(id)}/remove`, {}),
  readLink: (text: string) => call<ReadLink>('POST', '/api/links', { text }),
  findings: (cursor?: string) => call<ReportList>('GET', `/api/findings${queryOf({ cursor })}`),
  finding: (id: string) => call<ReportPage>('GET', `/api/findings/${encodeURIComponent(id)}`),
  bring: (body: FindingBody) => call<{ id: string; isNew: boolean }>('POST', '/api/findings', body),
};

/** `of`: whose page it is shown on; an officer reads their own, whoever checks reads any of theirs. */
export function reportFileAddress(of: 'reports' | 'findings', id: string, file: string): string {
  return `/api/${of}/${encodeURIComponent(id)}/files/${encodeURIComponent(file)}`;
}

export function posterAddress(id: string): string {
  return `/api/campaign-pictures/${encodeURIComponent(id)}/picture`;
}

/** Of the pack that was sealed behind a report's link. */
export function reportLinkAddress(id: string, name: string): string {
  return `${path(id)}/link/${encodeURIComponent(name)}`;
}

export function annexAddress(id: string): string {
  return `/api/findings/${encodeURIComponent(id)}/annex`;
}
