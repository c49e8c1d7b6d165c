import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { receiptOf } from '../../domain/receipt.js';

/**
 * Every form that is handed out is one submission: sent twice, it is the same report with the same receipt. The number in
 * it is kept nowhere, so that neither the receipt nor the form can be made again from what is stored.
 */
export interface FormTokens {
  issue(now: Date): string;
  /** `undefined`: none of ours, or changed. */
  read(token: string): FormToken | undefined;
  /** The same of a number that a portal chose: it is as secret as the receipt that comes out of it. */
  ofSubmission(number: string): Pick<FormToken, 'reportId' | 'receipt'>;
}

export interface FormToken {
  readonly issuedAt: Date;
  readonly reportId: string;
  readonly receipt: string;
  /** Of this text, added to a thread by this form: sent again it is the same message, and another text is another one. */
  messageIdOf(text: string): string;
}

/** A report may be written over a day, and sent by a telephone that finds its network in the evening. */
export const FORM_LIFE_MS = 26 * 3_600_000;

const FORM = /^([0-9a-z]{1,10})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{22})$/;

export function createFormTokens(secret: Uint8Array): FormTokens {
  const mac = (kind: string, text: string) => createHmac('sha256', secret).update(`${kind} ${text}`).digest();
  const short = (bytes: Buffer) => bytes.toString('base64url').slice(0, 22);
  const hash = (text: string) => short(createHash('sha256').update(text).digest());
  const idsOf = (number: string) => ({
    reportId: hash(`report ${number}`),
    receipt: receiptOf(mac('report receipt', number)),
  });
  return {
    issue(now) {
      const body = `${now.getTime().toString(36)}.${randomBytes(16).toString('base64url')}`;
      return `${body}.${short(mac('report form', body))}`;
    },
    read(token) {
      const [, time = '', number = '', given = ''] = FORM.exec(token) ?? [];
      if (given === '') return undefined;
      const isOurs = timingSafeEqual(Buffer.from(given), Buffer.from(short(mac('report form', `${time}.${number}`))));
      if (!isOurs) return undefined;
      return {
        issuedAt: new Date(Number.parseInt(time, 36)),
        ...idsOf(number),
        messageIdOf: (text) => hash(`message ${number} ${text}`),
      };
    },
    ofSubmission: (number) => idsOf(`portal ${number}`),
  };
}

/** Neither from yesterday's page nor from a clock of tomorrow. */
export function isFresh({ issuedAt }: FormToken, now: Date): boolean {
  const age = now.getTime() - issuedAt.getTime();
  return age >= -60_000 && age <= FORM_LIFE_MS;
}
