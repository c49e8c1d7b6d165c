import { type ClientSession, type Connection, Schema } from 'mongoose';
import type { DigestRhythm, Office } from '../domain/account.js';
import type { TimeZone } from '../domain/region.js';
import type { ImportCounts } from './account-draft.js';
import { asText, asTexts, frozen, withoutUndefined } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

export interface OfficeRepository {
  /** Keyed by code; saving again updates. A field that a given office lacks is removed from the stored one. */
  saveOffices(offices: readonly Office[], session?: ClientSession): Promise<ImportCounts>;
  /** What `saveAll` would do, without doing it. */
  compareOffices(offices: readonly Office[]): Promise<ImportCounts>;
  findOffice(code: string): Promise<Office | undefined>;
  /** In order of code. */
  listOffices(): Promise<Office[]>;
  /** The codes given and those of every office below them. */
  withDescendants(codes: readonly string[]): Promise<string[]>;
}

interface OfficeDocument {
  _id: string;
  name: string;
  region: string;
  timeZone: TimeZone;
  parentCode?: string;
  digestTo?: string;
  digestEvery?: DigestRhythm;
}

const officeSchema = new Schema(
  {
    _id: String,
    name: String,
    region: String,
    timeZone: String,
    parentCode: String,
    digestTo: String,
    digestEvery: String,
  },
  SCHEMA_OPTIONS,
);

export function createOfficeRepository(connection: Connection): OfficeRepository {
  const offices = connection.model<OfficeDocument>('Office', officeSchema as never, 'offices');

  const plan = async (given: readonly Office[]) => {
    const stored = await offices.find({ _id: { $in: asTexts(given.map((office) => office.code)) } }).lean();
    const byCode = new Map(stored.map((document) => [document._id, canonicalOf(toOffice(document))]));
    const created = given.filter((office) => !byCode.has(office.code));
    const updated = given.filter(
      (office) => byCode.has(office.code) && byCode.get(office.code) !== canonicalOf(office),
    );
    const unchanged = given.length - created.length - updated.length;
    return {
      changed: [...created, ...updated],
      counts: { created: created.length, updated: updated.length, unchanged },
    };
  };

  return {
    async saveOffices(given, session) {
      const { changed, counts } = await plan(given);
      const replacements = changed.map(toDocument).map((replacement) => ({
        replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
      }));
      if (replacements.length > 0) await offices.bulkWrite(replacements, { ordered: false, session });
      return counts;
    },

    async compareOffices(given) {
      return (await plan(given)).counts;
    },

    async findOffice(code) {
      const found = await offices.findOne({ _id: asText(code) }).lean();
      return found ? toOffice(found) : undefined;
    },

    async listOffices() {
      return (await offices.find().sort({ _id: 1 }).lean()).map(toOffice);
    },

    async withDescendants(codes) {
      const tree = await offices.find({}, { parentCode: 1 }).lean();
      return descend(asTexts(codes), tree);
    },
  };
}

/** Walks down level by level; a ring in the tree ends where it meets itself. */
function descend(codes: readonly string[], tree: readonly Pick<OfficeDocument, '_id' | 'parentCode'>[]): string[] {
  const children = new Map<string, string[]>();
  for (const { _id, parentCode } of tree) {
    if (parentCode !== undefined) children.set(parentCode, [...(children.get(parentCode) ?? []), _id]);
  }
  const reached = new Set(codes);
  // A Set grows while it is walked over.
  for (const code of reached) for (const child of children.get(code) ?? []) reached.add(child);
  return [...reached];
}

function toDocument({ code, ...rest }: Office): OfficeDocument {
  const { name, region, timeZone, parentCode, digestTo, digestEvery } = rest;
  return withoutUndefined({ _id: asText(code), name, region, timeZone, parentCode, digestTo, digestEvery });
}

function toOffice({ _id, ...rest }: OfficeDocument): Office {
  return frozen({ code: _id, ...rest });
}

function canonicalOf({ name, region, timeZone, parentCode, digestTo, digestEvery }: Office): string {
  return JSON.stringify([name, region, timeZone, parentCode ?? null, digestTo ?? null, digestEvery ?? null]);
}
