/** Somebody as the house's own log-in knows them. Issuer and subject together name one person, for good. */
export interface OpenIdName {
  readonly issuer: string;
  readonly subject: string;
}

/** What its log-in says of whoever stands before it. */
export interface OpenIdentity extends OpenIdName {
  /** Only where it vouches for the address. */
  readonly mail?: string | undefined;
}

/** What has to come back with the answer: another browser's answer is none. */
export interface OpenIdQuestion {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** The house's own log-in (OpenID Connect, authorization code with PKCE). Throws RetryableError where it does not answer. */
export interface OpenIdDoor {
  /** As it is called on the button. */
  readonly name: string;
  /** Where to send a browser, and what to keep for its answer. `back`: where the answer goes. */
  ask(back: string): Promise<{ readonly address: string; readonly question: OpenIdQuestion }>;
  /** `undefined`: it let nobody in, or the answer is not to this question. `answer`: the whole address it came to. */
  take(answer: URL, question: OpenIdQuestion): Promise<OpenIdentity | undefined>;
}
