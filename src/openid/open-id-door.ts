import type { Configuration } from 'openid-client';
import { RetryableError } from '../domain/errors.js';
import type { OpenIdDoor, OpenIdentity, OpenIdQuestion } from '../domain/open-id.js';
import { OPEN_ID_FAULTS } from '../words/adapters/open-id.js';
import { sayError } from '../words/say.js';

export interface OpenIdOptions {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly name: string;
}

/** Nobody waits longer at a log-in. */
const PATIENCE_SECONDS = 10;

/** The house's log-in does not answer, or not as OpenID Connect says. */
export class OpenIdAwayError extends RetryableError {
  constructor(options?: ErrorOptions) {
    super(...sayError(OPEN_ID_FAULTS.away, 'id'), options);
  }
}

type Library = typeof import('openid-client');
interface Provider {
  readonly client: Library;
  readonly config: Configuration;
}

/** Asks the provider what it is once somebody wants in, and again as long as it did not answer. */
export function openOpenIdDoor(options: OpenIdOptions): OpenIdDoor {
  let known: Promise<Provider> | undefined;
  const provider = () => {
    known ??= discover(options).catch((cause: unknown) => {
      known = undefined;
      throw new OpenIdAwayError({ cause });
    });
    return known;
  };
  return {
    name: options.name,

    async ask(back) {
      const { client, config } = await provider();
      const question = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      };
      const address = client.buildAuthorizationUrl(config, {
        redirect_uri: back,
        scope: 'openid email',
        state: question.state,
        nonce: question.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(question.verifier),
        code_challenge_method: 'S256',
      });
      return { address: address.href, question };
    },

    async take(answer, question) {
      const asked = await provider();
      try {
        return await identityOf(asked, answer, question);
      } catch (cause) {
        if (isRefusal(cause)) return undefined;
        throw new OpenIdAwayError({ cause });
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OpenIdOptions): Promise<Provider> {
  // Most houses have none, and most processes no console.
  const client = await import('openid-client');
  const url = new URL(issuer);
  // Only outside of production, where the configuration takes no other: a provider on this machine.
  const execute = url.protocol === 'http:' ? [client.allowInsecureRequests] : [];
  const options = { execute, timeout: PATIENCE_SECONDS };
  return { client, config: await client.discovery(url, clientId, clientSecret, undefined, options) };
}

async function identityOf(
  { client, config }: Provider,
  answer: URL,
  { state, nonce, verifier }: OpenIdQuestion,
): Promise<OpenIdentity | undefined> {
  const tokens = await client.authorizationCodeGrant(config, answer, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  });
  const told = tokens.claims();
  if (told === undefined) return undefined;
  // Many tell addresses only there.
  const claims = told.email === undefined ? await client.fetchUserInfo(config, tokens.access_token, told.sub) : told;
  const isVouchedFor = claims.email_verified === true && typeof claims.email === 'string';
  return { issuer: told.iss, subject: told.sub, mail: isVouchedFor ? (claims.email as string) : undefined };
}

/** The provider let nobody in, or what came back answers another question: nothing that a second try would mend. */
function isRefusal(error: unknown): boolean {
  const { code = '', error: said } = error as { readonly code?: string; readonly error?: string };
  return code === 'OAUTH_RESPONSE_BODY_ERROR' ? said === 'invalid_grant' : NOT_THE_ANSWER.has(code);
}

/** The library's codes: somebody was not let in, or state, nonce, issuer or audience are others, or the time is over. */
const NOT_THE_ANSWER: ReadonlySet<string> = new Set([
  'OAUTH_AUTHORIZATION_RESPONSE_ERROR',
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
]);
