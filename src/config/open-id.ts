import type { ConfigIssue } from './config-error.js';

/** The house's own log-in; what is secret about it is apart. */
export interface OpenIdConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** As it is called on the button. */
  readonly name: string;
}

interface Given {
  readonly NETRA_ENV: string;
  readonly NETRA_PUBLIC_URL?: string | undefined;
  readonly NETRA_OPENID_ISSUER?: string | undefined;
  readonly NETRA_OPENID_CLIENT_ID?: string | undefined;
  readonly NETRA_OPENID_CLIENT_SECRET?: string | undefined;
  readonly NETRA_OPENID_NAME: string;
}

/** `undefined`: people log in by password alone. */
export function toOpenIdConfig(given: Given): OpenIdConfig | undefined {
  const { NETRA_OPENID_ISSUER: issuer, NETRA_OPENID_CLIENT_ID: clientId, NETRA_OPENID_NAME: name } = given;
  return issuer === undefined ? undefined : { issuer, clientId: clientId ?? '', name };
}

/** What is missing where one of it is given. Pure. */
export function listOpenIdIssues(given: Given): ConfigIssue[] {
  const needs = ['NETRA_OPENID_ISSUER', 'NETRA_OPENID_CLIENT_ID', 'NETRA_OPENID_CLIENT_SECRET'] as const;
  if (needs.every((variable) => given[variable] === undefined)) return [];
  const issues = needs.flatMap((variable): ConfigIssue[] =>
    given[variable] === undefined
      ? [{ variable, advice: 'isi juga: layanan masuk instansi memerlukan ketiganya' }]
      : [],
  );
  if (given.NETRA_PUBLIC_URL === undefined) {
    issues.push({
      variable: 'NETRA_PUBLIC_URL',
      advice: 'isi juga: ke alamat itu layanan masuk instansi mengirim orang kembali',
    });
  }
  if (given.NETRA_ENV === 'production' && given.NETRA_OPENID_ISSUER?.startsWith('http:')) {
    issues.push({
      variable: 'NETRA_OPENID_ISSUER',
      advice: 'pakai https: siapa pun di antaranya dapat masuk sebagai siapa saja',
    });
  }
  return issues;
}
