import { describe, expect, it } from 'vitest';
import { ACTIVITY_KINDS, isValidHandle } from '../domain/platform.js';
import { MEMBERS, OFFICES } from './content/cast.js';
import { BLUESKY_ACTS, BULLETIN_ACTS, IMPORTED_ACTS, PUBLIC_POSTS } from './script.js';

const ALL = [...BLUESKY_ACTS, ...BULLETIN_ACTS, ...IMPORTED_ACTS];

describe('the script of the sample network', () => {
  it('holds about 200 acts, with at least as many lawful ones as marked ones', () => {
    const marked = ALL.filter((act) => act.expect === 'marked').length;
    const lawful = ALL.filter((act) => act.expect === 'lawful').length;
    expect(ALL.length + PUBLIC_POSTS.length).toBeGreaterThan(170);
    expect(lawful).toBeGreaterThanOrEqual(marked);
  });

  it('is written by people of the cast only, on well-formed lines', () => {
    for (const act of ALL) {
      expect(MEMBERS.map((member) => member.key)).toContain(act.by);
      expect(ACTIVITY_KINDS).toContain(act.kind);
      expect(act.hoursAgo).toBeGreaterThan(0);
      expect(['marked', 'lawful', 'open', 'unseen']).toContain(act.expect);
      expect(act.text !== '' || act.on !== '', `${act.by} ${act.hoursAgo}`).toBe(true);
    }
  });

  it('refers to public posts and accounts that exist', () => {
    const known = new Set(PUBLIC_POSTS.flatMap((post) => [`@${post.key}`, `@${post.by}`]));
    for (const act of BLUESKY_ACTS.filter(({ on }) => on !== '')) expect(known).toContain(act.on);
  });

  it('has an office for every member, and handles that the registry takes', () => {
    for (const member of MEMBERS) {
      expect(OFFICES.map((office) => office.code)).toContain(member.office);
      expect(isValidHandle(member.key)).toBe(true);
      expect(member.name).toMatch(/Contoh|contoh/);
    }
  });
});
