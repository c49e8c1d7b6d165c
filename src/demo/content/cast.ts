import type { ProofState } from '../../domain/account.js';
import type { Platform } from '../../domain/platform.js';

/** Everybody here is invented; only region codes are real, so that all three time zones are used. */
export interface CastOffice {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly parent?: string;
}

export const OFFICES: readonly CastOffice[] = [
  { code: 'SETDA-35', name: 'Sekretariat Daerah Jawa Timur (contoh)', region: '35' },
  { code: 'BKD-35', name: 'Badan Kepegawaian Daerah Jawa Timur (contoh)', region: '35', parent: 'SETDA-35' },
  { code: 'DISHUB-35', name: 'Dinas Perhubungan Jawa Timur (contoh)', region: '35', parent: 'SETDA-35' },
  { code: 'SETDA-3578', name: 'Sekretariat Daerah Kota Surabaya (contoh)', region: '35.78', parent: 'SETDA-35' },
  { code: 'DISDIK-3578', name: 'Dinas Pendidikan Kota Surabaya (contoh)', region: '35.78', parent: 'SETDA-3578' },
  { code: 'KEC-3578', name: 'Kecamatan Contoh, Kota Surabaya', region: '35.78', parent: 'SETDA-3578' },
  { code: 'DINKES-3515', name: 'Dinas Kesehatan Sidoarjo (contoh)', region: '35.15', parent: 'SETDA-35' },
  { code: 'SETDA-73', name: 'Sekretariat Daerah Sulawesi Selatan (contoh)', region: '73' },
  { code: 'DISHUB-7371', name: 'Dinas Perhubungan Kota Makassar (contoh)', region: '73.71', parent: 'SETDA-73' },
  { code: 'DISDIK-73', name: 'Dinas Pendidikan Sulawesi Selatan (contoh)', region: '73', parent: 'SETDA-73' },
  { code: 'SETDA-91', name: 'Sekretariat Daerah Papua (contoh)', region: '91' },
  { code: 'BAPPEDA-91', name: 'Bappeda Papua (contoh)', region: '91', parent: 'SETDA-91' },
  { code: 'DINKES-9103', name: 'Dinas Kesehatan Jayapura (contoh)', region: '91.03', parent: 'SETDA-91' },
];

export interface CastMember {
  /** Name before the handle domain on Bluesky, page name on the bulletin, handle elsewhere. */
  readonly key: string;
  readonly name: string;
  readonly position: string;
  readonly office: string;
  readonly platform: Platform;
  readonly proof: ProofState;
  readonly hasExpiredMandate: boolean;
}

/** Columns: key, name, position, office, platform, and what is special. */
const CAST = `
sari-w           | Sari Contohwulan      | Guru Ahli Pertama        | DISDIK-3578 | bluesky   |
bagus-p          | Bagus Contohpratama   | Pengadministrasi Umum    | KEC-3578    | bluesky   |
rini-s           | Rini Contohsetya      | Bidan Terampil           | DINKES-3515 | bluesky   |
joko-t           | Joko Contohtirto      | Penguji Kendaraan        | DISHUB-35   | bluesky   |
wahyu-k          | Wahyu Contohkusuma    | Camat                    | KEC-3578    | bluesky   |
dewi-l           | Dewi Contohlarasati   | Analis SDM Aparatur      | BKD-35      | bluesky   |
kec-contoh       | Admin Contohkecamatan | Pranata Humas            | KEC-3578    | bluesky   |
yanto-b          | Yanto Contohbudi      | Pengelola Barang         | SETDA-3578  | bluesky   |
lilis-n          | Lilis Contohnur       | Bendahara                | SETDA-35    | bluesky   |
agus-m           | Agus Contohmulya      | Pengawas Lalu Lintas     | DISHUB-35   | bluesky   |
tuti-lama        | Tuti Contohrahayu     | Arsiparis                | SETDA-35    | bluesky   |
diam-a           | Diam Contohadi        | Pustakawan               | DISDIK-3578 | bluesky   |
tiada-akun       | Tiada Contohwati      | Perencana                | BKD-35      | bluesky   |
hendra-u         | Hendra Contohutama    | Auditor                  | BKD-35      | bluesky   | unproven
maya-x           | Maya Contohsari       | Perawat                  | DINKES-3515 | bluesky   | expired
andi-r           | Andi Contohrahman     | Analis Kebijakan         | SETDA-73    | bluesky   |
nurul-h          | Nurul Contohhidayah   | Kepala Seksi Angkutan    | DISHUB-7371 | bluesky   |
baso-t           | Baso Contohtenri      | Petugas Parkir           | DISHUB-7371 | bluesky   |
hasna-d          | Hasna Contohdaeng     | Guru Ahli Muda           | DISDIK-73   | bluesky   |
rahmat-s         | Rahmat Contohsyam     | Pengawas Sekolah         | DISDIK-73   | bluesky   |
yohana-m         | Yohana Contohmandowen | Perencana Ahli Pertama   | BAPPEDA-91  | bluesky   |
markus-w         | Markus Contohwanggai  | Kepala Bidang            | BAPPEDA-91  | bluesky   |
ester-k          | Ester Contohkareth    | Sanitarian               | DINKES-9103 | bluesky   |
petrus-y         | Petrus Contohyoku     | Pranata Komputer         | SETDA-91    | bluesky   |
pak-salim        | Salim Contohjaya      | Lurah                    | KEC-3578    | web       |
bu-endang        | Endang Contohrini     | Penyuluh Kesehatan       | DINKES-3515 | web       |
karaeng-t        | Karaeng Contohtika    | Sekretaris Desa          | SETDA-73    | web       |
mama-yuli        | Yuliana Contohwenda   | Penyuluh                 | SETDA-91    | web       |
kosong           | Kosim Contohtono      | Pengadministrasi         | DISDIK-3578 | web       |
tertutup         | Tata Contohrupa       | Pranata Humas            | SETDA-35    | web       |
hilang           | Hilal Contohrang      | Pengelola Data           | BKD-35      | web       |
lambat           | Lamin Contohbatara    | Statistisi               | SETDA-73    | web       |
ig.wati-contoh   | Wati Contohningsih    | Guru Ahli Pertama        | DISDIK-3578 | instagram |
fb.slamet-contoh | Slamet Contohriyadi   | Penyuluh Pertanian       | SETDA-35    | facebook  |
tt.citra-contoh  | Citra Contohpuspita   | Pelatih Senam            | DISDIK-3578 | tiktok    |
ig.daeng-contoh  | Daeng Contohmatutu    | Analis Kebijakan         | SETDA-73    | instagram |
fb.naomi-contoh  | Naomi Contohsawaki    | Perawat                  | DINKES-9103 | facebook  |
x.ujang-contoh   | Ujang Contohsaputra   | Pranata Komputer         | BKD-35      | x         |
`;

export const MEMBERS: readonly CastMember[] = CAST.trim()
  .split('\n')
  .map((line) => {
    const [key = '', name = '', position = '', office = '', platform = '', special = ''] = line
      .split('|')
      .map((cell) => cell.trim());
    return {
      key,
      name,
      position,
      office,
      platform: platform as Platform,
      proof: special === 'unproven' ? 'unproven' : 'proven',
      hasExpiredMandate: special === 'expired',
    };
  });
