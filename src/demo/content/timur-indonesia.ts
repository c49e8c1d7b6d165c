/** Acts of invented civil servants in Sulawesi Selatan (WITA) and Papua (WIT). Columns as in `jawa-timur.ts`. */
export const SULAWESI_SELATAN = `
andi-r    | 110.4 | post    | marked own_support        |        | Tabe', kita sudah tentukan pilihan: Sessu-Tenri untuk Sulsel. Ewako! 💪 #SessuTenri |
andi-r    | 108.8 | like    | marked like_ticket        | @k1a   | |
andi-r    | 106.1 | share   | marked share_ticket       | @k1b   | |
andi-r    |  74.3 | post    | marked attack             |        | Sinrang-Bunga tidak becus, penipu rakyat. Jangan ki pilih nomor 2! |
andi-r    |  51.9 | post    | lawful daily_life         |        | Coto makassar dulu baru semangat kerja 🍜 |
andi-r    |  19.7 | comment | marked comment_support    | @k1b   | Gas pol Puang Sessu, menang satu putaran mi ini! |
nurul-h   | 112.9 | post    | lawful official_duty      |        | Uji KIR gratis untuk angkutan pelajar mulai Senin di terminal Daya, pukul 09.00 WITA. |
nurul-h   |  98.5 | post    | marked call_to_vote       |        | Bapak ibu pegawai Dishub, mari ki pilih Sinrang-Bunga nomor 2. Layar terkembang pantang surut ⛵ |
nurul-h   |  97.6 | follow  | marked follow_ticket      | @paslon2-sulsel | |
nurul-h   |  67.4 | like    | marked like_ticket        | @k2a   | |
nurul-h   |  46.3 | post    | lawful quoted_news        |        | Kata berita, "Sessu-Tenri unggul di kota", tapi kita tunggu saja hasil resmi KPU. |
nurul-h   |  14.8 | like    | lawful kpu_like           | @kpu4  | |
baso-t    | 113.7 | post    | lawful turnout            |        | Jangan lupa ke TPS di'! Satu suara menentukan lima tahun ke depan. |
baso-t    |  88.2 | share   | lawful kpu_share          | @kpu4  | |
baso-t    |  79.5 | post    | lawful ordinary_flower    |        | Bunga di halaman kantor mekar semua, cantiknya 🌺 |
baso-t    |  54.4 | post    | lawful policy_criticism   |        | Tarif parkir naik tapi lahan becek. Dinas terkait tolong turun lapangan. |
baso-t    |  24.6 | comment | lawful citizen_comment    | @w2    | Alhamdulillah, di sini juga semoga segera. |
hasna-d   | 114.9 | post    | marked photo_ticket       |        | Ketemu idola, Lasinrang Contohtau dan Bungawali Contohcora 😍 semoga amanah, siap menangkan! | Foto bersama Lasinrang Contohtau di acara deklarasi
hasna-d   |  83.1 | comment | marked comment_support    | @k2a   | Nomor 2 harga mati, Sinrang-Bunga ji pilihanku ✌️ |
hasna-d   |  60.8 | share   | marked share_ticket_words | @k2a   | Sebarkan! Sinrang-Bunga menang, tunjangan guru naik. |
hasna-d   |  31.2 | post    | lawful prayer             |        | Selamat pagi. Semoga hari ini penuh berkah, amin. |
hasna-d   |   8.3 | post    | lawful education          |        | Sosialisasi netralitas ASN di aula: tidak boleh like, komentar, apalagi ikut kampanye. Siap laksanakan! |
rahmat-s  | 116.1 | post    | marked hashtag            |        | Otw kantor, semangat Senin #SessuTenri |
rahmat-s  |  76.4 | post    | lawful religious          |        | Kajian subuh tadi tentang sabar dan syukur. Masya Allah. |
rahmat-s  |  42.7 | follow  | marked follow_ticket      | @paslon1-sulsel | |
rahmat-s  |  13.9 | post    | lawful sports             |        | PSM menang 2-1! Nomor punggung 10 luar biasa golnya ⚽ |
`;

export const PAPUA = `
yohana-m  | 110.9 | post    | marked own_support        |        | Sa pu hati su bulat, Yermi-Marlin untuk Papua. Cenderawasih terbang tinggi! 🕊️ #YermiMarlin |
yohana-m  | 105.1 | like    | marked like_ticket        | @y1a   | |
yohana-m  |  71.7 | post    | lawful daily_life         |        | Papeda kuah kuning buatan mama, tra ada lawan 😋 |
yohana-m  |  34.3 | share   | marked share_ticket       | @y1a   | |
yohana-m  |  11.5 | post    | lawful turnout            |        | Basodara semua, mari datang ke TPS. Pilih sesuai hati nurani, jaga damai di tanah Papua. |
markus-w  | 112.6 | post    | marked call_to_vote       |        | Kam semua jangan lupa, coblos nomor 2 Oba-Debo. Kitorang bisa! ✌️ |
markus-w  | 102.4 | follow  | marked follow_ticket      | @paslon2-papua | |
markus-w  |  78.9 | comment | marked comment_support    | @y2b   | Mantap Bapa Oba, kami dukung sampai menang 🔥 |
markus-w  |  53.7 | post    | lawful official_duty      |        | Musrenbang distrik hari ini, terima kasih kepala kampung yang hadir. Mulai pukul 09.00 WIT. |
markus-w  |  22.4 | post    | marked attack             |        | Yermi-Marlin itu pembohong, cuma datang waktu mau pemilihan. Tolak nomor 1! |
ester-k   | 113.4 | share   | lawful kpu_share          | @kpu5  | |
ester-k   |  90.6 | post    | lawful negated            |        | Maaf, sa tra dukung Yermi-Marlin atau Oba-Debo. Sa ASN, sa netral. |
ester-k   |  65.9 | post    | lawful policy_criticism   |        | Listrik padam lagi dari kemarin, puskesmas pakai genset terus. Mohon perhatian. |
ester-k   |  38.4 | like    | lawful news_like          | @kb1   | |
ester-k   |  16.2 | post    | lawful congratulation     |        | Selamat dan sukses kepada tim Cenderawasih Muda juara satu cerdas cermat! |
petrus-y  | 115.2 | post    | marked active_attendance  |        | Tadi ikut orasi dan pimpin yel-yel di deklarasi Oba-Debo, merinding! Tanah subur anak cerdas 🔥 | Panggung deklarasi Oba-Debo
petrus-y  |  85.7 | share   | marked share_ticket_words | @y2a   | Kawan-kawan bantu sebar, Oba-Debo harus menang |
petrus-y  |  49.8 | like    | marked like_ticket        | @y2b   | |
petrus-y  |  27.3 | post    | lawful passive_attendance |        | Hadir dengar visi misi kedua calon di halaman kampus, duduk saja, tanpa atribut. Bagus untuk bahan pilih nanti. |
petrus-y  |   7.5 | comment | lawful news_comment       | @kb3   | Di Jayapura cabai malah lebih mahal lagi, pace. |
`;
