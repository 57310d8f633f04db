"""Help of `sos` and its sub-commands: a part of `cli`."""

WORDS = {
    "help_sos": (
        "Show who to call, then store an alert that cannot be lost and send it to your contacts.\nWithout a channel it gives you texts and links to send yourself.",
        "Tampilkan siapa yang dihubungi, simpan pesan darurat agar tidak hilang, lalu kirim ke kontak Anda.\nTanpa saluran pengiriman, Anda mendapat teks dan tautan untuk dikirim sendiri.",
    ),
    "sos_photo": ("Photo to keep with the alert; may be repeated.", "Foto yang disimpan bersama pesan darurat; boleh berulang."),
    "sos_video": ("Video to keep with the alert.", "Video yang disimpan bersama pesan darurat."),
    "sos_audio": ("Sound recording to keep with the alert.", "Rekaman suara yang disimpan bersama pesan darurat."),
    "sos_record_video": (
        "Once the text is on its way, record video for so many seconds, at most 120.",
        "Setelah teksnya berangkat, rekam video selama sekian detik, paling lama 120.",
    ),
    "sos_record_audio": (
        "Once the text is on its way, record sound for so many seconds, at most 120.",
        "Setelah teksnya berangkat, rekam suara selama sekian detik, paling lama 120.",
    ),
    "sos_message": ("What happened; - reads it from standard input.", "Apa yang terjadi; - membacanya dari masukan standar."),
    "sos_kind": ("What kind of emergency it is.", "Jenis keadaan darurat."),
    "sos_people": ("How many people need help, you included.", "Berapa orang yang perlu bantuan, termasuk Anda."),
    "sos_injured": ("Somebody is injured.", "Ada yang terluka."),
    "sos_at": ("Where you are: city, country or position.", "Tempat Anda: kota, negara, atau posisi."),
    "sos_no_location": (
        "Do not look for the position, and say nothing of the place but what --at says. A photo may still hold its own.",
        "Jangan cari posisi, dan jangan sebut tempat selain isi --at. Foto mungkin tetap memuat posisinya sendiri.",
    ),
    "sos_to": (
        "Only to this contact; may be repeated. mission adds the mission in charge.",
        "Hanya untuk kontak ini; boleh berulang. mission menambahkan perwakilan RI yang berwenang.",
    ),
    "sos_silent": ("Show nothing at all.", "Jangan tampilkan apa pun."),
    "sos_drill": (
        "A drill: every text says so, and no mission gets it.",
        "Latihan: semua teks menyebutkannya, dan perwakilan RI tidak dikirimi.",
    ),
    "sos_wait": (
        "Stay until nothing waits any more, at most 10 minutes; with --drill, then until somebody answers, as long again.",
        "Tunggu sampai tidak ada lagi yang harus dikirim, paling lama 10 menit; dengan --drill, lalu sampai ada yang menjawab, selama itu juga.",
    ),
    "sos_yes": ("Send at once, without the pause of 3 seconds.", "Langsung kirim, tanpa jeda 3 detik."),
    "sos_code": ("Short code of the alert.", "Kode pendek pesan darurat."),
    "sos_safe_code": (
        "Short code of the alert; without it, all that are not closed yet.",
        "Kode pendek pesan darurat; bila kosong, semua yang belum ditutup.",
    ),
    "sos_safe_message": ("A word to those who worried.", "Pesan singkat bagi yang mencemaskan Anda."),
    "sos_by": ("Who answered.", "Siapa yang menjawab."),
    "sos_ack_message": ("What they said.", "Apa yang mereka katakan."),
    "sos_target": (
        "A new folder, or a file that ends in .zip.",
        "Folder baru, atau berkas berakhiran .zip.",
    ),
    "sos_purge_all": (
        "Also what is still to be sent, and what was for nobody.",
        "Juga yang masih harus dikirim dan yang tidak ada penerimanya.",
    ),
    "sos_purge_yes": ("Remove without asking.", "Hapus tanpa bertanya."),
    "help_sos_list": ("The alerts that are stored.", "Daftar pesan darurat yang tersimpan."),
    "help_sos_show": ("One alert, whole, with what became of it.", "Satu pesan darurat, lengkap dengan nasibnya."),
    "help_sos_send": ("Try again now with all that has not left yet.", "Coba lagi sekarang semua yang belum terkirim."),
    "help_sos_cancel": (
        "Call an alert off: what has not left stays here, the others are told.",
        "Batalkan pesan darurat: yang belum terkirim tidak dikirim, yang lain dikabari.",
    ),
    "help_sos_safe": (
        "All clear: tell everybody who got the alert, or may get it.",
        "Kabar aman: kabari semua yang menerima pesan darurat, atau mungkin akan menerimanya.",
    ),
    "help_sos_ack": ("Note that a person has answered.", "Catat bahwa sudah ada orang yang menjawab."),
    "help_sos_export": (
        "One alert as files: text, mail, CAP, GeoJSON, record and media.",
        "Satu pesan darurat sebagai berkas: teks, surel, CAP, GeoJSON, catatan, dan media.",
    ),
    "help_sos_purge": (
        "Remove the alerts that have nothing left to send, with their photos.",
        "Hapus pesan darurat yang tidak lagi menunggu dikirim, beserta fotonya.",
    ),
    "help_sos_channels": (
        "The ways an alert can leave by: which are ready, what the others lack, what each costs and proves",
        "Jalur pengiriman pesan darurat: mana yang siap, apa yang kurang, biayanya, dan apa yang dibuktikannya",
    ),
    "help_sos_autosend": (
        "Have this device go on sending after a restart: status, install, remove.",
        "Agar perangkat ini melanjutkan pengiriman setelah dinyalakan ulang: status, install, remove.",
    ),
    "sos_autosend_action": (
        "status (what is really active), install, or remove.",
        "status (apa yang benar-benar aktif), install (pasang), atau remove (hapus).",
    ),
}
