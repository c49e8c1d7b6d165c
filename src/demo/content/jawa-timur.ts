/**
 * Acts of invented civil servants in Jawa Timur (WIB). Columns: account, hours before the start, kind, what we expect
 * and why, what it is aimed at, text, picture's description. `marked`: a rule should propose it; `lawful`: none may.
 */
export const JAWA_TIMUR = `
sari-w     | 110.1 | post    | marked own_support        |        | Bismillah, hati sudah mantap dukung Danu-Ratna untuk Jatim. Orangnya merakyat, kerjanya nyata 🙏 #DanuRatna |
sari-w     | 109.3 | like    | marked like_ticket        | @p2a   | |
sari-w     | 108.2 | share   | marked share_ticket       | @p2b   | |
sari-w     | 107.0 | follow  | marked follow_ticket      | @pasangan-dua | |
sari-w     |  96.4 | post    | lawful daily_life         |        | Anak-anak kelas 5 hari ini praktik bikin gunungapi dari soda kue. Seru pol! 🌋 |
sari-w     |  72.5 | post    | lawful ordinary_number    |        | Antre servis motor dapat nomor 2, lumayan nggak lama nunggunya 😄 |
sari-w     |  70.1 | comment | marked comment_support    | @p2c   | Siaaap! Gas terus Danu-Ratna, jangan kasih kendor 🔥✌️ |
sari-w     |  48.2 | share   | lawful kpu_share          | @kpu2  | |
sari-w     |  30.6 | post    | lawful prayer             |        | Aamiin ya Rabb, semoga anak-anak lulus semua. Amin amin 🤲 |
sari-w     |   9.4 | post    | marked call_to_vote       |        | Konco-konco guru, ojo lali yo, tanggal mainnya coblos nomer 2. Danu-Ratna menang, guru ayem ✌️ |
bagus-p    | 111.0 | post    | marked call_to_vote       |        | Ayo rek, coblos nomor 1 Bram-Sekar! Sak keluarga, sak kampung ☝️ |
bagus-p    | 105.8 | like    | marked like_ticket        | @p1a   | |
bagus-p    | 104.7 | like    | marked like_ticket        | @p1b   | |
bagus-p    | 103.9 | share   | marked share_ticket_words | @p1c   | Wajib hadir, mas bro. Bram-Sekar kudu menang! |
bagus-p    |  95.2 | post    | lawful policy_criticism   |        | Jalan raya depan kelurahan berlubang lagi, padahal baru tiga bulan ditambal. Tolong kualitas proyek diawasi, jangan asal jadi. |
bagus-p    |  80.0 | comment | lawful kpu_comment        | @kpu1  | Terima kasih infonya, KPU. Semoga lancar. |
bagus-p    |  66.1 | post    | marked attack             |        | Danu-Ratna itu cuma modal janji. Jangan mau dibohongi pasangan nomor 2, pembohong semua! |
bagus-p    |  44.0 | post    | lawful quoted             |        | Tadi di warung ada bapak-bapak teriak "pokoknya coblos nomor 1!". Saya cuma senyum, ASN kudu netral. |
bagus-p    |  21.9 | like    | lawful news_like          | @kb3   | |
bagus-p    |  12.2 | follow  | lawful kpu_follow         | @kpu-jatim | |
rini-s     | 112.3 | post    | lawful official_duty      |        | Hari ini posyandu di RW 4, 37 balita ditimbang, 2 dirujuk. Terima kasih kader! 💉 |
rini-s     | 101.5 | post    | marked photo_ticket       |        | Alhamdulillah bisa foto bareng calon bupati kebanggaan kita, Gandewa Contohraharja 😍 #GandewaLaras | Foto bersama Gandewa Contohraharja di depan spanduk Gandewa-Laras
rini-s     |  99.9 | like    | marked like_ticket        | @g1a   | |
rini-s     |  77.7 | post    | marked hashtag            |        | Semangat pagi Sidoarjo! #GandewaLaras |
rini-s     |  61.3 | comment | marked comment_support    | @g1a   | Sehat selalu Pak Gandewa Bu Laras, kami di belakang njenengan 💪 |
rini-s     |  43.5 | post    | marked empty_box          |        | Daripada calon tunggal, mending pilih kotak kosong Sidoarjo. Lawan Gandewa-Laras! |
rini-s     |  33.8 | post    | lawful daily_life         |        | Kupang lontong pinggir jalan, nikmat mana lagi 🍲 |
rini-s     |  18.6 | share   | lawful bawaslu_share      | @baw1  | |
joko-t     | 113.0 | post    | lawful turnout            |        | Jangan golput ya dulur. Datang ke TPS, gunakan hak pilih, siapa pun pilihannya rahasia masing-masing. |
joko-t     |  97.0 | share   | lawful news_share         | @kb1   | |
joko-t     |  92.4 | post    | lawful passive_attendance |        | Tadi lewat lapangan, sempat duduk di belakang mendengarkan visi misi calon. Tanpa atribut, cuma ingin tahu programnya. |
joko-t     |  82.2 | post    | marked active_attendance  |        | Mantap! Ikut yel-yel dan bagi-bagi kaos di kampanye Hastu-Wulan, lapangan penuh sesak 🔥 #HastuWulan | Massa berkaos Hastu-Wulan mengacungkan tiga jari
joko-t     |  81.0 | like    | marked like_ticket        | @p3a   | |
joko-t     |  58.3 | comment | marked comment_support    | @p3b   | Keren debatnya, Hastu-Wulan memang paling siap memimpin Jatim 👍 |
joko-t     |  37.5 | post    | lawful safe_pose          |        | Apel pagi Dishub, pose tangan mengepal, salam netral! ✊ | Pegawai berdiri dengan tangan mengepal
joko-t     |  15.4 | post    | lawful transport_info     |        | Pengalihan arus di jalan lingkar mulai pukul 08.00 WIB karena perbaikan gorong-gorong. |
wahyu-k    | 114.2 | post    | marked call_subordinates  |        | Bapak Ibu lurah dan staf, mari kita satukan langkah menangkan Jagat-Puspa. Kampung rapi rejeki menepi! |
wahyu-k    |  94.1 | follow  | marked follow_ticket      | @paslon2-surabaya | |
wahyu-k    |  93.3 | like    | marked like_ticket        | @s2a   | |
wahyu-k    |  64.7 | share   | marked share_ticket       | @s2a   | |
wahyu-k    |  41.1 | post    | lawful official_duty      |        | Rapat koordinasi persiapan logistik TPS bersama PPK. Kecamatan siap membantu sesuai tugas. |
wahyu-k    |  20.3 | post    | lawful negated            |        | Sebagai ASN saya tidak mendukung Jagat-Puspa maupun pasangan mana pun. Tolong jangan bawa-bawa jabatan saya. |
dewi-l     | 115.5 | share   | lawful bawaslu_share      | @baw1  | |
dewi-l     |  91.9 | post    | lawful neutrality_pledge  |        | Penandatanganan pakta integritas netralitas ASN. ASN netral, pemilihan berkualitas! ✍️ |
dewi-l     |  63.6 | like    | lawful kpu_like           | @kpu1  | |
dewi-l     |  62.5 | comment | lawful news_comment       | @kb4   | Semoga jadi pembelajaran kita semua, jempol lebih tajam dari lidah. |
dewi-l     |  40.9 | post    | lawful education          |        | Contoh kalimat yang melanggar: "Ayo pilih nomor 3". Jangan ditiru ya Bapak Ibu ASN. |
dewi-l     |  17.0 | follow  | lawful news_follow        | @kabar-contoh | |
kec-contoh | 116.4 | post    | lawful office_news        |        | Pelayanan KTP-el hari Sabtu dibuka pukul 08.00-12.00 WIB. Gratis! |
kec-contoh |  86.0 | post    | marked office_account     |        | Kecamatan Contoh mendukung penuh Tirta-Kemuning, kota mengalir sampai hilir! #TirtaKemuning | Poster Tirta-Kemuning nomor urut 1
kec-contoh |  68.8 | share   | marked office_account     | @s1a   | |
kec-contoh |  35.9 | share   | lawful kpu_share          | @kpu3  | |
yanto-b    | 117.1 | post    | lawful spouse             |        | Menemani istri yang kebetulan calon saat pendaftaran di kantor KPU. Saya sudah ambil cuti, duduk manis saja 🙂 | Suami istri berdiri biasa di depan kantor KPU
yanto-b    |  89.9 | post    | lawful namesake           |        | Selamat ulang tahun Pak Danu tetangga sebelah, panjang umur dan sehat selalu! 🎂 |
yanto-b    |  59.0 | post    | lawful congratulation     |        | Selamat kepada pasangan terpilih atas penetapan KPU, semoga amanah untuk seluruh warga. |
yanto-b    |  26.4 | like    | lawful citizen_like       | @w2    | |
lilis-n    | 118.7 | post    | marked attribute          |        | Kaos dan topi Partai Contoh Melati sudah dipakai, siap meramaikan kampanye Bram-Sekar besok 👕☝️ | Seorang perempuan berkaos Partai Contoh Melati
lilis-n    |  84.3 | post    | marked pose_with_ticket   |        | Dua jari untuk Danu-Ratna ✌️✌️ | Tiga pegawai mengacungkan dua jari di depan baliho Danu-Ratna
lilis-n    |  73.2 | post    | lawful pose_alone         |        | Liburan ke pantai, gaya dulu ✌️ | Dua orang berpose dua jari di pantai
lilis-n    |  52.8 | comment | marked comment_support    | @p1a   | Nomer siji nggih, Bu Sekar. Mugi lancar, kula sekeluarga ndherek ☝️ |
lilis-n    |  23.1 | post    | marked call_leet          |        | M3nangk4n Br4m-S3kar!! c0blos no. 1 yaaa gaesss #BramSekarMenang |
lilis-n    |   6.6 | post    | lawful daily_life         |        | Rawon setan malam-malam, besok diet lagi 🤣 |
agus-m     | 119.9 | share   | lawful news_share         | @kb2   | |
agus-m     |  87.4 | share   | marked share_news_words   | @kb2   | Nah kan, Danu-Ratna memimpin survei. Tinggal coblos nomor 2, beres! |
agus-m     |  56.2 | post    | lawful question           |        | Ada yang tahu jadwal debat calon gubernur? Mau nonton bareng keluarga di rumah. |
agus-m     |  45.6 | post    | marked own_support_slogan |        | Guyub rukun makmur sentosa, itu baru pemimpin. Ikut nomor dua, titik. |
agus-m     |  28.8 | post    | lawful union_complaint    |        | TPP bulan ini telat lagi. Mohon kejelasan dari BPKAD, kami juga punya cicilan. |
agus-m     |  10.7 | comment | lawful citizen_comment    | @w1    | Puskesmasnya sekarang memang cepat, top. |
tuti-lama  | 121.0 | post    | marked own_support        |        | Hastu-Wulan pilihan cerdas untuk Jatim, gesit melayani sepenuh hati 💚 |
tuti-lama  |  57.1 | post    | lawful daily_life         |        | Ganti nama akun ah, biar kekinian. |
`;
