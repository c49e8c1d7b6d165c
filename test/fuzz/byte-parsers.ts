import type { FastifyRequest } from 'fastify';
import { createKnownBrowsers } from '../../src/console/access/known-browsers.js';
import { placeOf } from '../../src/console/access/source-address.js';
import { parseHead } from '../../src/domain/audit-outside.js';
import { PermanentError } from '../../src/domain/errors.js';
import { domainOf, isMailAddress } from '../../src/domain/mail-address.js';
import { isInnerName, isPublicAddress } from '../../src/domain/public-address.js';
import type { User } from '../../src/domain/user.js';
import { parseManifest } from '../../src/evidence/seal-pack.js';
import { readZipSizes } from '../../src/intake/files/zip-sizes.js';
import { readHead } from '../../src/intake/formats/file-head.js';
import { mappingSchema } from '../../src/intake/formats/mapping-file.js';
import { OWN_FORMATS, recognise } from '../../src/intake/formats/recognise.js';
import { findUploadType } from '../../src/intake/uploads/upload-type.js';
import { recordList } from '../../src/platforms/bluesky/records.js';
import { readXrpc } from '../../src/platforms/bluesky/xrpc.js';
import type { HttpReader } from '../../src/reach/http-reader.js';
import { checkToken, readTimestampAnswer } from '../../src/reach/timestamp-token.js';
import { readYamlFile } from '../../src/rules/files/yaml-file.js';
import { languageAskedFor } from '../../src/words/language.js';

const never = new AbortController().signal;
const browsers = createKnownBrowsers(Buffer.alloc(32), { isSecure: false });
const person = { user: { id: 'orang-contoh' } as User, passwordHash: 'x' };

/** A refusal in words is an answer; anything else that is thrown is a fault of ours. */
async function answerOf<T>(read: () => T | Promise<T>): Promise<T | string> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof Error && 'reason' in error) return error.message;
    if (error instanceof PermanentError) return error.message;
    throw error;
  }
}

/** As a server that is not ours answers. */
export function readAnswer(text: string, status = 200): Promise<unknown> {
  const reader = { readText: async () => ({ status, text }) } as unknown as HttpReader;
  return answerOf(() => readXrpc(reader, { url: new URL('http://contoh.test'), schema: recordList }, never));
}

async function* inOnePart(bytes: Uint8Array) {
  yield bytes;
}

/** Readers of bytes: each sign of a text is one. */
const OF_BYTES = {
  'answer of a time-stamp authority': (bytes) => readTimestampAnswer(bytes, { nonce: Buffer.alloc(8, 1) }),
  'time-stamp': (bytes) => checkToken(bytes, { text: 'contoh', trusted: [] }),
  'sizes of a ZIP': (bytes) => readZipSizes(bytes, 1_000),
  'manifest of a pack': parseManifest,
  'mapping of an office': (bytes) => readYamlFile('contoh.yaml', bytes, mappingSchema),
  'acts as whatever a file is': (bytes) =>
    answerOf(async () => recognise(await readHead(inOnePart(bytes)), OWN_FORMATS).name),
  'type of an upload': (bytes) => findUploadType(bytes),
} satisfies Readonly<Record<string, (bytes: Buffer) => unknown>>;

function ofBytes<N extends string>(readers: Readonly<Record<N, (bytes: Buffer) => unknown>>) {
  const named = Object.entries<(bytes: Buffer) => unknown>(readers);
  const ofText = named.map(([name, read]) => [name, (text: string) => read(Buffer.from(text, 'latin1'))]);
  return Object.fromEntries(ofText) as Readonly<Record<N, (text: string) => unknown>>;
}

/** What a caller, a mail server or a stranger's server says of itself, and files by their bytes. */
export const MORE_PARSERS = {
  ...ofBytes(OF_BYTES),
  'address of a caller': (text: string) => [placeOf(text, '10.0.0.1'), isPublicAddress(text), isInnerName(text)],
  'languages asked for': (text: string) => languageAskedFor(text),
  'browsers that are known': (text: string) =>
    browsers.find({ cookies: { 'netra-browser': text } } as unknown as FastifyRequest, person),
  'head from outside': (text: string) => parseHead(text),
  'address of a mail': (text: string) => isMailAddress(text) && domainOf(text),
  'answer of Bluesky': (text: string) => Promise.all([200, 400, 404].map((status) => readAnswer(text, status))),
} satisfies Readonly<Record<string, (text: string) => unknown>>;
