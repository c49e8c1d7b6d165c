import { createHash } from 'node:crypto';
import type { LightMyRequestResponse } from 'fastify';
import type { ConsoleApp } from '../../src/console/context.js';
import { leadingZeroBits } from '../../src/console/lapor/proof-of-work.js';

type Values = Readonly<Record<string, string | Blob | readonly Blob[]>>;

/** Sends a form of the public door as a browser without script does. */
export async function sendForm(
  app: ConsoleApp,
  {
    url = '/lapor',
    from = '203.0.113.7',
    headers = {},
    values,
  }: { url?: string; from?: string; headers?: Record<string, string>; values: Values },
): Promise<LightMyRequestResponse> {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) {
    for (const one of typeof value === 'string' || value instanceof Blob ? [value] : value) {
      if (typeof one === 'string') form.append(name, one);
      else
        form.append(
          name,
          one,
          one.type === '' ? '../../tangkapan <b>layar</b>.png' : `berkas.${one.type.split('/')[1]}`,
        );
    }
  }
  const request = new Response(form);
  return app.inject({
    method: 'POST',
    url,
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type')!, ...headers },
    remoteAddress: from,
  });
}

export async function freshToken(app: ConsoleApp, url = '/lapor'): Promise<string> {
  return tokenIn((await app.inject({ method: 'GET', url })).body);
}

export function tokenIn(page: string): string {
  return /name="token" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

export function receiptIn(page: string): string {
  return (/data-receipt[^>]*>([\d ]+)</.exec(page)?.[1] ?? '').replaceAll(' ', '');
}

export function challengeIn(page: string): string {
  return /data-challenge="([^"]+)"/.exec(page)?.[1] ?? '';
}

/** What a browser's script does for it. */
export function solved(challenge: string): string {
  const bits = Number(challenge.split('.')[2]);
  for (let n = 0; ; n += 1) {
    if (leadingZeroBits(createHash('sha256').update(`${challenge}.${n}`).digest()) >= bits) return `${challenge}.${n}`;
  }
}
