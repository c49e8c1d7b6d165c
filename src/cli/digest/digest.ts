import type { Office } from '../../domain/account.js';
import type { Clock } from '../../domain/clock.js';
import { isDay } from '../../domain/days.js';
import { type Digest, type DigestReceipt, digestDay, hasEnded } from '../../domain/digest.js';
import { explainError, NotFoundError, PermanentError } from '../../domain/errors.js';
import type { RenderedDigest } from '../../mail/render-digest.js';
import { type SendDigestDeps, sendDigest } from '../../steps/send-digest.js';
import type { OfficeRepository } from '../../storage/office-repository.js';
import { DIGEST_INPUT, PREVIEW } from '../../words/cli/digest.js';
import { FAILURE } from '../../words/cli/running.js';
import { say, sayError } from '../../words/say.js';
import { EXIT } from '../exit.js';
import { toJson } from '../print.js';
import { describeReceipt } from './describe-receipt.js';

export interface DigestCommandDeps extends SendDigestDeps {
  readonly offices: Pick<OfficeRepository, 'findOffice' | 'listOffices'>;
  readonly clock: Clock;
  readonly write: (text: string) => void;
}

export interface DigestCommandOptions {
  /** Without it: every office that has a recipient. */
  readonly office?: string;
  /** `YYYY-MM-DD`; without it each office's own yesterday. */
  readonly day?: string | undefined;
  readonly send?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `error` is set where this command could not send; the receipt says the same for later. */
interface Line {
  readonly officeCode: string;
  readonly day: string;
  readonly receipt: DigestReceipt | null;
  /** `hasEnded`: of a day that goes on the counts still grow. */
  readonly preview?: { readonly hasEnded: boolean; readonly digest: Digest } & RenderedDigest;
  readonly error?: { readonly message: string; readonly hint: string };
}

/** Shows digests as text, or sends them. One bad office does not stop the next. Returns the exit code. */
export async function runDigest(deps: DigestCommandDeps, options: DigestCommandOptions): Promise<number> {
  if (options.day !== undefined && !isDay(options.day)) {
    throw new PermanentError(...sayError(DIGEST_INPUT.noDay, 'id', { day: options.day }));
  }
  if (options.force && !options.send) {
    throw new PermanentError(...sayError(DIGEST_INPUT.forceAlone, 'id'));
  }
  if (options.force && options.office === undefined) {
    throw new PermanentError(...sayError(DIGEST_INPUT.forceWhom, 'id'));
  }
  let hasFailed = false;
  for (const office of await officesOf(deps, options.office)) {
    const day = options.day ?? digestDay(office, deps.clock());
    const line = options.send ? await sendOne(deps, { office, day, options }) : await previewOne(deps, { office, day });
    hasFailed ||= line.error !== undefined;
    deps.write(options.json ? `${toJson(line)}\n` : toText(line));
  }
  return hasFailed ? EXIT.failed : EXIT.ok;
}

async function officesOf(deps: DigestCommandDeps, code: string | undefined): Promise<Office[]> {
  if (code === undefined) return (await deps.offices.listOffices()).filter((office) => office.digestTo);
  const office = await deps.offices.findOffice(code);
  if (!office) throw new NotFoundError(...sayError(DIGEST_INPUT.noOffice, 'id', { code }));
  return [office];
}

async function sendOne(
  deps: DigestCommandDeps,
  { office, day, options }: { office: Office; day: string; options: DigestCommandOptions },
): Promise<Line> {
  const officeDay = { officeCode: office.code, day };
  try {
    const { receipt } = await sendDigest(deps, { ...officeDay, isForced: options.force ?? false });
    return { ...officeDay, receipt: receipt ?? null };
  } catch (error) {
    const { message, hint } = explainError(error);
    return {
      ...officeDay,
      receipt: (await deps.digests.findReceipt(office.code, day)) ?? null,
      error: { message, hint },
    };
  }
}

async function previewOne(deps: DigestCommandDeps, { office, day }: { office: Office; day: string }): Promise<Line> {
  const now = deps.clock();
  const digest = await deps.build({ office, day, now });
  const receipt = (await deps.digests.findReceipt(office.code, day)) ?? null;
  return {
    officeCode: office.code,
    day,
    receipt,
    preview: { hasEnded: hasEnded(day, office, now), digest, ...deps.render(digest) },
  };
}

function toText({ officeCode, day, receipt, preview, error }: Line): string {
  const state = `${officeCode} ${day}: ${describeReceipt(receipt)}`;
  const trouble = error ? say(FAILURE.both, 'id', { problem: error.message, hint: error.hint }) : '';
  const warning = preview?.hasEnded === false ? `\n  ${say(PREVIEW.goesOn, 'id', { day })}` : '';
  const shown = preview ? `\n${preview.subject}\n\n${preview.text}` : '';
  return `${state}${warning}${trouble}\n${shown}`;
}
