import type { Address, Reading } from './link.js';

/** What was found in the places of a pattern; a place that was left empty is not there. */
export type Found<Name extends string = string> = Readonly<Partial<Record<Name, string>>>;
type Make<Name extends string> = (found: Found<Name>, address: Address) => Reading | undefined;

/**
 * A pattern reads like the path it stands for: `@{author}/video|photo/{id}`. It holds for a path that begins so, whatever
 * follows; with `$` at its end nothing may follow. What `make` cannot use goes on to the next pattern.
 */
export type PathRule<Name extends string = string> = readonly [pattern: string, make: Make<Name>];

/** Reads a path by the first rule that fits; `places` says what may stand in each `{place}`, as a regular expression. */
export function readByPath<Name extends string>(
  places: Readonly<Record<Name, string>>,
  rules: readonly PathRule<Name>[],
): (address: Address) => Reading | undefined {
  const compiled = rules.map(([pattern, make]) => ({ pattern: compile(pattern, places), make }));
  return (address) => {
    for (const { pattern, make } of compiled) {
      const match = pattern.exec(address.path);
      const reading = match && make((match.groups ?? {}) as Found<Name>, address);
      if (reading) return reading;
    }
    return undefined;
  };
}

function compile(pattern: string, places: Readonly<Record<string, string>>): RegExp {
  const isWhole = pattern.endsWith('$');
  const parts = pattern
    .replace(/\$$/, '')
    .split('/')
    .map((part) => {
      const choices = part
        .split('|')
        .map((choice) =>
          choice.replace(/[.+]/g, '\\$&').replace(/\{(\w+)\}/g, (_all, name: string) => `(?<${name}>${places[name]})`),
        );
      return choices.length > 1 ? `(?:${choices.join('|')})` : choices[0];
    });
  // `…/123.Terima kasih`: where a number ends, the next sentence may begin.
  const end = /\{(?:id|code|reply|key|community)\}(?:\{end\})?$/.test(pattern) ? '(?=/|$|\\.\\p{L})' : '(?=/|$)';
  return new RegExp(`^${parts.join('/')}${isWhole ? '$' : end}`, 'iu');
}

/** A handle as it is compared: small letters. */
export function handleOf(written: string | undefined): string | undefined {
  // No platform lets a name end in a dot: it is the sentence's.
  const handle = written?.replace(/^@|\.+$/g, '').toLowerCase();
  // `_` is what we write where a platform's address has a place for a name that we do not know.
  return handle === '' || handle === '_' ? undefined : handle;
}

/** A value of the query that has the form of an id; anything else is not there. */
export function asked(address: Address, name: string, form: RegExp): string | undefined {
  // What follows one of these ran into the value: `?v=abc?si=def`, `?v=abc.Terima kasih`.
  const value = address.query
    .get(name)
    ?.trim()
    .split(/[?&#,;\\\s]/)[0];
  return [value, value?.replace(/\.\p{Lu}.*$/u, '')].find((one) => one !== undefined && form.test(one));
}
