import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyRules, type RuleFolder, retire } from '../../test/rules-data/rule-folder.js';
import { FileIssuesError } from '../domain/errors.js';
import { type LiveScreener, type LiveScreenerOptions, openLiveScreener } from './live-screener.js';
import { loadSet } from './load-set.js';

const CALL = 'speech/call-to-vote.yaml';
const WISH = 'speech/wish.yaml';

let folder: RuleFolder;
let live: LiveScreener | undefined;
beforeEach(async () => {
  folder = await copyRules();
});
afterEach(async () => {
  live?.close();
  await folder.remove();
});

/** Looks only when told, so that nothing depends on time. */
async function open(options: Partial<LiveScreenerOptions> = {}): Promise<LiveScreener> {
  live = await openLiveScreener({ rulesDir: folder.dir, pollMs: 1e9, settleMs: 1e9, ...options });
  return live;
}
const lookTwice = async () => {
  await live?.look();
  await live?.look();
};

describe('the rule set in force', () => {
  it('changes with a saved file, after the files stood still for one more look', async () => {
    const reloads: string[] = [];
    const screener = await open({ onReload: (set) => reloads.push(set.ruleset) });
    const before = screener.current().ruleset;
    await folder.edit(CALL, retire);
    await screener.look();
    expect(screener.current().ruleset).toBe(before);
    await screener.look();
    expect(screener.current().ruleset).not.toBe(before);
    expect(reloads).toEqual([screener.current().ruleset]);
    expect(screener.loaded().screener).toBe(screener.current());
  });

  it('stays where only a comment or a sample changed', async () => {
    const reloads: unknown[] = [];
    const screener = await open({ onReload: (set) => reloads.push(set) });
    const before = screener.current();
    await folder.edit(CALL, (text) => `# catatan\n${text}`);
    await lookTwice();
    expect(screener.current()).toBe(before);
    expect(reloads).toEqual([]);
  });

  it('keeps the old set while a file is broken, says so once, and takes the mended one', async () => {
    const said: string[] = [];
    const screener = await open({
      onBroken: (error) => said.push(error instanceof FileIssuesError ? 'broken' : 'other'),
      onMended: () => said.push('mended'),
      onReload: () => said.push('reloaded'),
    });
    const before = screener.current();
    const good = await folder.edit(CALL, (text) => text.replace('title:', 'titel:'));
    for (let n = 0; n < 5; n += 1) await screener.look();
    expect(screener.current()).toBe(before);
    expect(screener.fault()?.message).toContain(CALL);
    expect(said).toEqual(['broken']);
    await folder.write(CALL, retire(good));
    await lookTwice();
    expect(screener.current().ruleset).not.toBe(before.ruleset);
    expect(screener.fault()).toBeUndefined();
    expect(said).toEqual(['broken', 'mended', 'reloaded']);
  });

  it('says that it is mended also when the file is as it was', async () => {
    const said: string[] = [];
    const screener = await open({ onMended: () => said.push('mended'), onReload: () => said.push('reloaded') });
    const good = await folder.edit(CALL, () => 'title: [');
    await lookTwice();
    await folder.write(CALL, good);
    await lookTwice();
    expect(screener.fault()).toBeUndefined();
    expect(said).toEqual(['mended']);
  });

  it('outlives a folder that is away for a while, complaining once', async () => {
    const said: unknown[] = [];
    const screener = await open({ onBroken: (error) => said.push(error) });
    const before = screener.current();
    await rename(folder.dir, `${folder.dir}-away`);
    for (let n = 0; n < 6; n += 1) await screener.look();
    expect(screener.current()).toBe(before);
    expect(said).toHaveLength(1);
    await rename(`${folder.dir}-away`, folder.dir);
    await lookTwice();
    expect(screener.fault()).toBeUndefined();
  });

  it('never takes a mixture of two saves, nor calls it broken', async () => {
    const broken: Error[] = [];
    const seen = new Set<string>();
    const screener = await open({ onReload: (set) => seen.add(set.ruleset), onBroken: (error) => broken.push(error) });
    const whole = new Set<string>();
    const goodCall = await folder.edit(CALL, (text) => text);
    const goodWish = await folder.edit(WISH, (text) => text);
    // The second file is saved in two halves at another moment of each reading of the set.
    for (let delayMs = 0; delayMs <= 60; delayMs += 5) {
      await folder.write(CALL, goodCall.replace(/^title: .*$/m, `title: Ajakan ke-${delayMs}`));
      await screener.look();
      const looking = screener.look();
      await wait(delayMs);
      await writeFile(join(folder.dir, WISH), goodWish.slice(0, 60));
      await looking;
      await folder.write(WISH, goodWish);
      whole.add((await loadSet({ rulesDir: folder.dir })).screener.ruleset);
      await lookTwice();
      await screener.look();
      expect(whole).toContain(screener.current().ruleset);
    }
    expect(broken).toEqual([]);
    expect([...seen].filter((hash) => !whole.has(hash))).toEqual([]);
  });

  it('comes into force only once it is kept, and is tried again until then', async () => {
    const events: string[] = [];
    let isAway = true;
    const screener = await open({
      keep: async (set) => {
        events.push(`keep ${set.screener.ruleset === screener.current().ruleset ? 'old' : 'new'}`);
        if (isAway) throw new Error('basis data pergi');
      },
      onBroken: (error) => events.push(error.message),
      onReload: () => events.push('reloaded'),
    });
    const before = screener.current();
    await folder.edit(CALL, retire);
    await lookTwice();
    await screener.look();
    expect(screener.current()).toBe(before);
    isAway = false;
    await screener.look();
    expect(screener.current()).not.toBe(before);
    expect(events).toEqual(['keep new', 'basis data pergi', 'keep new', 'keep new', 'reloaded']);
  });

  it('follows an election file as it follows a rule', async () => {
    const screener = await open();
    const { ruleset, elections } = screener.current();
    await folder.edit('elections/contoh.yaml', (text) => text.replace(/^title: .*/m, 'title: Contoh yang berubah'));
    await lookTwice();
    expect(screener.current().ruleset).toBe(ruleset);
    expect(screener.current().elections).not.toBe(elections);
    expect(screener.loaded().electionFiles.map((file) => file.title)).toEqual(['Contoh yang berubah']);
  });
});
