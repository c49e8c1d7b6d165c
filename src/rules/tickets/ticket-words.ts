import type { BallotPlace } from '../../domain/election.js';

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
  ...(
    'si pace mace papa mama mamak bapa pa ma bundo lae ito abah buya teungku abi abu ummi umi tok atok datuk dato julak mang jeng ' +
    'profesor bude budhe mbah mbak opa oma neng nong eneng uda uni ajo daeng karaeng puang petta opu andi tetta bli tuan dokter ' +
    'kaka kakak adek adik ade dek om oom encang encing engkong babe nyak mpok ceu aa aki nini wak uwak amang inang tulang ompung ' +
    'namboru ama ina bapatua acil paman gulu cik pakcik makcik koh ci cici encik pakdhe paklik bulik lik eyang romo den raden ' +
    'gusti lora ra bindara waled apak sutan sidi etek inyiak mbok ida pekak guru pendeta pastor suster bidan komandan ketua bos'
  ).split(' '),
]);

/** Of these a candidate's own one alone is enough for those who speak of the candidate; others are everybody's. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  (
    'pakde pakdhe gus lora abah abi abu teungku tengku tuan bundo ajo datuk dato atok tok karaeng daeng petta puang opu julak ' +
    'gusti nyai engkong eyang romo habib kyai kiai buya bunda pace mace bung mama lae amang inang raden kapten jenderal letjen'
  ).split(' '),
);

/** Words that only join others: one or two of them cut out of a slogan say nothing of it. */
export const JOINING_WORDS: ReadonlySet<string> = new Set(
  (
    'dan atau serta untuk buat bagi demi dari dengan tanpa pada di ke yang ini itu dulu baru lalu terus kemudian sudah ' +
    'belum akan bisa mau lebih paling selalu tetap masih juga pun lagi saja hanya bukan tidak agar supaya karena kalau bila ' +
    'kita kami semua setiap satu bersama dalam oleh antara sampai sejak ada jadi kanggo kangge ingkang sing kabeh nu keur ' +
    'ka jeung sareng pikeun nan untuak jo ka basamo'
  ).split(' '),
);

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

/** Beside a party's bare name: it is a party's. */
export const PARTY_WORDS: readonly string[] = (
  'partai partainya parte partey kadernya usung ngusung mengusung diusung pengusung pengusungnya nyalonin nyalonkeun calonnya ' +
  'calonna jagoannya capresnya cagubnya parlemen'
).split(' ');

/** Beside left and right: what is seen on the paper, and what is done to it. */
export const PAPER_WORDS: readonly string[] = (
  'gambar gambare gambarna gambarnya muka mukanya mukana wajah wajahnya kertas kertasnya lembar kolom kotak colok dicolok ' +
  'nyolok colokin jleb lipat lempit lipek'
).split(' ');

/** Offices are spoken of every day: they vouch for a weak sign only right beside it. */
export const OFFICE_WORDS: readonly string[] =
  'presiden gubernur bupati walikota wagub wabup wapres debat suara periode'.split(' ');

/** What a seat is called, its holder by nickname, and the contest for it. */
export const SEAT_WORDS: readonly { readonly seat: RegExp; readonly words: readonly string[] }[] = [
  { seat: /presiden/i, words: 'presiden presidennya wapres capres cawapres pilpres istana ri1 menteri'.split(' ') },
  {
    seat: /gubernur/i,
    words: 'gubernur gubernurnya gub wagub cagub cawagub pilgub provinsi prov propinsi pemprov'.split(' '),
  },
  { seat: /bupati/i, words: 'bupati bupatinya bupate bupatina bup wabup cabup cawabup pilbup kabupaten'.split(' ') },
  {
    seat: /wali ?kota/i,
    words: 'wali walikota wako walkot wawali wawako cawali cawako cawalkot pilwali pilwako pilwalkot kota kutho'.split(
      ' ',
    ),
  },
];

/** Words of holding office, whichever it is. */
export const OFFICE_HELD_WORDS: readonly string[] =
  'periode seperiode saperiode jabatan menjabat lengser mencalonkan'.split(' ');

/** "Pilih nomor 2" is a ballot, "nomor 2 silakan pilih loket" is a queue: these vouch only right before the sign. */
export const CHOOSING_WORDS: readonly string[] = 'pilih milih memilih vote pilihan tusuk lupa ingat pokoknya fix'.split(
  ' ',
);

/** "Nomor 2", "angka dua", "si dua". */
export const NUMBER_LEADS: readonly string[] = 'nomor no urut urutan angka nomoro nomorna nomornyo paket jari'.split(
  ' ',
);

/** What people count every day: a number right behind one of them is no ballot's. */
export const COUNTED_WORDS: readonly string[] = (
  'orang urang wong tps kelas loket kamar shift jalur rt rw level juara soal regu stand jersey antrean antrian gerbang dosis jilid ' +
  'lantai blok gang jalan jln jl km pasal ayat butir bab seri sesi hari ruang ruangan meja pos unit grup peringkat ranking ' +
  'peserta finalis siaga koridor trayek plat rumah halaman ukuran paket kios lapak bangku baris kursi gedung terminal ' +
  'semester tahap gelombang batch volume bagian poin pertanyaan jawaban kunci angkot bus rute sd smp sma smk sdn smpn ' +
  'telepon telp hp wa rekening surat kasur bed poli dapil gigi tingkat tipe golongan eselon rute kapal dermaga peron tim kelompok'
).split(' ');

/** What is counted right behind a number: "dua paslon, satu hak suara" names no ticket. */
export const COUNTED_BEHIND: readonly string[] = (
  'hak suara kursi putaran kali periode pasang pasangan paslon calon kandidat kubu kotak bulan minggu hari jam menit anak ' +
  'kecamatan kelurahan desa partai keluarga tahun taun'
).split(' ');

export const NUMBER_WORDS: readonly string[] =
  'nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas'.split(' ');

/** Numbers of the languages that people write in, besides those that `slang.yaml` turns into Indonesian. */
export const LOCAL_NUMBERS: Readonly<Record<string, number>> = {
  seddi: 1,
  settong: 1,
  sada: 1,
  besik: 1,
  kesatu: 1,
  siddi: 1,
  sere: 1,
  atu: 1,
  due: 2,
  tige: 3,
  duwa: 2,
  dhuwa: 2,
  rua: 2,
  ruwa: 2,
  kedua: 2,
  kadua: 2,
  tallu: 3,
  tallo: 3,
  tello: 3,
  talu: 3,
  tolu: 3,
  ketiga: 3,
  katilu: 3,
  papat: 4,
  opat: 4,
  ampek: 4,
  ampat: 4,
  appa: 4,
  eppa: 4,
  empa: 4,
  keempat: 4,
  kahiji: 1,
  kaduo: 2,
  katiga: 3,
  katigo: 3,
  katelu: 3,
  lhee: 3,
  kaampek: 4,
  kaopat: 4,
  peuet: 4,
};

/** Emoji of raised fingers, by how many. */
export const FINGERS: Readonly<Record<string, number>> = { '☝': 1, '👆': 1, '✌': 2, '🤟': 3, '🖖': 4, '🖐': 5 };

/** "Satu jari", "telunjuk": fingers in words. */
export const FINGER_WORDS: readonly string[] = ['jari', 'jarinya', 'jariku', 'jempol'];

/** Where a ticket stands on the ballot paper, across. */
export const POSITIONS: Readonly<Record<string, BallotPlace>> = {
  kiri: 'left',
  kenca: 'left',
  kiwa: 'left',
  kida: 'left',
  kaca: 'left',
  tengah: 'middle',
  tangah: 'middle',
  katuhu: 'right',
  kanan: 'right',
  tengen: 'right',
  suok: 'right',
  suak: 'right',
};

/** Up and down the paper: looked for only where an election file says that its paper has rows. */
export const ROWS: Readonly<Record<string, BallotPlace>> = {
  atas: 'top',
  ateh: 'top',
  luhur: 'top',
  ndhuwur: 'top',
  nduwur: 'top',
  dhuwur: 'top',
  bawah: 'bottom',
  baruah: 'bottom',
  handap: 'bottom',
  ngisor: 'bottom',
};

/** "Paling bawah", "baris atas": alone these words say where anything is. */
export const ROW_LEADS: readonly string[] = 'paling baris lajur deret yang si sing nu nan pojok sudut ujung'.split(' ');

/** Colours in other languages of the country, by their Indonesian names. */
export const LOCAL_COLOURS: Readonly<Record<string, readonly string[]>> = {
  merah: ['beureum', 'abrit', 'sirah', 'barak', 'mirah', 'celak', 'habang', 'merahnya'],
  putih: ['bodas', 'putiah', 'puteh', 'poteh', 'petak'],
  hitam: ['ireng', 'hideung', 'itam', 'hirang', 'celleng'],
  hijau: ['ijo', 'hejo', 'ijau', 'hejau'],
  kuning: ['koneng', 'kuniang', 'unyi'],
  biru: ['bulao', 'biruh'],
  ungu: ['wungu'],
  oranye: ['oranyeu', 'jingga', 'orange', 'oren'],
};

/** "Pilih yang merah": words of choosing, and what may stand between one and a colour. */
export const COLOUR_LEADS: readonly string[] = (
  'pilih pilihlah milih piliah pilei coblos coblosen tusuk vote dukung dukunglah menangkan jagoan jagoanku pilihanku ' +
  'pilihan piliahan coblosan cucuak tapilei'
).split(' ');
export const COLOUR_FILLERS: readonly string[] =
  'yang si nu sing nan baju kaos kemeja kubu tim warna warnanya pasangan paslon barisan klambi kelambi saja ya'.split(
    ' ',
  );

/** "Yang ada fotonya": in a contest against the empty box the one ticket. */
export const PICTURED: readonly (readonly string[])[] = (
  'bergambar|berfoto|ada fotonya|ada gambarnya|ada orangnya|ado fotonyo|ado gambarnyo|ado urangnyo|ada wajahnya|' +
  'bawajah|bagambar|aya potona|aya gambarna|ono fotone|ana fotone|ono gambare|ada isinya|yang berisi|ada mukanya'
)
  .split('|')
  .map((words) => words.split(' '));

export const EMPTY_BOX: readonly (readonly string[])[] = [
  ['kotak', 'kosong'],
  ['kolom', 'kosong'],
  ['kotak', 'kosongnya'],
  ['kokos'],
  ['koko'],
  ['si', 'kosong'],
  ['kolom', 'putih'],
  ['kolom', 'tanpa', 'gambar'],
  ['kotak', 'tanpa', 'gambar'],
];
