import { z } from 'zod';
import type { CollectedActivity } from '../../domain/activity.js';
import { cleanActivity, isTooLarge, MAX_CLOCK_SKEW_MS } from '../../domain/admission.js';
import type { ImportLine } from '../../domain/import-line.js';
import { ACTIVITY_KINDS, isPlatform, isValidHandle, PLATFORMS, type Platform } from '../../domain/platform.js';
import { FIELD_PROBLEMS } from '../../words/intake/acts.js';
import { sayIn } from '../../words/say.js';
import { type ActFault, type ActFaultKey, actFault, printable } from './act-fault.js';

const say = sayIn('id');

/** A zod message that is a key of our own catalogue. */
const said = (key: ActFaultKey) => ({ error: key });
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
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return unreadable(line, actFault('notObject'));
  const parsed = importedAct.safeParse(value);
  if (!parsed.success) return { line, ...explain(parsed.error.issues[0]!, value), reason: 'unreadable' };
  const activity = toActivity(parsed.data);
  if (activity.publishedAt.getTime() > now.getTime() + MAX_CLOCK_SKEW_MS) {
    return { line, ...actFault('inFuture'), reason: 'in_future' };
  }
  return {
    line,
    platform: parsed.data.platform as Platform,
    handle: parsed.data.handle,
    activity: cleanActivity(activity),
    ...(isTooLarge(activity) ? { wasCut: true } : {}),
  };
}

export function unreadable(line: number, fault: ActFault): ImportLine {
  return { line, ...fault, reason: 'unreadable' };
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

function explain(issue: z.core.$ZodIssue, value: object): ActFault {
  const field = printable(issue.path.join('.'));
  const found = String(valueAt(value, issue.path));
  switch (issue.message) {
    case 'unknownPlatform':
      return actFault('unknownPlatform', { value: printable(found), known: PLATFORMS.join(', ') });
    case 'badDate':
      return actFault('badDate');
    case 'badHandle':
    case 'badUrl':
      return actFault(issue.message, { field });
    default:
      return actFault('badField', { field, problem: problemOf(issue, found === 'undefined') });
  }
}

function problemOf(issue: z.core.$ZodIssue, isAbsent: boolean): string {
  if (isAbsent) return say(FIELD_PROBLEMS.absent);
  if (issue.code === 'invalid_type') return say(FIELD_PROBLEMS.type);
  if (issue.code === 'invalid_value') {
    return say(FIELD_PROBLEMS.choice, { choices: issue.values.map(String).join(', ') });
  }
  if (issue.code === 'too_small') return say(FIELD_PROBLEMS.empty);
  if (issue.code === 'too_big') return say(FIELD_PROBLEMS.tooLong);
  return say(FIELD_PROBLEMS.shape);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown> | undefined)?.[key], value);
}
