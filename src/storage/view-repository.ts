import { type Connection, Schema } from 'mongoose';
import { viewEvent } from '../domain/audit-events.js';
import type { SavedView, ViewPage } from '../domain/saved-view.js';
import { subkeyOf } from '../domain/sealed-bytes.js';
import type { AuditRecorder } from './audit-repository.js';
import { asText, asTexts, frozen, withoutUndefined } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';
import { openText, sealText } from './seal-text.js';

interface Change {
  readonly by: string;
  readonly at: Date;
}

type Owner = Pick<SavedView, 'userId' | 'officeCode'>;

/** Filters under a name. What an office keeps stands in the log when it comes and goes; one's own is nobody's business. */
export interface ViewRepository {
  /** Of this person and of these offices (`undefined`: all), in no particular order. */
  listViews(reach: { userId: string; officeCodes: readonly string[] | undefined }): Promise<SavedView[]>;
  findView(id: string): Promise<SavedView | undefined>;
  countViews(owner: Owner): Promise<number>;
  addView(view: SavedView, change: Change): Promise<void>;
  /** Safe to repeat. */
  removeView(id: string, change: Change): Promise<void>;
}

/** What does not open with the key in use: it filters nothing, holds no other back, and can be removed. */
const UNREADABLE = { name: '—', search: '' };

/** `sealed`: name and filters, in which words of acts may stand. */
interface ViewDocument {
  _id: string;
  userId?: string;
  officeCode?: string;
  page: ViewPage;
  sealed: string;
}

const viewSchema = new Schema(
  { _id: String, userId: String, officeCode: String, page: String, sealed: String },
  SCHEMA_OPTIONS,
);

export function createViewRepository(
  connection: Connection,
  { audit, hashKey }: { audit: AuditRecorder; hashKey: Buffer },
): ViewRepository {
  const views = connection.model<ViewDocument>('SavedView', viewSchema as never, 'saved_views');
  const key = subkeyOf(hashKey, 'netra view');
  const toView = ({ _id, userId, officeCode, page, sealed }: ViewDocument): SavedView => {
    const { name, search } = opened(sealed, key, _id) ?? UNREADABLE;
    return frozen({ id: _id, userId, officeCode, page, name, search });
  };
  return {
    async listViews({ userId, officeCodes }) {
      const ofOffices = { officeCode: officeCodes ? { $in: asTexts(officeCodes) } : { $exists: true } };
      const found = await views.find({ $or: [{ userId: asText(userId) }, ofOffices] }).lean();
      return found.map(toView);
    },

    async findView(id) {
      const found = await views.findOne({ _id: asText(id) }).lean();
      return found ? toView(found) : undefined;
    },

    countViews: ({ userId, officeCode }) =>
      views.countDocuments(userId === undefined ? { officeCode: asText(officeCode!) } : { userId: asText(userId) }),

    async addView(view, change) {
      const { id, userId, officeCode, page, name, search } = view;
      const sealed = sealText(JSON.stringify({ name, search }), key, asText(id));
      await audit.record(async (session) => {
        await views.create([withoutUndefined({ _id: id, userId, officeCode, page, sealed })], { session });
        return { value: undefined, event: viewEvent(view, 'created', change) };
      });
    },

    async removeView(id, change) {
      await audit.record(async (session) => {
        const before = await views.findOneAndDelete({ _id: asText(id) }, { session }).lean();
        const event = before ? viewEvent({ id, officeCode: before.officeCode }, 'removed', change) : undefined;
        return { value: undefined, event };
      });
    },
  };
}

function opened(sealed: string, key: Buffer, id: string): Pick<SavedView, 'name' | 'search'> | undefined {
  try {
    return JSON.parse(openText(sealed, key, id)) as Pick<SavedView, 'name' | 'search'>;
  } catch {
    return undefined;
  }
}
