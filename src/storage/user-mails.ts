import type { Model } from 'mongoose';
import type { User } from '../domain/user.js';
import { asText, asTexts } from './plain-value.js';
import type { UserDocument } from './user-document.js';

/** Somebody who wants to be written to, and where. */
export interface MailTarget extends Pick<User, 'id' | 'officeCodes'> {
  readonly mail: string;
}

export interface UserMails {
  /** Of these people: those who may log in, have an address, and did not say no. */
  listMailTargets(ids: readonly string[]): Promise<MailTarget[]>;
  /** Whether somebody wants mails of their notices: yes, unless they said no. */
  wantsNoticeMail(id: string): Promise<boolean>;
  /** Ends no session. */
  setNoticeMail(id: string, isWanted: boolean): Promise<void>;
}

export function createUserMails(users: Model<UserDocument>): UserMails {
  return {
    async listMailTargets(ids) {
      const wanted = { _id: { $in: asTexts(ids) }, isActive: true, refusesNoticeMail: { $ne: true } };
      const found = await users.find(wanted, { mail: 1, officeCodes: 1 }).lean();
      return found.flatMap(({ _id, mail, officeCodes }) => (mail ? [{ id: _id, mail, officeCodes }] : []));
    },

    async wantsNoticeMail(id) {
      return (await users.exists({ _id: asText(id), refusesNoticeMail: true })) === null;
    },

    async setNoticeMail(id, isWanted) {
      const change = isWanted ? { $unset: { refusesNoticeMail: '' } } : { $set: { refusesNoticeMail: true } };
      await users.updateOne({ _id: asText(id) }, change as object);
    },
  };
}
