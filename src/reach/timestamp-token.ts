import { randomBytes, X509Certificate } from 'node:crypto';
import { Integer, OctetString } from 'asn1js';
import {
  AlgorithmIdentifier,
  Certificate,
  ContentInfo,
  ExtKeyUsage,
  id_ExtKeyUsage,
  id_eContentType_TSTInfo,
  id_sha256,
  MessageImprint,
  SignedData,
  TimeStampReq,
  TimeStampResp,
  TSTInfo,
} from 'pkijs';
import { sha256Of, type TimestampProblem } from '../domain/audit-timestamps.js';

/** The signer's certificate says that it stamps times, and is for nothing else. */
const STAMPS_TIMES = '1.3.6.1.5.5.7.3.8';
const NONCE_BYTES = 8;
/** PKIStatus of RFC 3161: granted, granted with modifications. */
const GRANTED = [0, 1];

export interface TimestampQuery {
  readonly der: Buffer;
  readonly nonce: Buffer;
}

/** Asks for the time of `text`, with the certificate of who stamps it in the answer. */
export function timestampQuery(text: string): TimestampQuery {
  // Without a sign bit and without leading zeros, so that DER has one spelling for it.
  const nonce = randomBytes(NONCE_BYTES);
  nonce[0] = (nonce[0]! & 0x3f) | 0x40;
  const hashAlgorithm = new AlgorithmIdentifier({ algorithmId: id_sha256 });
  const hashedMessage = new OctetString({ valueHex: sha256Of(text) });
  const messageImprint = new MessageImprint({ hashAlgorithm, hashedMessage });
  const query = new TimeStampReq({
    version: 1,
    messageImprint,
    certReq: true,
    nonce: new Integer({ valueHex: nonce }),
  });
  return { der: Buffer.from(query.toSchema().toBER()), nonce };
}

export type TokenCheck = { readonly at: Date } | { readonly problem: TimestampProblem };

/** The token of an authority's answer, as it came; what it is worth is for `checkToken`. */
export function readTimestampAnswer(
  der: Buffer,
  { nonce }: Pick<TimestampQuery, 'nonce'>,
): { readonly token: Buffer } | { readonly problem: TimestampProblem } {
  try {
    const answer = TimeStampResp.fromBER(new Uint8Array(der));
    if (!GRANTED.includes(answer.status.status)) return { problem: 'refused' };
    if (!answer.timeStampToken) return { problem: 'unreadable' };
    const token = Buffer.from(answer.timeStampToken.toSchema().toBER());
    const said = infoOf(signedDataOf(token)).nonce?.valueBlock.valueHexView;
    return said && nonce.equals(said) ? { token } : { problem: 'nonce' };
  } catch {
    // Whatever the library stumbles over: it is no answer of a time-stamping authority.
    return { problem: 'unreadable' };
  }
}

/** Whether `text` was stamped, by whom one of the trusted certificates vouches for at that time. */
export async function checkToken(
  token: Buffer,
  { text, trusted }: { text: string; trusted: readonly Certificate[] },
): Promise<TokenCheck> {
  try {
    const signed = signedDataOf(token);
    const info = infoOf(signed);
    const { hashAlgorithm, hashedMessage } = info.messageImprint;
    const isOfText =
      hashAlgorithm.algorithmId === id_sha256 && sha256Of(text).equals(hashedMessage.valueBlock.valueHexView);
    if (!isOfText) return { problem: 'imprint' };
    return (await isSignedByTrusted(signed, { text, trusted })) ? { at: info.genTime } : { problem: 'signature' };
  } catch {
    return { problem: 'unreadable' };
  }
}

function signedDataOf(token: Buffer): SignedData {
  const content = ContentInfo.fromBER(new Uint8Array(token));
  if (content.contentType !== ContentInfo.SIGNED_DATA) throw new TypeError('not signed');
  return new SignedData({ schema: content.content });
}

function infoOf({ encapContentInfo: { eContentType, eContent } }: SignedData): TSTInfo {
  if (eContentType !== id_eContentType_TSTInfo || !eContent) throw new TypeError('not a time-stamp');
  return TSTInfo.fromBER(eContent.getValue());
}

/** At the time that the token names: a certificate that has run out since then was good when it stamped. */
async function isSignedByTrusted(
  signed: SignedData,
  { text, trusted }: { text: string; trusted: readonly Certificate[] },
): Promise<boolean> {
  if (signed.signerInfos.length !== 1 || !signed.signerInfos[0]?.signedAttrs) return false;
  const data = new Uint8Array(Buffer.from(text, 'utf8')).buffer;
  const options = { signer: 0, data, trustedCerts: [...trusted], checkChain: true };
  const result = await signed.verify({ ...options, extendedMode: true }).catch(() => undefined);
  return result?.signatureVerified === true && stampsTimes(result.signerCertificate);
}

function stampsTimes(certificate: Certificate | null | undefined): boolean {
  const usage = certificate?.extensions?.find(({ extnID }) => extnID === id_ExtKeyUsage);
  if (!usage?.critical || !(usage.parsedValue instanceof ExtKeyUsage)) return false;
  const { keyPurposes } = usage.parsedValue;
  return keyPurposes.length === 1 && keyPurposes[0] === STAMPS_TIMES;
}

/** Every certificate of a PEM file. */
export function readCertificates(pem: string): Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return found.map((one) => Certificate.fromBER(new X509Certificate(one).raw));
}
