import { describe, expect, it } from 'vitest';
import { dressed, type Form, formsOf, PLATFORM_FILES } from '../../test/links/read-forms.js';
import type { Link } from './link.js';
import { PLATFORM_LINKS } from './platforms.js';
import { readLink } from './read-link.js';

/** What is wrong with a reading, in words; nothing where it is right. */
function faultOf(form: Form, { platform, kind, author, id }: Link): string | undefined {
  const said = JSON.stringify({ platform, kind, author, id });
  const due = JSON.stringify({ platform: form.platform, kind: form.kind, author: form.author, id: form.id });
  return said === due ? undefined : `${JSON.stringify(form.text)}\n  is  ${said}\n  due ${due}`;
}

const firstOf = (forms: readonly Form[], act: string) => forms.find((form) => form.act === act)!;

describe.each(PLATFORM_FILES)('links of %s', (platform) => {
  const forms = formsOf(platform);
  const read = forms.map((form) => ({ form, link: readLink(form.text) }));

  it('are read in every form that people paste', () => {
    expect(read.flatMap(({ form, link }) => faultOf(form, link) ?? [])).toEqual([]);
  });

  it('come to one canonical an act, and to another for another', () => {
    const canonicals = new Map<string, Set<string>>();
    for (const { form, link } of read) {
      canonicals.set(form.act, (canonicals.get(form.act) ?? new Set()).add(link.canonical));
    }
    expect([...canonicals].filter(([, found]) => found.size > 1)).toEqual([]);
    expect(new Set([...canonicals.values()].flatMap((found) => [...found])).size).toBe(canonicals.size);
  });

  it('have a canonical that reads as itself', () => {
    const again = read.map(({ link }) => [link, readLink(link.canonical)] as const);
    expect(again.filter(([link, twice]) => twice.canonical !== link.canonical || twice.kind !== link.kind)).toEqual([]);
  });

  it('are read in whatever people put around them', () => {
    const acts = [...new Set(forms.filter(({ kind }) => kind !== 'page').map(({ act }) => act))].slice(0, 4);
    const faults = acts.flatMap((act) => {
      const form = firstOf(forms, act);
      const { canonical } = readLink(form.text);
      return dressed(form.text).flatMap((text) => {
        const link = readLink(text);
        const fault = faultOf({ ...form, text }, link);
        return fault ?? (link.canonical === canonical ? [] : `${text}: ${link.canonical}`);
      });
    });
    expect(faults).toEqual([]);
  });
});

it('there is a list of forms for every platform', () => {
  expect([...PLATFORM_FILES].sort()).toEqual(Object.keys(PLATFORM_LINKS).sort());
});
