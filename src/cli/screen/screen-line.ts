import { MAX_AIMS } from '../../domain/activity.js';
import { readInstant } from '../../domain/instant.js';
import { ACTIVITY_KINDS, isPlatform } from '../../domain/platform.js';
import type { ScreenInput, ScreenMedia } from '../../domain/screening.js';
import { type ExportedInput, readExportedText } from './exported-text.js';
import { type LineFault, lineFault } from './line-fault.js';

export type ScreenLine =
  | ({ readonly ok: true } & ExportedInput)
  | { readonly ok: false; readonly id: string | null; readonly error: string };

const REGION = /^(ID|\d{2}(\.\d{2}){0,2}(\.\d{4})?)$/;
const MAX_MEDIA = 50;

/** Reads one line of the screen format; never throws. */
export function parseScreenLine(text: string): ScreenLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse('not_json');
  }
  if (!isRecord(value)) return refuse('not_object');
  const id = typeof value.id === 'string' && value.id !== '' ? value.id : null;
  const fault = faultOf(value, id);
  return fault ? { ok: false, id, error: fault } : { ok: true, ...readExportedText(normalised(value)) };
}

function refuse(fault: LineFault): ScreenLine {
  return { ok: false, id: null, error: lineFault(fault) };
}

function faultOf(line: Record<string, unknown>, id: string | null): string | undefined {
  if (id === null) return lineFault('no_id', line.id);
  if (!(ACTIVITY_KINDS as readonly unknown[]).includes(line.kind)) return lineFault('bad_kind', line.kind);
  const mayBeSilent = line.kind === 'like' || line.kind === 'follow' || line.kind === 'share';
  if (typeof line.text !== 'string' && !(mayBeSilent && line.text == null)) return lineFault('bad_text', line.text);
  const { publishedAt, account } = line;
  if (typeof publishedAt !== 'string' || !readInstant(publishedAt)) return lineFault('bad_date', publishedAt);
  if (!isRecord(account) || typeof account.id !== 'string') return lineFault('bad_account', account);
  if (typeof account.region !== 'string' || !REGION.test(account.region))
    return lineFault('bad_region', account.region);
  if (account.position != null && typeof account.position !== 'string')
    return lineFault('bad_position', account.position);
  return targetFault(line.target) ?? mediaFault(line.media);
}

function targetFault(target: unknown, more = MAX_AIMS): string | undefined {
  if (target == null) return undefined;
  if (more === 0) return lineFault('too_many_targets');
  if (!isRecord(target)) return lineFault('bad_target', target);
  if (target.text != null && typeof target.text !== 'string') return lineFault('bad_target_text', target.text);
  return accountFault(target.account) ?? targetFault(target.quoted, more - 1);
}

function accountFault(account: unknown): string | undefined {
  if (account == null) return undefined;
  if (!isRecord(account) || typeof account.handle !== 'string') return lineFault('bad_target_account', account);
  if (typeof account.platform !== 'string' || !isPlatform(account.platform)) {
    return lineFault('bad_platform', account.platform);
  }
  return undefined;
}

function mediaFault(media: unknown): string | undefined {
  if (media == null) return undefined;
  if (!Array.isArray(media)) return lineFault('bad_media', media);
  const isGood = media.every((m) => isRecord(m) && isTextOrNone(m.text) && isPictureOrNone(m.picture));
  return isGood && media.length <= MAX_MEDIA ? undefined : lineFault('bad_media', media.length);
}

function isTextOrNone(text: unknown): boolean {
  return text == null || typeof text === 'string';
}

function isPictureOrNone(picture: unknown): boolean {
  return picture == null || (isRecord(picture) && isTextOrNone(picture.poster));
}

/** `null` from other programs' exports means "not there". */
function normalised(line: Record<string, unknown>): ScreenInput {
  const { id, kind, text, publishedAt, target, media, account } = line as unknown as ScreenInput;
  return {
    id,
    kind,
    text: text ?? '',
    publishedAt: readInstant(publishedAt)!.toISOString(),
    account: { id: account.id, region: account.region, position: account.position ?? undefined },
    target: target ?? undefined,
    media: media?.map(mediaOf),
  };
}

function mediaOf({ text, picture }: ScreenMedia): ScreenMedia {
  return { text: text ?? undefined, picture: picture ? { poster: picture.poster ?? undefined } : undefined };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
