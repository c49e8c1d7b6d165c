/** Written in JavaScript, without types of its own: what is used of it here. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  interface Account {
    accountId: string;
    claims(): Promise<Record<string, unknown>>;
  }

  export default class Provider {
    constructor(
      issuer: string,
      configuration: Record<string, unknown> & { findAccount: (context: unknown, subject: string) => Account },
    );
    callback(): RequestListener;
  }
}
