import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Clock } from '../../domain/clock.js';
import { openBytes, sealBytes, subkeyOf } from '../../domain/sealed-bytes.js';

/** How long somebody may take at the house's log-in, and then with their code. */
const PATIENCE_MS = 10 * 60_000;

/** Where whoever is in wants to go: a page of ours, never another site's. */
export const ownPage = z
  .string()
  .max(2_000)
  .regex(/^\/(?![/\\])[^\\\p{Cc}]*$/u);

const asked = z.object({
  step: z.literal('asked'),
  to: ownPage,
  question: z.object({ state: z.string(), nonce: z.string(), verifier: z.string() }),
});
/** The house's log-in knows them; a code is still owed. */
const known = z.object({ step: z.literal('known'), username: z.string(), sessionEpoch: z.number() });
const kept = z.discriminatedUnion('step', [asked, known]).and(z.object({ until: z.number() }));

type Stage = z.infer<typeof asked> | z.infer<typeof known>;

/** What this browser has to bring back, sealed: it can neither be read nor made up, and nothing is stored for strangers. */
export interface OpenIdCookie {
  keep(reply: FastifyReply, stage: Stage): void;
  /** `undefined`: there is none, it is too old, or it is of another stage. */
  find<Step extends Stage['step']>(request: FastifyRequest, step: Step): Extract<Stage, { step: Step }> | undefined;
  drop(reply: FastifyReply): void;
}

export function createOpenIdCookie(
  secret: Uint8Array,
  { isSecure, clock }: { isSecure: boolean; clock: Clock },
): OpenIdCookie {
  const key = subkeyOf(secret, 'netra openid log-in');
  const name = isSecure ? '__Secure-netra-openid' : 'netra-openid';
  // Not strict: the browser comes back from another site.
  const flags = { path: '/api/login/openid', httpOnly: true, sameSite: 'lax', secure: isSecure } as const;
  return {
    keep(reply, stage) {
      const text = JSON.stringify({ ...stage, until: clock().getTime() + PATIENCE_MS });
      const sealed = sealBytes(Buffer.from(text), key, name).toString('base64url');
      reply.setCookie(name, sealed, { ...flags, maxAge: PATIENCE_MS / 1_000 });
    },

    find(request, step) {
      const sealed = request.cookies[name];
      if (sealed === undefined || sealed.length > 4_096) return undefined;
      const found = read(sealed, key, name);
      if (found === undefined || found.until <= clock().getTime() || found.step !== step) return undefined;
      return found as unknown as Extract<Stage, { step: typeof step }>;
    },

    drop: (reply) => void reply.clearCookie(name, flags),
  };
}

function read(sealed: string, key: Buffer, name: string): z.infer<typeof kept> | undefined {
  try {
    return kept.parse(JSON.parse(openBytes(Buffer.from(sealed, 'base64url'), key, name).toString()));
  } catch {
    // Changed, cut, or sealed with another key: whoever sent it begins anew.
    return undefined;
  }
}
