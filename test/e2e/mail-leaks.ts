import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { MEMBERS } from '../../src/demo/content/cast.js';

export interface ReadMail {
  readonly to: string;
  /** Holds office and day: two mails with one id are one digest sent twice. */
  readonly id: string;
  readonly subject: string;
  /** Everything a reader or a mail server can see: all headers, the text and the markup, decoded. */
  readonly everything: string;
}

export async function readMails(folder: string): Promise<ReadMail[]> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return Promise.all(
    names.map(async (name) => {
      const mail = await simpleParser(readFileSync(join(folder, name)));
      const headers = mail.headerLines.map(({ line }) => line).join('\n');
      const to = [mail.to ?? []].flat().map((address) => address.text);
      const everything = [headers, mail.subject, mail.text, mail.html || ''].join('\n');
      return { to: to.join(', '), id: mail.messageId ?? '', subject: mail.subject ?? '', everything };
    }),
  );
}

/** Surnames, handles, NIPs and quotes of the sample people that a text holds. */
export function leaksOf(text: string, quotes: readonly string[]): string[] {
  const plain = flat(text);
  const surnames = MEMBERS.map(({ name }) => name.split(' ').at(-1)!);
  // A page of the village bulletin has an ordinary word as its key: there the path is the handle.
  const handles = MEMBERS.map(({ key, platform }) => (platform === 'web' ? `/warga/${key}` : key));
  const words = [...surnames, ...handles].filter((word) => plain.includes(flat(word)));
  return [...words, ...(plain.match(/\b\d{18}\b/g) ?? []), ...quotes.filter((quote) => isQuoted(plain, quote))];
}

const QUOTED_WORDS = 4;

/** Any four words of it in a row, or all of it where it is shorter. */
function isQuoted(plain: string, quote: string): boolean {
  const words = flat(quote).split(' ').filter(Boolean);
  if (words.length === 0) return false;
  const runs = Math.max(1, words.length - QUOTED_WORDS + 1);
  return Array.from({ length: runs }, (_, at) => words.slice(at, at + QUOTED_WORDS).join(' ')).some((run) =>
    plain.includes(run),
  );
}

function flat(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, ' ');
}
