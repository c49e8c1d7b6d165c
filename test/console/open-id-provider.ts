import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** A real provider of OpenID Connect: whoever types a name is that person there, and is asked once to agree. */
export interface TestProvider {
  readonly issuer: string;
  readonly client: { readonly clientId: string; readonly clientSecret: string };
  close(): Promise<void>;
}

export interface ProviderOptions {
  /** Where people are sent back to. */
  readonly back: string;
  /** What it vouches for of somebody. */
  readonly mailOf: (subject: string) => { email: string; email_verified: boolean } | undefined;
}

export async function startProvider({ back, mailOf }: ProviderOptions): Promise<TestProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'netra', clientSecret: 'rahasia-klien-contoh' };
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [back] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['kunci-contoh'] },
    // Each named, or it says so at the first use of each.
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    findAccount: (_context, sub) => ({ accountId: sub, claims: async () => ({ sub, ...mailOf(sub) }) }),
  });
  server.on('request', provider.callback());
  return {
    issuer,
    client,
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

const MOST_STEPS = 12;

/** What a person's browser does there: follows, types the name, agrees. Returns the address that it is sent back to. */
export async function passProvider(
  address: string,
  { subject, back }: { subject: string; back: string },
): Promise<string> {
  const jar = new Map<string, string>();
  let next: { url: string; form?: Record<string, string> } = { url: address };
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const answer = await fetch(next.url, {
      method: next.form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(next.form && { body: new URLSearchParams(next.form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      jar.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (location) {
      const url = new URL(location, next.url).href;
      if (url.startsWith(back)) return url;
      next = { url };
      continue;
    }
    const page = await answer.text();
    const action = /action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1];
    if (!action || !prompt)
      throw new Error(`an answer of the provider that nobody foresaw: ${answer.status} ${page.slice(0, 200)}`);
    next = { url: new URL(action, next.url).href, form: { prompt, login: subject, password: 'apa saja' } };
  }
  throw new Error('the provider never sends back');
}
