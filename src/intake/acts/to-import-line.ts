import { z } from 'zod';
import type { CollectedActivity } from '../../domain/activity.js';
import { cleanActivity, isTooLarge, MAX_CLOCK_SKEW_MS } from '../../domain/admission.js';
import type { ImportLine } from '../../domain/import-line.js';
import { ACTIVITY_KINDS, isPlatform, isValidHandle, PLATFORMS, type Platform } from '../../domain/platform.js';
import { type MessageKey, say } from './messages.js';

/** A zod message that is a key of our own catalogue. */
const said = (key: MessageKey) => ({ error: key });
const platform = z.string().refine(isPlatform, said('unknownPlatform'));
const handle = z.string().refine(isValidHandle, said('badHandle'));
const webUrl = z
  .string()
  .max(4000)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), said('badUrl'));
// Without a zone nobody knows on which side of midnight, and so of a stage, an act lies.
const instant = z
  .string()
  .max(40)
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/, said('badDate'))
  .refine((text) => !Number.isNaN(Date.parse(text)), said('badDate'));

const importedAct = z.object({
  id: z.string().min(1).max(1000),
  kind: z.enum(ACTIVITY_KINDS),
  text: z.string().default(''),
  publishedAt: instant,
  platform,
  handle,
  url: webUrl.optional(),
  target: z
    .object({
      account: z.object({ platform, handle }).optional(),
      text: z.string().optional(),
      url: webUrl.optional(),
    })
    .optional(),
  media: z
    .array(z.object({ text: z.string().optional(), url: webUrl.optional() }))
    .max(100)
    .optional(),
});
type ImportedAct = z.infer<typeof importedAct>;

/** Judges one parsed line. Never throws: whatever stands in the file becomes an act or a reason. */
export function toImportLine(line: number, value: unknown, now: Date): ImportLine {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return unreadable(line, 'notObject');
  const parsed = importedAct.safeParse(value);
  if (!parsed.success) return { line, ...explain(parsed.error.issues[0]!, value), reason: 'unreadable' };
  const activity = toActivity(parsed.data);
  if (activity.publishedAt.getTime() > now.getTime() + MAX_CLOCK_SKEW_MS) {
    return { line, ...say('inFuture'), reason: 'in_future' };
  }
  return {
    line,
    platform: parsed.data.platform as Platform,
    handle: parsed.data.handle,
    activity: cleanActivity(activity),
    ...(isTooLarge(activity) ? { wasCut: true } : {}),
  };
}

export function unreadable(line: number, key: MessageKey, values?: Record<string, string>): ImportLine {
  return { line, ...say(key, values), reason: 'unreadable' };
}

function toActivity(act: ImportedAct): CollectedActivity {
  const { id, kind, text, url, target, media } = act;
  return withoutUndefined({
    kind,
    externalId: id,
    text,
    publishedAt: new Date(act.publishedAt),
    url,
    target: target && withoutUndefined(target),
    media: media?.map(withoutUndefined),
  }) as CollectedActivity;
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as T;
}

function explain(issue: z.core.$ZodIssue, value: object): { error: string; hint: string } {
  const field = issue.path.join('.');
  const found = String(valueAt(value, issue.path));
  switch (issue.message) {
    case 'unknownPlatform':
      return say('unknownPlatform', { value: found, known: PLATFORMS.join(', ') });
    case 'badHandle':
    case 'badDate':
    case 'badUrl':
      return say(issue.message, { field });
    default:
      return say('badField', { field, problem: problemOf(issue, found === 'undefined') });
  }
}

function problemOf(issue: z.core.$ZodIssue, isAbsent: boolean): string {
  if (isAbsent) return 'tidak ada';
  if (issue.code === 'invalid_type') return 'jenis nilainya salah';
  if (issue.code === 'invalid_value') return `harus salah satu dari ${issue.values.join(', ')}`;
  if (issue.code === 'too_small') return 'kosong';
  if (issue.code === 'too_big') return 'terlalu panjang';
  return 'bentuknya salah';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value);
}
