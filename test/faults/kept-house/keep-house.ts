import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mongo } from 'mongoose';
import type { ConsoleFixture } from '../../console/console-fixture.js';
import { KEYS } from '../../console/seed-sample.js';
import { openRaw } from '../../support/keys-site.js';
import { FORMER_DATA } from '../former-data.js';
import type { Said } from './said.js';

/** Writes the house as it stands into a folder of its own, which is never written again. */
export async function keepHouse(name: string, { databaseName, dataDir }: ConsoleFixture, said: Said): Promise<void> {
  const folder = join(FORMER_DATA, name);
  if (!/^[a-z0-9-]+$/.test(name) || existsSync(folder))
    throw new Error(`${folder}: no name for a house, or one that is there`);
  mkdirSync(join(folder, 'collections'), { recursive: true });
  cpSync(dataDir, join(folder, 'data'), { recursive: true });
  const keys = Object.fromEntries(Object.entries(KEYS).map(([key, bytes]) => [key, bytes.toString('base64')]));
  writeFileSync(join(folder, 'data/keys.json'), JSON.stringify(keys));
  writeFileSync(join(folder, 'said.json'), `${JSON.stringify(said, null, 2)}\n`);
  const raw = await openRaw(databaseName);
  const indexes: object[] = [];
  for (const { name: collection } of await raw.db!.listCollections().toArray()) {
    const all = await raw.collection(collection).find({}, { promoteValues: false }).sort({ _id: 1 }).toArray();
    const lines = all.map((document) => `${mongo.BSON.EJSON.stringify(document, { relaxed: false })}\n`);
    if (lines.length > 0) writeFileSync(join(folder, `collections/${collection}.ndjson`), lines.join(''));
    // Those that delete by time are left out: the data is to stay as it is.
    for (const { v: _v, ...index } of await raw.collection(collection).indexes())
      if (index.name !== '_id_' && index.expireAfterSeconds === undefined) indexes.push({ collection, ...index });
  }
  await raw.close();
  writeFileSync(join(folder, 'indexes.ndjson'), indexes.map((index) => `${JSON.stringify(index)}\n`).join(''));
}
