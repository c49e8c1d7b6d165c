import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPageRecipes } from '../../src/cli/doctor/doctor-recipes.js';
import { runRulesCheck } from '../../src/cli/rules/check/check.js';
import { readConfig } from '../../src/config/read-config.js';
import { checkRecipes } from '../../src/platforms/web/recipe-folder.js';
import { recipeFor } from '../../src/platforms/web/recipe-for.js';
import { readYamlFile } from '../../src/rules/files/yaml-file.js';
import { runRules } from '../rules/run-rules.js';
import { copyRules, type RuleFolder } from '../rules-data/rule-folder.js';

const GOOD = (id: string, url: string) => `id: ${id}
title: Papan (contoh)
url: '${url}'
signals: [posts]
item: article
kind: post
fields:
  text: { select: p }
  time: { select: time, format: tanggal }
empty: .kosong
`;

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'netra-recipes-'));
  mkdirSync(join(dir, 'recipes'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, content: string | Buffer) => writeFileSync(join(dir, 'recipes', name), content);
const check = () => checkRecipes(dir, readYamlFile);
const recipeOf = async (url: string) => recipeFor(new URL(url), (await check()).recipes);

describe('the folder of recipes', () => {
  it('is read whatever lies beside them, and what is no recipe is named', async () => {
    write('desa.yaml', GOOD('desa', 'https://desa.test/**'));
    write('kota.yml', GOOD('kota', 'https://kota.test/**'));
    write('._desa.yaml', Buffer.from([0, 5, 22, 7, 0xff]));
    write('.desa.yaml.swp', 'x');
    write('catatan.txt', 'x');
    const folder = await check();
    expect(folder.issues).toEqual([]);
    expect(folder.recipes).toHaveLength(2);
    expect(folder.passedOver).toEqual(['recipes/._desa.yaml', 'recipes/.desa.yaml.swp', 'recipes/catatan.txt']);
    expect(await recipeOf('https://kota.test/a')).toMatchObject({ id: 'kota' });
  });

  it('that is not there holds no recipe', async () => {
    rmSync(join(dir, 'recipes'), { recursive: true });
    expect(await check()).toEqual({ recipes: [], issues: [], passedOver: [] });
  });

  it('hides the site of a broken recipe, under a reason of its own, and no other', async () => {
    write('desa.yaml', GOOD('desa', 'https://desa.test/**').replace('item:', 'itm:'));
    write('kota.yaml', GOOD('kota', 'https://kota.test/**'));
    write('semua.yaml', GOOD('semua', 'https://**'));
    const { issues } = await check();
    expect(issues.map(({ path, line, column }) => `${path}:${line}:${column}`)).toContain('recipes/desa.yaml:5:1');
    expect(await recipeOf('https://desa.test/a')).toMatchObject({ reason: 'broken_recipe' });
    expect(await recipeOf('https://kota.test/a')).toMatchObject({ id: 'kota' });
    expect(await recipeOf('https://lain.test/a')).toMatchObject({ id: 'semua' });
  });

  it('says that a recipe is broken where its address cannot be read and no other fits', async () => {
    write('desa.yaml', 'id: [');
    write('kota.yaml', GOOD('kota', 'https://kota.test/**'));
    expect(await recipeOf('https://desa.test/a')).toMatchObject({ reason: 'broken_recipe' });
    expect(await recipeOf('https://kota.test/a')).toMatchObject({ id: 'kota' });
  });

  it('takes an id once', async () => {
    write('a.yaml', GOOD('sama', 'https://a.test/**'));
    write('b.yaml', GOOD('sama', 'https://b.test/**'));
    expect((await check()).issues).toMatchObject([{ path: 'recipes/b.yaml', line: 1 }]);
    expect(await recipeOf('https://a.test/')).toMatchObject({ id: 'sama' });
    expect(await recipeOf('https://b.test/')).toMatchObject({ reason: 'broken_recipe' });
  });
});

describe('netra doctor', () => {
  it('warns of a broken recipe at its place, and names what is passed over', async () => {
    const env = { NETRA_RULES_DIR: dir };
    const context = { ...readConfig(env), env };
    write('._desa.yaml', 'x');
    expect(await checkPageRecipes(context)).toMatchObject({ state: 'ok', detail: 'dilewati: recipes/._desa.yaml' });
    write('desa.yaml', GOOD('desa', 'https://desa.test/**').replace('item:', 'itm:'));
    const row = await checkPageRecipes(context);
    expect(row).toMatchObject({ state: 'warn', mend: 'npx netra rules check' });
    expect(row.detail).toContain('recipes/desa.yaml:');
  });
});

describe('netra rules check', () => {
  let rules: RuleFolder;
  beforeEach(async () => {
    rules = await copyRules();
    cpSync(join(dir, 'recipes'), join(rules.dir, 'recipes'), { recursive: true });
  });
  afterEach(() => rules.remove());

  it('fails on what collect does not take', async () => {
    await rules.write('recipes/desa.yaml', GOOD('desa', 'https://desa.test/**').replace('posts', 'likes'));
    const { exitCode, text } = await runRules(runRulesCheck, rules.dir);
    expect(exitCode).toBe(2);
    expect(text).toMatch(/^recipes\/desa\.yaml:4:11 /m);
  });

  it('names what collect passes over, and is content', async () => {
    await rules.write('recipes/desa.yml', GOOD('desa', 'https://desa.test/**'));
    await rules.write('recipes/._desa.yml', '\u0000');
    const { exitCode, text } = await runRules(runRulesCheck, rules.dir);
    expect(exitCode).toBe(0);
    expect(text).toContain('recipes/._desa.yml: dilewati, bukan resep');
  });
});
