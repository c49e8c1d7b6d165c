import { createHmac } from 'node:crypto';
import { Schema } from 'mongoose';
import { linkOf } from '../domain/link-reading.js';
import type { LinkReading, Report, ReportDecision, ReportFile, ReportMessage, ReportState } from '../domain/report.js';
import { sameWords } from '../domain/same-words.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
import { SEAL_FIELDS } from './flag-document.js';
import { asText, frozen, withoutUndefined } from './plain-value.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from './schema-options.js';
import { openText, sealText } from './seal-text.js';

export interface ReportSecrets {
  /** Its digits. */
  readonly receipt?: string | undefined;
  /** The sealed box of the browser, base64. */
  readonly identity?: string | undefined;
}

/**
 * Whatever somebody typed is sealed: whom it is about, links (they name people), words. `linkKey`, `wordsKey` and
 * `receiptKey` are keyed hashes, to find the same again and nothing else.
 */
export interface ReportDocument
  extends Pick<Report, 'door' | 'broughtAt' | 'broughtBy' | 'channel' | 'version' | 'accountId' | 'officeCode'> {
  _id: string;
  state: ReportState;
  sealed: string;
  files: ReportFile[];
  messages: (Omit<ReportMessage, 'text'> & { sealed: string })[];
  identity?: string | undefined;
  receiptKey?: string | undefined;
  linkKey?: string | undefined;
  wordsKey?: string | undefined;
  duplicateOf?: string | undefined;
  decision?: (Omit<ReportDecision, 'reason'> & { sealed: string }) | undefined;
  flagId?: string | undefined;
  reading?: ReadingDocument | undefined;
  lookDueAt?: Date | undefined;
  expireAt: Date;
}

type ReadingDocument = Omit<LinkReading, 'link' | 'post'> & { sealed: string };

const fileSchema = new Schema(
  { id: String, type: { type: String }, bytes: Number, broughtSha256: String, shownSha256: String },
  PART_OPTIONS,
);
const messageSchema = new Schema({ id: String, from: String, at: Date, by: String, sealed: String }, PART_OPTIONS);

export const reportSchema = new Schema(
  {
    _id: String,
    door: String,
    broughtAt: Date,
    broughtBy: String,
    channel: String,
    state: String,
    version: Number,
    accountId: String,
    officeCode: String,
    sealed: String,
    files: [fileSchema],
    messages: [messageSchema],
    identity: String,
    receiptKey: String,
    linkKey: String,
    wordsKey: String,
    duplicateOf: String,
    decision: new Schema({ outcome: String, by: String, at: Date, sealed: String }, PART_OPTIONS),
    flagId: String,
    reading: new Schema(
      {
        outcome: String,
        by: String,
        at: Date,
        tries: Number,
        sealed: String,
        pack: new Schema({ id: String, ...SEAL_FIELDS }, PART_OPTIONS),
      },
      PART_OPTIONS,
    ),
    lookDueAt: Date,
    expireAt: Date,
  },
  SCHEMA_OPTIONS,
);

/** How reports are sealed and found again: by keys of their own, made of the one that names acts. */
export function createReportSeal(hashKey: Buffer) {
  const keyFor = (use: string) => subkeyOf(hashKey, `netra report ${use}`);
  const content = keyFor('content');
  const finding = createFinding(keyFor('finding'));
  const seal: Sealing = (text, boundTo) => sealText(text, content, boundTo);
  const open: Sealing = (sealed, boundTo) => openText(sealed, content, boundTo);
  return {
    ...finding,
    sealMessage: ({ text, ...rest }: ReportMessage, id: string) =>
      withoutUndefined({ ...rest, sealed: seal(text, `${id} ${rest.id}`) }),
    sealDecision: ({ reason, ...rest }: ReportDecision, id: string) => ({
      ...rest,
      sealed: seal(reason, `${id} decision`),
    }),
    sealReading: ({ link, post, ...rest }: LinkReading, id: string) =>
      withoutUndefined({ ...rest, sealed: seal(JSON.stringify({ link, post }), `${id} reading`) }),
    toDocument: (report: Report, secrets: ReportSecrets) =>
      toDocument(report, {
        sealed: seal(JSON.stringify({ who: report.who, act: report.act }), report.id),
        identity: secrets.identity,
        receiptKey: finding.receiptKey(secrets.receipt),
        linkKey: finding.linkKey(report),
        wordsKey: finding.wordsKey(report),
      }),
    toReport: (document: ReportDocument) => toReport(document, open),
  };
}

export type ReportSeal = ReturnType<typeof createReportSeal>;

type Sealing = (text: string, boundTo: string) => string;

/** Keyed hashes by which the same is found again. */
function createFinding(key: Buffer) {
  const find = (kind: string, text: string | undefined) =>
    text ? createHmac('sha256', key).update(`${kind} ${text}`).digest('base64url') : undefined;
  return {
    receiptKey: (receipt: string | undefined) => find('receipt', receipt),
    // Of one account people tell many things: its address says nothing of which.
    linkKey: (report: Pick<Report, 'act' | 'reading'>) => {
      const link = linkOf(report);
      return link?.kind === 'profile' ? undefined : find('link', link?.canonical);
    },
    wordsKey: ({ act }: Pick<Report, 'act'>) => find('words', sameWords(act.words)),
  };
}

/** Field by field: it goes past Mongoose. */
function toDocument(
  report: Report,
  sealed: Pick<ReportDocument, 'sealed' | 'identity' | 'receiptKey' | 'linkKey' | 'wordsKey'>,
): ReportDocument {
  const { id, door, broughtAt, broughtBy, channel, state, version, accountId, officeCode } = report;
  return withoutUndefined({
    _id: asText(id),
    door,
    broughtAt,
    broughtBy,
    channel,
    state,
    version,
    accountId,
    officeCode,
    files: report.files.map(({ id: fileId, type, bytes, broughtSha256, shownSha256 }) =>
      withoutUndefined({ id: fileId, type, bytes, broughtSha256, shownSha256 }),
    ),
    messages: [],
    lookDueAt: report.lookDueAt,
    expireAt: report.expiresAt,
    ...sealed,
  });
}

function toReport({ _id: id, ...document }: ReportDocument, open: Sealing): Report {
  const { sealed, messages, identity, decision, reading, expireAt, ...kept } = document;
  const { receiptKey: _receipt, linkKey: _link, wordsKey: _words, ...rest } = kept;
  return frozen({
    ...rest,
    id,
    ...openContent(open(sealed, id)),
    messages: messages.map(({ sealed: text, ...one }) => ({ ...one, text: open(text, `${id} ${one.id}`) })),
    hasIdentity: identity !== undefined,
    decision: decision && openDecision(decision, (text) => open(text, `${id} decision`)),
    reading: reading && openReading(reading, (text) => open(text, `${id} reading`)),
    expiresAt: expireAt,
  });
}

function openReading({ sealed, ...rest }: ReadingDocument, open: (sealed: string) => string): LinkReading {
  return { ...rest, ...(JSON.parse(open(sealed)) as Pick<LinkReading, 'link' | 'post'>) };
}

function openContent(json: string): Pick<Report, 'who' | 'act'> {
  const { who, act } = JSON.parse(json) as Pick<Report, 'who' | 'act'>;
  return { who, act: { ...act, seenAt: act.seenAt && new Date(act.seenAt) } };
}

function openDecision(
  { sealed, ...rest }: NonNullable<ReportDocument['decision']>,
  open: (sealed: string) => string,
): ReportDecision {
  return { ...rest, reason: open(sealed) };
}
