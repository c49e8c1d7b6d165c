import type { Node } from 'yaml';
import type { z } from 'zod';
import type { FileIssue } from '../../domain/errors.js';
import { SHAPE_FAULTS, SHAPE_HINTS, SHAPE_WORDS, TYPE_WORDS, UNIT_WORDS } from '../../words/rules/yaml.js';
import { type Message, sayError, sayIn } from '../../words/say.js';
import type { IssueAt } from './issue-at.js';
import { nearestWord, quoted, shown } from './quoted.js';
import { knownKeysAt } from './schema-keys.js';
import { yaml } from './yaml-library.js';
import { nodeAt, offsetOf, pairOf } from './yaml-nodes.js';

const say = sayIn('id');

// Each key is looked up in its map: without a bound a long map would take quadratic time.
const MAX_SHOWN = 120;

type ShapeIssue = z.core.$ZodIssue;

interface Place {
  readonly root: Node;
  readonly schema: z.ZodType;
  readonly issueAt: IssueAt;
}

/** Faults of shape in the words of the file's author, each at the character that has to change. */
export function issuesOf(issues: readonly ShapeIssue[], place: Place): FileIssue[] {
  const meant = meantKeys(issues, place);
  // What follows the first fault of a value follows from it: a text that should be a list is also "too short".
  const faulty = new Set<string>();
  const isFirstOfValue = ({ code, path }: ShapeIssue) =>
    code === 'unrecognized_keys' || faulty.size < faulty.add(JSON.stringify(path)).size;
  const isMisspelt = (issue: ShapeIssue) =>
    meant.has(JSON.stringify(issue.path)) && !nodeAt(place.root, issue.path).exists;
  return issues
    .slice(0, MAX_SHOWN)
    .filter((issue) => !isMisspelt(issue) && isFirstOfValue(issue))
    .flatMap((issue) => describe(issue, issue.path, place));
}

/** A misspelt key is one slip: its right spelling is not reported as missing as well. */
function meantKeys(issues: readonly ShapeIssue[], { schema }: Place): Set<string> {
  const meant = issues.slice(0, MAX_SHOWN).flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [];
    const known = knownKeysAt(schema, issue.path);
    return issue.keys.slice(0, MAX_SHOWN).map((key) => JSON.stringify([...issue.path, nearestWord(key, known)]));
  });
  return new Set(meant);
}

function describe(issue: ShapeIssue, path: readonly PropertyKey[], place: Place): FileIssue[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MAX_SHOWN).map((key) => unknownKey(key, path, place));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) return ofLikeliestShape(issue, path, place);
  const { node, exists } = nodeAt(place.root, path);
  const [problem, hint] = exists ? wordingOf(issue, path, node) : missingKey(path);
  return [place.issueAt(offsetOf(node), problem, hint)];
}

function unknownKey(key: string, path: readonly PropertyKey[], { root, schema, issueAt }: Place): FileIssue {
  const { node } = nodeAt(root, path);
  const keyNode = yaml().isMap(node) ? (pairOf(node, key)?.key as Node | undefined) : undefined;
  const known = knownKeysAt(schema, path);
  const meant = nearestWord(key, known);
  const hint = meant ? say(SHAPE_HINTS.meant, { meant }) : say(SHAPE_HINTS.keys, { known: known.join(', ') });
  return issueAt(offsetOf(keyNode ?? node), say(SHAPE_FAULTS.unknownKey, { key: quoted(key) }), hint);
}

/** Of several allowed shapes, the one that the author came nearest to: whose faults lie deepest. */
function ofLikeliestShape(
  issue: Extract<ShapeIssue, { code: 'invalid_union' }>,
  path: readonly PropertyKey[],
  place: Place,
): FileIssue[] {
  const isShallow = (inner: ShapeIssue) => inner.code === 'invalid_type' && inner.path.length === 0;
  const fitting = issue.errors.filter((faults) => !faults.some(isShallow)).sort((a, b) => a.length - b.length)[0];
  if (fitting) return fitting.flatMap((inner) => describe(inner, [...path, ...inner.path], place));
  const shapes = issue.errors.flatMap((faults) =>
    faults.map((f) => ('expected' in f ? typeWord(f.expected) : say(SHAPE_WORDS.other))),
  );
  const { node, exists } = nodeAt(place.root, path);
  const [problem, hint] = exists
    ? [
        say(SHAPE_FAULTS.mustBe, { name: nameOf(path), shapes: [...new Set(shapes)].join(say(SHAPE_WORDS.or)) }),
        typeHint(node),
      ]
    : missingKey(path);
  return [place.issueAt(offsetOf(node), problem, hint)];
}

type Wording = readonly [problem: string, hint: string];

function missingKey(path: readonly PropertyKey[]): Wording {
  const key = String(path.at(-1) ?? '');
  return sayError(SHAPE_FAULTS.missingKey, 'id', { key, quoted: quoted(key) });
}

function wordingOf(issue: ShapeIssue, path: readonly PropertyKey[], node: Node): Wording {
  const name = nameOf(path);
  if (issue.message !== '' || issue.code === 'custom') {
    const [problem = '', ...hint] = issue.message.split('\n');
    const [invalid, mend] = sayError(SHAPE_FAULTS.invalid, 'id', { name });
    return [problem || invalid, hint.join(' ') || mend];
  }
  switch (issue.code) {
    case 'invalid_type':
      return [
        say(SHAPE_FAULTS.wrongType, { name, wanted: typeWord(issue.expected), found: typeOf(node) }),
        typeHint(node, issue.expected),
      ];
    case 'invalid_value':
      return unknownValue(name, node, issue.values.map(String));
    case 'too_small':
      return sayError(SHAPE_FAULTS.tooFew, 'id', { name, limit: `${issue.minimum}${unitOf(issue.origin)}` });
    case 'too_big':
      return sayError(SHAPE_FAULTS.tooMuch, 'id', { name, limit: `${issue.maximum}${unitOf(issue.origin)}` });
    default:
      return sayError(SHAPE_FAULTS.wrongForm, 'id', { name, value: shownValue(node) });
  }
}

function unknownValue(name: string, node: Node, known: readonly string[]): Wording {
  const meant = yaml().isScalar(node) ? nearestWord(String(node.value), known) : undefined;
  return [
    say(SHAPE_FAULTS.unknownValue, { name, value: shownValue(node) }),
    meant ? say(SHAPE_HINTS.meant, { meant }) : say(SHAPE_HINTS.choices, { known: known.join(', ') }),
  ];
}

/** `"region"`; for an entry of a list the list's own name: `"names" ke-2`. */
function nameOf(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (last === undefined) return say(SHAPE_WORDS.content);
  if (typeof last !== 'number') return quoted(String(last));
  return say(SHAPE_WORDS.nth, { list: quoted(String(path.at(-2) ?? say(TYPE_WORDS.array))), n: last + 1 });
}

const TYPES: Readonly<Record<string, Message>> = TYPE_WORDS;
const UNITS: Readonly<Record<string, Message>> = UNIT_WORDS;

function typeWord(expected: string): string {
  const known = TYPES[expected];
  return known ? say(known) : expected;
}

function unitOf(origin: string): string {
  const known = UNITS[origin];
  return known ? say(known) : '';
}

function typeOf(node: Node): string {
  if (!yaml().isScalar(node)) return typeWord(yaml().isMap(node) ? 'object' : 'array');
  if (node.value === null) return say(TYPE_WORDS.null);
  const text = typeof node.value === 'string' ? quoted(node.value) : shown(node.source ?? '');
  return `${typeWord(typeof node.value)} ${text}`;
}

/** `35.10` without quotes is the number 35.1: the commonest slip with region codes. */
function typeHint(node: Node, expected = 'string'): string {
  if (expected === 'string' && yaml().isScalar(node) && node.value !== null && typeof node.value !== 'string') {
    return say(SHAPE_HINTS.quote, { text: shown(node.source ?? String(node.value)) });
  }
  return say(SHAPE_FAULTS.wrongForm.hint);
}

function shownValue(node: Node): string {
  return quoted(yaml().isScalar(node) ? node.value : node.toJSON());
}
