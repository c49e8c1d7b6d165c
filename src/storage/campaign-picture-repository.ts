import { type Connection, Schema } from 'mongoose';
import { campaignPictureEvent } from '../domain/audit-events.js';
import type { CampaignPicture, PictureLooks } from '../domain/campaign-picture.js';
import type { AuditRecorder } from './audit-repository.js';
import { isDuplicateKey } from './insert-new.js';
import { asText, asTexts, frozen } from './plain-value.js';
import { PART_OPTIONS, SCHEMA_OPTIONS } from './schema-options.js';

/** Registered campaign pictures, of every election; each change is written with its entry of the log. */
export interface CampaignPictureRepository {
  /** Oldest first. */
  listCampaignPictures(): Promise<CampaignPicture[]>;
  findCampaignPicture(id: string): Promise<CampaignPicture | undefined>;
  countCampaignPictures(): Promise<number>;
  /** False: the very same file is there for this ticket. */
  addCampaignPicture(picture: CampaignPicture, looks: PictureLooks): Promise<boolean>;
  /** Safe to repeat. */
  removeCampaignPicture(id: string, change: { by: string; at: Date }): Promise<void>;
  /** What a picture that was read is compared with. */
  listLooks(): Promise<{ election: string; ticket: string; file: string; looks: PictureLooks }[]>;
  /** Those of these ids of files that one of them names. */
  findPosterFilesInUse(fileIds: readonly string[]): Promise<ReadonlySet<string>>;
}

type PictureDocument = Omit<CampaignPicture, 'id'> & { _id: string; looks: Buffer };

const pictureSchema = new Schema(
  {
    _id: String,
    election: String,
    ticket: String,
    file: new Schema({ id: String, type: { type: String }, bytes: Number, broughtSha256: String }, PART_OPTIONS),
    addedBy: String,
    addedAt: Date,
    looks: Buffer,
  },
  SCHEMA_OPTIONS,
);

export function createCampaignPictureRepository(
  connection: Connection,
  audit: AuditRecorder,
): CampaignPictureRepository {
  const pictures = connection.model<PictureDocument>('CampaignPicture', pictureSchema as never, 'campaign_pictures');
  return {
    async listCampaignPictures() {
      return (await pictures.find({}, '-looks').sort({ addedAt: 1, _id: 1 }).lean()).map(toPicture);
    },

    async findCampaignPicture(id) {
      const found = await pictures.findOne({ _id: asText(id) }, '-looks').lean();
      return found ? toPicture(found) : undefined;
    },

    countCampaignPictures: () => pictures.countDocuments().exec(),

    async addCampaignPicture(picture, looks) {
      const { id, ...content } = picture;
      const document = { _id: asText(id), ...content, looks: toBytes(looks) };
      try {
        await audit.record(async (session) => {
          await pictures.create([document], { session });
          return { value: undefined, event: campaignPictureEvent(picture, 'created', pickChange(picture)) };
        });
        return true;
      } catch (error) {
        if (isDuplicateKey(error)) return false;
        throw error;
      }
    },

    async removeCampaignPicture(id, change) {
      await audit.record(async (session) => {
        const before = await pictures.findOneAndDelete({ _id: asText(id) }, { session }).lean();
        const event = before ? campaignPictureEvent(toPicture(before), 'removed', change) : undefined;
        return { value: undefined, event };
      });
    },

    async listLooks() {
      const found = await pictures.find().lean();
      return found.map(({ election, ticket, file, looks }) => ({
        election,
        ticket,
        file: file.id,
        looks: fromBytes(looks),
      }));
    },

    async findPosterFilesInUse(fileIds) {
      const ids = asTexts(fileIds);
      return new Set((await pictures.distinct('file.id', { 'file.id': { $in: ids } })) as string[]);
    },
  };
}

function pickChange({ addedBy: by, addedAt: at }: CampaignPicture) {
  return { by, at };
}

function toPicture({ _id, election, ticket, file, addedBy, addedAt }: Omit<PictureDocument, 'looks'>): CampaignPicture {
  return frozen({ id: _id, election, ticket, file, addedBy, addedAt });
}

/** 256 bits. */
const LOOK_WORDS = 8;

function toBytes(looks: PictureLooks): Buffer {
  return Buffer.concat(looks.map((look) => Buffer.from(look.buffer, look.byteOffset, look.byteLength)));
}

/** A lean answer holds the driver's own kind of bytes. */
function fromBytes(stored: Buffer | { readonly buffer: Uint8Array }): PictureLooks {
  const bytes = Buffer.isBuffer(stored) ? stored : Buffer.from(stored.buffer as Uint8Array);
  const whole = new Uint32Array(new Uint8Array(bytes).buffer);
  return Array.from({ length: Math.floor(whole.length / LOOK_WORDS) }, (_, n) =>
    whole.subarray(n * LOOK_WORDS, (n + 1) * LOOK_WORDS),
  );
}
