import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Integer, OctetString } from 'asn1js';
import { TimeStampReq } from 'pkijs';

const run = promisify(execFile);

/** What the authority does with the next question. */
export type Manner =
  | 'right'
  | 'other_text'
  | 'other_nonce'
  | 'garbage'
  | 'cut'
  | 'empty'
  | 'error'
  | 'hang'
  | 'endless'
  | 'redirect'
  | 'refused';

/** A real authority after RFC 3161: `openssl ts` with a CA of its own, behind a small HTTP server. */
export interface TestAuthority {
  readonly url: URL;
  /** Of its CA, as PEM. */
  readonly caFile: string;
  asked: number;
  manner: Manner;
  /** The time that a token tells, signed with a certificate of the same CA that is for this purpose. */
  sign(content: Buffer, purpose: 'stamping' | 'serving'): Promise<Buffer>;
  close(): Promise<void>;
}

const CONFIG = (folder: string) => `
[ tsa ]
default_tsa = t
[ t ]
dir = ${folder}
serial = ${folder}/serial
signer_cert = ${folder}/tsa.pem
certs = ${folder}/ca.pem
signer_key = ${folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ess_cert_id_alg = sha256
[ refusing ]
dir = ${folder}
serial = ${folder}/serial
signer_cert = ${folder}/tsa.pem
certs = ${folder}/ca.pem
signer_key = ${folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha512
[ ca ]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[ stamping ]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[ serving ]
basicConstraints = CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
[ req ]
distinguished_name = dn
[ dn ]
`;

export async function openTestAuthority(): Promise<TestAuthority> {
  const folder = await mkdtemp(join(tmpdir(), 'netra-tsa-'));
  const inFolder = (...args: string[]) => run('openssl', args, { cwd: folder });
  await writeFile(join(folder, 'cnf'), CONFIG(folder));
  await writeFile(join(folder, 'serial'), '01\n');
  const key = ['-newkey', 'rsa:2048', '-nodes', '-config', 'cnf'];
  const ca = ['-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=CA Contoh', '-extensions', 'ca', '-days', '30'];
  await inFolder('req', '-x509', ...key, ...ca);
  const vouched = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '30', '-extfile', 'cnf'];
  const vouchFor = async (name: string, purpose: 'stamping' | 'serving') => {
    await inFolder('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.csr`, '-subj', `/CN=${name} Contoh`);
    await inFolder('x509', '-req', '-in', `${name}.csr`, '-out', `${name}.pem`, ...vouched, '-extensions', purpose);
  };
  // Before any token: a certificate vouches for no time before its own beginning.
  await vouchFor('tsa', 'stamping');
  await vouchFor('web', 'serving');

  async function answerTo(query: Buffer, manner: Manner): Promise<Buffer> {
    await writeFile(join(folder, 'q'), forgetfully(query, manner));
    const section = manner === 'refused' ? 'refusing' : 't';
    await inFolder('ts', '-reply', '-config', 'cnf', '-section', section, '-queryfile', 'q', '-out', 'r');
    return readFile(join(folder, 'r'));
  }

  const authority = { caFile: join(folder, 'ca.pem'), asked: 0, manner: 'right' as Manner };
  const server = createServer((request, response) => {
    authority.asked += 1;
    void reply(request, response).catch((error: unknown) => response.destroy(error as Error));
  });
  async function reply(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { manner } = authority;
    const parts: Buffer[] = [];
    for await (const chunk of request) parts.push(chunk as Buffer);
    if (manner === 'hang') return;
    if (manner === 'redirect') return void response.writeHead(307, { location: '/lain' }).end();
    response.writeHead(manner === 'error' ? 500 : 200, { 'content-type': 'application/timestamp-reply' });
    if (manner === 'empty' || manner === 'error') return void response.end();
    if (manner === 'garbage') return void response.end(Buffer.from('<html>bukan cap waktu</html>'));
    if (manner === 'endless') return endlessly(response);
    const answer = await answerTo(Buffer.concat(parts), manner);
    response.end(manner === 'cut' ? answer.subarray(0, answer.length - 40) : answer);
  }
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return Object.assign(authority, {
    async sign(content: Buffer, purpose: 'stamping' | 'serving') {
      const name = purpose === 'stamping' ? 'tsa' : 'web';
      await writeFile(join(folder, 'content'), content);
      const by = ['-signer', `${name}.pem`, '-inkey', `${name}.key`, '-md', 'sha256'];
      const as = ['-binary', '-nodetach', '-econtent_type', '1.2.840.113549.1.9.16.1.4', '-outform', 'DER'];
      await inFolder('cms', '-sign', ...by, ...as, '-in', 'content', '-out', 'signed');
      return readFile(join(folder, 'signed'));
    },
    url: new URL(`http://127.0.0.1:${port}/tsr`),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true });
    },
  });
}

/** As if something else had been asked for: the answer is whole and signed, and of that. */
function forgetfully(query: Buffer, manner: Manner): Buffer {
  const asked = TimeStampReq.fromBER(new Uint8Array(query));
  if (manner === 'other_text') asked.messageImprint.hashedMessage = new OctetString({ valueHex: new Uint8Array(32) });
  if (manner === 'other_nonce') asked.nonce = new Integer({ value: 7 });
  return Buffer.from(asked.toSchema().toBER());
}

function endlessly(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(16_000)));
  };
  response.on('drain', more);
  more();
}
