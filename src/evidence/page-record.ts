import type { Response } from 'playwright';
import type { Suppressed } from '../reach/open-page.js';
import { destinationOf } from '../reach/way-out.js';
import type { LoadedPage } from './load-page.js';

/** What `response.json` holds: how the page came to us. */
export interface PageRecord {
  readonly requestedUrl: string;
  readonly finalUrl: string;
  readonly status: number | null;
  /** Each answer to the page itself, redirects first. */
  readonly chain: readonly { readonly url: string; readonly status: number }[];
  readonly headers: readonly (readonly [string, string])[];
  readonly remoteAddress: string | null;
  readonly tls: {
    readonly protocol: string;
    readonly subject: string | null;
    readonly issuer: string | null;
    readonly validFrom: string | null;
    readonly validTo: string | null;
  } | null;
  /** False: the page never ended loading and was captured as it stood. */
  readonly isLoadComplete: boolean;
  /** `moves`: how often the page would have become another that it may not be, or sent a form. */
  readonly suppressed: Suppressed & { readonly moves: number };
  /** `host:port` the page asked for and was refused, because it is not public. At most 100. */
  readonly refused: readonly string[];
  readonly bytesIn: number;
  readonly isDownloadCut: boolean;
  /** Nothing when the act has no text, or the page's text could not be read. */
  readonly showsActivityText: boolean | null;
}

/** Headers that carry somebody's session. */
const DROPPED_HEADERS = new Set(['set-cookie', 'set-cookie2', 'cookie', 'authorization', 'proxy-authorization']);
const MAX_REFUSED = 100;
/** A page can write two megabytes behind its own address. */
const MAX_ADDRESS = 8_192;

export async function recordPage(
  open: LoadedPage,
  target: { readonly url: string; readonly showsActivityText: boolean | null },
): Promise<PageRecord> {
  const { gate } = open;
  const last = open.answers.at(-1);
  return {
    requestedUrl: target.url,
    finalUrl: open.page.url().slice(0, MAX_ADDRESS),
    status: last?.status() ?? null,
    chain: open.answers.map((answer) => ({ url: answer.url().slice(0, MAX_ADDRESS), status: answer.status() })),
    headers: last ? await headersOf(last) : [],
    remoteAddress: last ? (gate.addresses.get(destinationOf(new URL(last.url())).name) ?? null) : null,
    tls: last ? await tlsOf(last) : null,
    isLoadComplete: open.isLoadComplete,
    suppressed: { ...open.suppressed, moves: open.documents.refused },
    refused: [...gate.refused].slice(0, MAX_REFUSED),
    bytesIn: gate.bytesIn,
    isDownloadCut: gate.isOverBudget,
    showsActivityText: target.showsActivityText,
  };
}

async function headersOf(answer: Response): Promise<(readonly [string, string])[]> {
  const headers = await answer.headersArray();
  return headers
    .map(({ name, value }) => [name.toLowerCase(), value] as const)
    .filter(([name]) => !DROPPED_HEADERS.has(name));
}

async function tlsOf(answer: Response): Promise<PageRecord['tls']> {
  const details = await answer.securityDetails();
  // Playwright gives an empty object for plain http.
  if (!details?.protocol) return null;
  const day = (seconds?: number) => (seconds === undefined ? null : new Date(seconds * 1000).toISOString());
  return {
    protocol: details.protocol,
    subject: details.subjectName ?? null,
    issuer: details.issuer ?? null,
    validFrom: day(details.validFrom),
    validTo: day(details.validTo),
  };
}
