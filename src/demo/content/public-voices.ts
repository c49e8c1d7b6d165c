/**
 * What the invented public accounts say. Columns: author, hours before the start, kind, what it is, `#key` by which
 * others refer to it, text, picture's description. `⏎` is a line end. None of these people, parties or tags exists.
 */
export const PUBLIC_VOICES = `
pasangan-satu    | 150 | post | campaign | #p1a | Assalamualaikum Jawa Timur! Bram-Sekar siap bekerja. Coblos nomor 1, timur terang benderang ✨ #BramSekar |
pasangan-satu    | 100 | post | campaign | #p1b | Blusukan di pasar bersama warga contoh. Terima kasih dukungannya! #BramSekarMenang | Bramantya Contohadi menyalami pedagang pasar
pasangan-satu    |  40 | post | campaign | #p1c | Jadwal kampanye akbar Bram-Sekar: Sabtu, lapangan contoh. Ajak keluarga dan tetangga ☝️ |
pasangan-dua     | 149 | post | campaign | #p2a | Danu-Ratna hadir untuk guyub rukun makmur sentosa. Nomor 2, pilihan kita ✌️ #DanuRatna |
pasangan-dua     |  98 | post | campaign | #p2b | Program 100 hari Danu-Ratna: air bersih, sekolah, bidan desa. #DanuRatnaJuara | Danurwenda Contohjaya dan Ratnaningrum Contohsari di panggung, spanduk nomor 2
pasangan-dua     |  39 | post | campaign | #p2c | Malam ini temu relawan. Dua jari, dua periode kerja nyata! |
pasangan-tiga    | 147 | post | campaign | #p3a | Hastu-Wulan: gesit melayani sepenuh hati. Pilih nomor 3! #HastuWulan |
pasangan-tiga    |  90 | post | campaign | #p3b | Debat pertama sudah selesai. Terima kasih doanya. #HastuWulanBisa |
paslon1-surabaya | 140 | post | campaign | #s1a | Surabaya kota mengalir sampai hilir. Tirta-Kemuning nomor satu! #TirtaKemuning |
paslon2-surabaya | 139 | post | campaign | #s2a | Kampung rapi rejeki menepi. Jagat-Puspa untuk arek Suroboyo. #JagatPuspa |
paslon1-sidoarjo | 138 | post | campaign | #g1a | Delta maju tanpa ragu. Gandewa-Laras untuk Sidoarjo. #GandewaLaras |
paslon1-sulsel   | 145 | post | campaign | #k1a | Siri terjaga rakyat sejahtera. Sessu-Tenri nomor 1! #SessuTenri |
paslon1-sulsel   |  80 | post | campaign | #k1b | Bersama petani di Bone. Ewako! #SessuTenri | Mappasessu Contohbaji di sawah
paslon2-sulsel   | 144 | post | campaign | #k2a | Layar terkembang pantang surut. Sinrang-Bunga nomor 2. #SinrangBunga |
paslon1-papua    | 143 | post | campaign | #y1a | Cenderawasih terbang tinggi! Yermi-Marlin untuk Papua. #YermiMarlin |
paslon2-papua    | 142 | post | campaign | #y2a | Tanah subur anak cerdas. Oba-Debo nomor 2, kitorang bisa. #ObaDebo |
paslon2-papua    |  70 | post | campaign | #y2b | Oba-Debo bakar batu bersama warga. Terima kasih mama-mama! | Obaja Contohkambu dan warga
kpu-jatim        | 148 | post | official | #kpu1 | Daftar pasangan calon Gubernur Jawa Timur dan nomor urutnya: 1 Bramantya-Sekarwangi, 2 Danurwenda-Ratnaningrum, 3 Hastungkara-Wulandaru. |
kpu-jatim        |  88 | post | official | #kpu2 | Cek nama Anda di daftar pemilih, lalu datang ke TPS pada hari pemungutan suara. |
kpu-jatim        |  30 | post | official | #kpu3 | Siaran langsung debat terbuka ketiga pasangan calon malam ini pukul 19.30 WIB. |
kpu-sulsel       | 137 | post | official | #kpu4 | Visi dan misi kedua pasangan calon Gubernur Sulawesi Selatan dapat dibaca di laman KPU. |
kpu-papua        | 136 | post | official | #kpu5 | Tata cara pindah memilih: lapor paling lambat 30 hari sebelum pemungutan suara. |
bawaslu-jatim    | 120 | post | official | #baw1 | ASN wajib netral. Kenali bentuk pelanggaran: unggah, suka, komentar, bagikan, ikuti akun pemenangan. |
bawaslu-jatim    |  60 | post | official | #baw2 | Laporkan politik uang. Identitas pelapor dirahasiakan. |
kabar-contoh     | 130 | post | news | #kb1 | Tiga pasangan calon gubernur menyampaikan visi dalam debat perdana. |
kabar-contoh     |  85 | post | news | #kb2 | Survei: elektabilitas Danu-Ratna 38 persen, Bram-Sekar 35 persen, Hastu-Wulan 17 persen. |
kabar-contoh     |  55 | post | news | #kb3 | Harga cabai di pasar tradisional naik dua kali lipat sepekan ini. |
kabar-contoh     |  25 | post | news | #kb4 | Bawaslu mengkaji laporan dugaan ASN tidak netral di tiga kabupaten. |
warga-contoh     |  75 | post | citizen | #w1 | Antre vaksin di puskesmas, dapat nomor 2, alhamdulillah cepat. |
warga-contoh     |  50 | post | citizen | #w2 | Jalan depan gang akhirnya diaspal. Matur nuwun nggih. |
`;
