import { type Connection, Schema } from 'mongoose';
import { templateEvent } from '../domain/audit-events.js';
import type { ReasonTemplate } from '../domain/reason-template.js';
import type { AuditRecorder } from './audit-repository.js';
import { asText, asTexts, frozen } from './plain-value.js';
import { SCHEMA_OPTIONS } from './schema-options.js';

interface Change {
  readonly by: string;
  readonly at: Date;
}

/** What offices keep as words for reasons; each change is written with its entry of the log. */
export interface TemplateRepository {
  /** Of these offices, in no particular order; `undefined` means all. */
  listTemplates(officeCodes?: readonly string[]): Promise<ReasonTemplate[]>;
  findTemplate(id: string): Promise<ReasonTemplate | undefined>;
  countTemplates(officeCode: string): Promise<number>;
  addTemplate(template: ReasonTemplate, change: Change): Promise<void>;
  /** False: it is there no more. */
  changeTemplate(template: ReasonTemplate, change: Change): Promise<boolean>;
  /** Safe to repeat. */
  removeTemplate(id: string, change: Change): Promise<void>;
}

type TemplateDocument = Omit<ReasonTemplate, 'id'> & { _id: string };

const templateSchema = new Schema(
  { _id: String, officeCode: String, verdict: String, rule: String, text: String },
  SCHEMA_OPTIONS,
);

export function createTemplateRepository(connection: Connection, audit: AuditRecorder): TemplateRepository {
  const templates = connection.model<TemplateDocument>('ReasonTemplate', templateSchema as never, 'reason_templates');
  return {
    async listTemplates(officeCodes) {
      const filter = officeCodes ? { officeCode: { $in: asTexts(officeCodes) } } : {};
      return (await templates.find(filter).lean()).map(toTemplate);
    },

    async findTemplate(id) {
      const found = await templates.findOne({ _id: asText(id) }).lean();
      return found ? toTemplate(found) : undefined;
    },

    countTemplates: (officeCode) => templates.countDocuments({ officeCode: asText(officeCode) }).exec(),

    async addTemplate(template, change) {
      const { id, ...content } = template;
      await audit.record(async (session) => {
        await templates.create([{ _id: asText(id), ...content }], { session });
        return { value: undefined, event: templateEvent(template, 'created', change) };
      });
    },

    async changeTemplate(template, change) {
      const { id, ...content } = template;
      return audit.record(async (session) => {
        const before = await templates.findOneAndReplace({ _id: asText(id) }, content as never, { session }).lean();
        return { value: before !== null, event: before ? templateEvent(template, 'changed', change) : undefined };
      });
    },

    async removeTemplate(id, change) {
      await audit.record(async (session) => {
        const before = await templates.findOneAndDelete({ _id: asText(id) }, { session }).lean();
        const event = before ? templateEvent(toTemplate(before), 'removed', change) : undefined;
        return { value: undefined, event };
      });
    },
  };
}

function toTemplate({ _id, officeCode, verdict, rule, text }: TemplateDocument): ReasonTemplate {
  return frozen({ id: _id, officeCode, verdict, rule, text });
}
