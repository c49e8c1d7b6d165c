import type { Migration } from './migration.js';

/** One file once for a ticket; and whether a file on the disk is still named. */
export const campaignPictures: Migration = {
  id: '0022-campaign-pictures',
  async up(connection) {
    await connection.collection('campaign_pictures').createIndexes([
      { key: { ticket: 1, 'file.broughtSha256': 1 }, name: 'one_file_a_ticket', unique: true },
      { key: { 'file.id': 1 }, name: 'files_in_use' },
    ]);
  },
};
