/** Acts that stand on no platform of ours to collect from: an office hands them in as a file. Columns as elsewhere. */
export const IMPORT_FILE = `
ig.wati-contoh   | 118.1 | post    | marked photo_ticket       |              | Bersama Bunda Sekarwangi Contohwati, adem banget orangnya. Bram-Sekar jaya! 💛 | Foto bersama Sekarwangi Contohwati, spanduk nomor 1 di belakang
ig.wati-contoh   |  99.2 | like    | open like_ticket_text     | bramsekar.resmi | | | Coblos nomor 1 Bram-Sekar! #BramSekar
ig.wati-contoh   |  76.8 | post    | lawful daily_life         |              | Resep klepon antigagal, simpan dulu ya bun 🍡 |
ig.wati-contoh   |  50.5 | comment | marked comment_support    | bramsekar.resmi | Merapat! Bram-Sekar menang 1000% ☝️☝️ | | Jadwal kampanye akbar Bram-Sekar
ig.wati-contoh   |  29.9 | share   | lawful kpu_share          | kpu.jatim.resmi | | | Cek DPT online sekarang
fb.slamet-contoh | 117.7 | post    | marked call_to_vote       |              | Sederek sedoyo, monggo nyoblos nomer kalih, Danu-Ratna, mugi Jawa Timur guyub rukun makmur sentosa 🙏 |
fb.slamet-contoh |  95.9 | post    | lawful policy_criticism   |        | Pupuk subsidi langka maneh. Petani kudu ngadu nang sopo? |
fb.slamet-contoh |  82.9 | post    | marked attack             |              | Ojo gelem diapusi Bram-Sekar, tukang ngapusi! Nomor 1 kudu kalah. |
fb.slamet-contoh |  61.7 | share   | lawful news_share         | kabar.contoh | | | Debat calon gubernur digelar malam ini
fb.slamet-contoh |  39.4 | comment | lawful policy_criticism   | pemda.contoh | Mohon jembatan desa segera diperbaiki, anak sekolah takut lewat. | | Laporan kegiatan minggu ini
fb.slamet-contoh |  16.9 | post    | marked hashtag            |              | Ngopi sik #DanuRatnaJuara ☕ |
tt.citra-contoh  | 116.6 | post    | marked own_support        |              | POV: kamu udah mantap pilih Tirta-Kemuning nomor satu 💃 #TirtaKemuning | Teks di video: Tirta-Kemuning nomor 1
tt.citra-contoh  |  93.7 | post    | lawful dance              |              | Tutorial senam sehat Dinas Pendidikan, satu dua tiga empat! | Teks di video: Senam sehat
tt.citra-contoh  |  68.1 | comment | marked comment_support    | tirtakemuning.id | Sat set bat bet, Tirta-Kemuning juara tetap nomor satu 🔥 | | Surabaya kota mengalir sampai hilir
tt.citra-contoh  |  36.6 | like    | lawful citizen_like       | kuliner.sby | | | 5 bakso enak di Surabaya
ig.daeng-contoh  | 115.1 | post    | marked attribute          |              | Jaket baru Partai Contoh Anggrek, siap antar Sinrang-Bunga ke kursi gubernur ⛵ | Laki-laki berjaket Partai Contoh Anggrek
ig.daeng-contoh  |  87.8 | post    | lawful daily_life         |              | Pisang epe di Losari, sore yang indah 🌅 |
ig.daeng-contoh  |  63.2 | follow  | open follow_ticket_text   | sinrangbunga.official | | | Akun pemenangan Sinrang-Bunga nomor 2
ig.daeng-contoh  |  41.8 | post    | lawful namesake           |              | Bunga dan Sessu, dua kucingku yang paling manja 🐱 |
ig.daeng-contoh  |  10.1 | share   | lawful bawaslu_share      | bawaslu.sulsel | | | ASN wajib netral
fb.naomi-contoh  | 114.4 | post    | marked own_support        |              | Sa deng keluarga besar semua Oba-Debo. Tanah subur anak cerdas! ✌️ |
fb.naomi-contoh  |  89.4 | post    | lawful religious          |              | Selamat hari Minggu, Tuhan berkati kitorang semua 🙏 |
fb.naomi-contoh  |  66.7 | comment | marked comment_support    | obadebo.papua | Amin, Bapa Oba menang, kami jaga suara sampai TPS terakhir. | | Bakar batu bersama warga
fb.naomi-contoh  |  44.9 | post    | lawful official_duty      |              | Pelayanan imunisasi hari ini sampai pukul 13.00 WIT di puskesmas. |
fb.naomi-contoh  |  21.2 | share   | marked share_ticket_words | obadebo.papua | Bagikan terus, nomor 2 harus naik! | | Oba-Debo nomor 2, kitorang bisa
x.ujang-contoh   | 113.1 | post    | marked own_support        |              | Abdi mah tos mantep ka Hastu-Wulan wae, nomor 3, sing amanah nya 💚 |
x.ujang-contoh   |  90.2 | post    | lawful daily_life         |              | Hujan ti enjing, macet di mana-mana euy. |
x.ujang-contoh   |  72.9 | post    | lawful sarcasm_policy     |              | Luar biasa, jalan rusak dua tahun akhirnya jadi kolam ikan. Terima kasih dinas terkait 👏 |
x.ujang-contoh   |  47.5 | share   | marked share_news_words   | kabar.contoh | Survei boleh kalah, tapi Hastu-Wulan tetap juara. Coblos nomor 3! | | Survei: Hastu-Wulan 17 persen
x.ujang-contoh   |  18.8 | comment | lawful question           | kpu.jatim.resmi | Min, kalau KTP beda kota bisa nyoblos di mana ya? | | Tata cara pindah memilih
`;

/** Public pages of the invented village bulletin; each `web` account is one page. */
export const BULLETIN = `
pak-salim  | 112.2 | post    | lawful office_news        | | Kerja bakti RT 03 hari Minggu pukul 06.30 WIB. Bawa cangkul dan sapu. |
pak-salim  |  84.9 | post    | marked own_support        | | Warga bertanya pilihan saya. Terus terang, saya dukung Jagat-Puspa, kampung rapi rejeki menepi. |
pak-salim  |  59.6 | share   | marked share_ticket_words | | Mari kita menangkan bersama, nomor 2 untuk Surabaya! | Poster Jagat-Puspa nomor urut 2
pak-salim  |  32.4 | post    | lawful turnout            | | Undangan pemungutan suara sudah dibagikan. Yang belum menerima, hubungi KPPS. |
pak-salim  |  11.8 | comment | lawful citizen_comment    | | Terima kasih Bu RT, lampu jalan sudah menyala. |
bu-endang  | 111.6 | post    | lawful official_duty      | | Jadwal posyandu lansia: Rabu pekan kedua, balai desa, pukul 08.00. |
bu-endang  |  91.1 | post    | marked call_to_vote       | | Ibu-ibu kader, jangan lupa pilih Gandewa-Laras ya. Delta maju tanpa ragu! |
bu-endang  |  64.2 | post    | lawful policy_criticism   | | Banjir lagi di dusun timur. Pompa tidak menyala, mohon dicek dinas. |
bu-endang  |  37.1 | comment | marked comment_support    | | Setuju, Pak Gandewa paling paham Sidoarjo. Gandewa-Laras menang! |
karaeng-t  | 110.7 | post    | marked hashtag            | | Laporan panen raya hari ini. #SinrangBunga |
karaeng-t  |  75.9 | post    | lawful sports             | | Turnamen takraw antardesa: nomor 1 Dusun Bira, nomor 2 Dusun Ara. |
karaeng-t  |  46.8 | post    | lawful neutrality_pledge  | | Kami perangkat desa yang ASN menandatangani ikrar netral. |
mama-yuli  | 109.9 | post    | lawful daily_life         | | Pasar mama-mama buka tiap Kamis. Noken baru su ada. |
mama-yuli  |  62.0 | post    | marked photo_ticket       | | Foto deng Bapa Yermanto Contohway, calon gubernur kebanggaan. Yermi-Marlin! | Foto bersama Yermanto Contohway di depan baliho Yermi-Marlin
mama-yuli  |  28.1 | share   | lawful kpu_share          | | KPU: tata cara pindah memilih, lapor paling lambat 30 hari sebelumnya. |
`;

/** Written by accounts that may not be watched; nobody is to read them. */
export const NOT_WATCHED = `
hendra-u   | 100.3 | post    | unseen unproven           | | Dukung Bram-Sekar sampai akhir! #BramSekar |
hendra-u   |  50.9 | like    | unseen unproven           | @p1a | |
maya-x     |  99.4 | post    | unseen no_mandate         | | Coblos nomor 2, Danu-Ratna menang. |
maya-x     |  49.1 | like    | unseen no_mandate         | @p2a | |
`;
