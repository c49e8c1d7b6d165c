/** Forms of address that people put before a name, and that may also stand inside one. */
const COMMON_ADDRESS = (
  'pak bapak bu ibu bang abang mas mbak gus ning kang teh cak bung kyai kiai nyai prof ustad ustadz habib om ' +
  'tante bunda ayah abah pakde jenderal jend kak dr'
).split(' ');

/** Titles, forms of address, degrees and joining words that may stand inside a name without being part of it. */
export const SKIPPED_IN_NAMES: ReadonlySet<string> = new Set([
  ...COMMON_ADDRESS,
  ...(
    'h hj haji hajah drs dra drg ir kh kyahi tgh tgb ust ustaz lora bp bpk ibuk umi mba kakak mr mrs raden rd ' +
    'letjen mayjen brigjen komjen irjen laksamana marsekal purn tni dan serta bersama beserta and n x feat se sh ' +
    'mh mm msi si st mt sip map spd mpd sag shi mhum sos ap kom phd lc ma a b c d e f g h i j k l m n o p q r s t ' +
    'u v w x y z'
  ).split(' '),
]);

/** Forms of address: what people put before the name of somebody they speak of. */
export const ADDRESS_WORDS: ReadonlySet<string> = new Set([
  ...COMMON_ADDRESS,
  ...'profesor bude mbah opa oma neng uda uni daeng puang bli tuan dokter'.split(' '),
]);

/** Words that make the next word a candidate: an ambiguous name beside one of them counts. */
export const CANDIDATE_WORDS: readonly string[] = (
  'paslon pasangan calon capres cawapres bacapres bacawapres cagub cawagub bacagub cabup cawabup bacabup cawali ' +
  'cawalkot cawawali bacawali balon bakal kandidat petahana capres-cawapres tim timses relawan pendukung'
).split(' ');

/** Words that make a number a ballot number when they stand right before it, however it is spelled. */
export const NUMBERED_WORDS: readonly string[] =
  'paslon capres cawapres cagub cawagub cabup cawabup cawali cawalkot kandidat capaslon'.split(' ');

/** These do so only before digits: "pasangan satu ini" and "calon dua anak" are no ballots. */
export const NUMBERED_BEFORE_DIGITS: readonly string[] = 'pasangan calon coblos tusuk jagoan'.split(' ');

/** Words that say the text is about an election: a weak sign (a bare number, a party) counts only near one. */
export const ELECTION_WORDS: readonly string[] = (
  'paslon capres cawapres cagub cawagub cabup cawabup cawali pilpres pilkada pilgub pilbup pilwali pilwalkot pileg ' +
  'pemilu coblos mencoblos nyoblos coblosan tps kampanye caleg kpu jurkam timses relawan menangkan memenangkan ' +
  'kemenangan menang dukung mendukung pendukung putaran kubu pencoblosan bilik elektabilitas baliho polling'
).split(' ');

/** Offices are spoken of every day: they vouch for a weak sign only right beside it. */
export const OFFICE_WORDS: readonly string[] =
  'presiden gubernur bupati walikota wagub wabup wapres debat suara periode'.split(' ');

/** "Pilih nomor 2" is a ballot, "nomor 2 silakan pilih loket" is a queue: these vouch only right before the sign. */
export const CHOOSING_WORDS: readonly string[] = 'pilih milih memilih vote pilihan tusuk lupa ingat pokoknya fix'.split(
  ' ',
);

export const NUMBER_WORDS: readonly string[] =
  'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');

export const EMPTY_BOX: readonly (readonly string[])[] = [['kotak', 'kosong'], ['kolom', 'kosong'], ['kokos']];
