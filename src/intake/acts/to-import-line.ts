import { z } from 'zod';
import { MAX_CLOCK_SKEW_MS } from '../../domain/act-time.js';
import type { ActivityTarget, CollectedActivity } from '../../domain/activity.js';
import { cleanActivity, isTooLarge } from '../../domain/admission.js';
import type { ImportLine } from '../../domain/import-line.js';
import { readInstant } from '../../domain/instant.js';
import { ACTIVITY_KINDS, isPlatform, isValidHandle, PLATFORMS, type Platform } from '../../domain/platform.js';
import { FIELD_PROBLEMS } from '../../words/intake/acts.js';
import { printable } from '../../words/printable.js';
import { sayIn } from '../../words/say.js';
import { decodeEntities } from '../files/entities.js';
import type { Advised } from '../files/row-fault.js';
import type { ActField, Column } from '../formats/format.js';
import { type ActFault, type ActFaultKey, actFault } from './act-fault.js';

const say = sayIn('id');

/** A zod message that is a key of our own catalogue. */
const said = (key: ActFaultKey) => ({ error: key });
const platform = z.string().refine(isPlatform, said('unknownPlatform'));
const handle = z.string().refine(isValidHandle, said('badHandle'));
const webUrl = z
  .string()
  .max(4000)
  .refine((text) => /^https?:\/\//i.test(text) && URL.canParse(text), said('badUrl'));
const instant = z
  .string()
  .max(40)
  .transform((text, context) => {
    const read = readInstant(text);
    if (read === undefined) context.issues.push({ code: 'custom', input: text, message: said('badDate').error });
    return read ?? z.NEVER;
  });

// `null` from other programs' exports means "not there".
const importedAim = z.object({
  account: z.object({ platform, handle }).nullish(),
  text: z.string().nullish(),
  url: webUrl.nullish(),
});
const importedQuote = importedAim.extend({ quoted: importedAim.nullish() });
const importedTarget = importedAim.extend({ quoted: importedQuote.nullish() });
const importedAct = z.object({
  id: z.string().min(1).max(1000),
  kind: z.enum(ACTIVITY_KINDS),
  text: z.string().nullish(),
  publishedAt: instant,
  platform,
  handle: handle.nullish(),
  authorId: z
    .string()
    .regex(/^[\w.:-]{1,100}$/)
    .nullish(),
  url: webUrl.nullish(),
  target: importedTarget.nullish(),
  media: z
    .array(z.object({ text: z.string().nullish(), url: webUrl.nullish() }))
    .max(100)
    .nullish(),
});
type ImportedAct = z.infer<typeof importedAct>;

export interface RowPlace {
  readonly line: number;
  readonly now: Date;
  /** What the file itself calls the fields; of our own formats they are called what they are. */
  readonly columns?: readonly Column[] | undefined;
}

/** Judges one parsed line. Never throws: whatever stands in the file becomes an act or a reason. */
export function toImportLine({ line, now, columns }: RowPlace, value: unknown): ImportLine {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return unreadable(line, actFault('notObject'));
  const parsed = importedAct.safeParse(value);
  if (!parsed.success) return { line, ...explain(parsed.error.issues[0]!, value, columns), reason: 'unreadable' };
  const handle = parsed.data.handle ?? (parsed.data.authorId && `id:${parsed.data.authorId}`);
  if (!handle) return unreadable(line, badField('handle', say(FIELD_PROBLEMS.absent), columns));
  const activity = toActivity(parsed.data);
  if (activity.publishedAt.getTime() > now.getTime() + MAX_CLOCK_SKEW_MS) {
    return { line, ...actFault('inFuture', { field: nameOf('publishedAt', columns) }), reason: 'in_future' };
  }
  return {
    line,
    platform: parsed.data.platform as Platform,
    handle,
    authorId: parsed.data.authorId ?? undefined,
    activity: cleanActivity(activity),
    wasCut: isTooLarge(activity) || undefined,
  };
}

export function unreadable(line: number, fault: ActFault): ImportLine {
  return { line, ...fault, reason: 'unreadable' };
}

/** A line or a row that the reader of files could not make out. */
export function unread(line: number, { message, hint }: Advised, isTooLarge: boolean): ImportLine {
  return { line, error: message, hint, reason: isTooLarge ? 'too_large' : 'unreadable' };
}

function toActivity({ id, kind, text, publishedAt, url, target, media }: ImportedAct): CollectedActivity {
  return {
    kind,
    externalId: id,
    text: written(text) ?? '',
    publishedAt,
    url: url ?? undefined,
    target: target ? toTarget(target) : undefined,
    media: media?.map((one) => ({ text: written(one.text), url: one.url ?? undefined })),
  };
}

/** A text as its author wrote it: exports of platforms are often escaped as HTML. */
function written(text: string | null | undefined): string | undefined {
  return text == null ? undefined : decodeEntities(text).text;
}

type ImportedTarget = z.infer<typeof importedAim> & { readonly quoted?: ImportedTarget | null };

function toTarget({ account, text, url, quoted }: ImportedTarget): ActivityTarget {
  return {
    account: account ? { platform: account.platform as Platform, handle: account.handle } : undefined,
    text: written(text),
    url: url ?? undefined,
    quoted: quoted ? toTarget(quoted) : undefined,
  };
}

/** As the file calls it. */
function nameOf(path: string, columns: RowPlace['columns'] = []): string {
  const nested: Readonly<Record<string, ActField>> = {
    'target.url': 'targetUrl',
    'target.text': 'targetText',
    'target.account.handle': 'targetHandle',
  };
  const field = Object.hasOwn(nested, path) ? nested[path] : path;
  return printable(columns.find(({ to }) => to === field)?.from ?? path);
}

function badField(path: string, problem: string, columns: RowPlace['columns']): ActFault {
  return actFault(columns ? 'badCell' : 'badField', { field: nameOf(path, columns), problem });
}

function explain(issue: z.core.$ZodIssue, value: object, columns: RowPlace['columns']): ActFault {
  const path = issue.path.join('.');
  const field = nameOf(path, columns);
  const found = valueAt(value, issue.path);
  switch (issue.message) {
    case 'unknownPlatform':
      return actFault('unknownPlatform', {
        value: printable(typeof found === 'string' ? found : ''),
        known: PLATFORMS.join(', '),
      });
    case 'badDate':
      return actFault('badDate', { field });
    case 'badHandle':
    case 'badUrl':
      return actFault(issue.message, { field });
    default:
      return badField(path, problemOf(issue, found === undefined), columns);
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
