import type { AccountDraft } from '../../src/storage/account-draft.js';
import { ACCOUNTS, OFFICES } from './sample.js';

const MANDATE = {
  decree: 'SK Wali Kota Contoh 188/2/2026',
  office: 'BKPSDM Contoh',
  from: '2026-01-01',
  to: '2027-06-30',
};

function one(
  draft: Omit<AccountDraft, 'region' | 'mandate'> & { readonly mandate?: AccountDraft['mandate'] },
): AccountDraft {
  const { region } = OFFICES.find(({ code }) => code === draft.officeCode)!;
  return { mandate: MANDATE, ...draft, region };
}

/** Accounts that lack something, all invented; the second is of the sample's first person, the last of the first one here. */
export const REGISTERED: readonly AccountDraft[] = [
  one({
    ...{ nip: '198001012005011901', name: 'Wiraguna Contohbaskara', position: 'Penata', officeCode: 'SBY-DISDIK' },
    ...{ platform: 'tiktok', handle: 'wiraguna.contoh', proof: 'unproven' },
  }),
  one({
    ...{ nip: '198001012005011000', name: ACCOUNTS[0].name, position: ACCOUNTS[0].position },
    ...{ officeCode: ACCOUNTS[0].officeCode, platform: 'instagram', handle: 'kedua_contoh', proof: 'claimed' },
  }),
  one({
    ...{ nip: '198001012005011903', name: 'Larasati Contohdewi', position: 'Bidan', officeCode: 'SBY-PKM1' },
    ...{ platform: 'bluesky', handle: 'larasati.contoh.test', proof: 'disputed' },
  }),
  one({
    ...{ nip: '198001012005011904', name: 'Prabaswara Contohaji', position: '', officeCode: 'SBY' },
    ...{ platform: 'web', handle: 'https://prabaswara.contoh.test/', proof: 'proven' },
    mandate: { ...MANDATE, to: '2026-11-19' },
  }),
  one({
    ...{ nip: '198001012005011901', name: 'Wiraguna Contohbaskara', position: 'Penata', officeCode: 'SULSEL-BAP' },
    ...{ platform: 'x', handle: 'wiraguna_x', proof: 'proven' },
  }),
];
