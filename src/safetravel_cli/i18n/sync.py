"""Words of `sync`."""

WORDS = {
    "title": ("Fresh from the sources", "Pembaruan dari sumber"),
    "asking": ("Asking the sources ({count}) ...", "Menghubungi sumber ({count}) ..."),
    "updated": ("updated", "diperbarui"),
    "unchanged": ("nothing new", "tidak ada yang baru"),
    "failed": ("failed: {reason}", "gagal: {reason}"),
    "count_rate": ("{count} exchange rates of {date}", "{count} kurs per {date}"),
    "count_advice": (
        "advice for {count} countries and territories, last changed on {date}",
        "imbauan untuk {count} negara dan wilayah, terakhir berubah {date}",
    ),
    "levels_read": ("levels read anew: {count}", "tingkat yang dibaca ulang: {count}"),
    "note_pending": (
        "{source}: {count} changed since, but their new level could not be read yet ({names}). Until then the earlier level is shown with its own date. Run sync again later.",
        "{source}: {count} sudah berubah, tetapi tingkat barunya belum terbaca ({names}). Sementara itu tingkat sebelumnya ditampilkan dengan tanggalnya sendiri. Jalankan sync lagi nanti.",
    ),
    "note_held_back": (
        "{source}: too far from the bundled rate to be believed, so the bundled one stays: {names}.",
        "{source}: terlalu jauh dari kurs bawaan untuk dipercaya, jadi kurs bawaan tetap dipakai: {names}.",
    ),
    "note_unknown": (
        "{source}: names that are not known here, left out: {names}.",
        "{source}: nama yang belum dikenal di sini, tidak dimuat: {names}.",
    ),
    "note_older": (
        "{source}: its rates are older than the bundled ones, which stay in use.",
        "{source}: kursnya lebih lama daripada kurs bawaan, jadi kurs bawaan tetap dipakai.",
    ),
    "partial": (
        "Not everything came through. For the rest, what you already had stays in use.",
        "Belum semuanya berhasil diambil. Untuk sisanya, data yang sudah Anda punya tetap dipakai.",
    ),
    "set_aside": (
        "What was fetched before could not be read. It was set aside and fetched anew.",
        "Hasil pengambilan sebelumnya tidak bisa dibaca. Berkas itu disisihkan dan datanya diambil ulang.",
    ),
    "overlay_ignored": (
        "What sync fetched cannot be read ({path}); the bundled facts are shown. To mend it: safetravel sync",
        "Hasil sync tidak bisa dibaca ({path}); yang ditampilkan adalah data bawaan. Perbaiki dengan: safetravel sync",
    ),
    "nothing_came": (
        "Nothing came through.|The bundled facts and what was fetched before stay in use; every answer shows its date.|Try again with another connection: safetravel sync",
        "Tidak ada yang berhasil diambil.|Data bawaan dan hasil sebelumnya tetap dipakai; setiap jawaban mencantumkan tanggalnya.|Coba lagi dengan koneksi lain: safetravel sync",
    ),
    "nothing_trusted": (
        "Answers came, but none of them is what it claims to be.|Nothing was changed; the facts you already had stay in use.|Try again later, and update if it stays so: pip install --upgrade safetravel-cli",
        "Ada jawaban yang masuk, tetapi tidak satu pun sesuai dengan yang seharusnya.|Tidak ada yang diubah; data yang sudah Anda punya tetap dipakai.|Coba lagi nanti, dan perbarui bila masih begitu: pip install --upgrade safetravel-cli",
    ),
    "no_source": (
        "There is no source “{name}”.|Nothing was fetched.|The sources are:",
        "Tidak ada sumber “{name}”.|Tidak ada yang diambil.|Sumber yang ada:",
    ),
    "bad_address": (
        "{variable} holds an address that may not be used.|Nothing was fetched.|Give an https address, or http on this machine, without a password; or unset it.",
        "{variable} berisi alamat yang tidak boleh dipakai.|Tidak ada yang diambil.|Isi dengan alamat https, atau http di perangkat ini, tanpa kata sandi; atau kosongkan.",
    ),
    "unwritable": (
        "Nothing can be kept in {path}: {reason}.|The facts you already had stay in use.|Free some space, or name another folder in SAFETRAVEL_HOME.",
        "Tidak ada yang bisa disimpan di {path}: {reason}.|Data yang sudah Anda punya tetap dipakai.|Kosongkan sebagian ruang penyimpanan, atau sebutkan folder lain di SAFETRAVEL_HOME.",
    ),
    "shape_changed": (
        "its answer no longer looks the way it should, and was not used",
        "bentuk jawabannya tidak lagi seperti seharusnya, sehingga tidak dipakai",
    ),
    "too_few": (
        "it sent {found} rows where at least {minimum} are due; they were not used",
        "hanya {found} baris yang dikirim, padahal paling sedikit {minimum}; semuanya tidak dipakai",
    ),
    "date_ahead": (
        "its answer bears a date that has not come yet ({date}), and was not used; is the clock of this device right?",
        "jawabannya bertanggal yang belum tiba ({date}), sehingga tidak dipakai; apakah jam perangkat ini benar?",
    ),
    "net_offline": (
        "SAFETRAVEL_OFFLINE is set, so the network is not used",
        "SAFETRAVEL_OFFLINE aktif, jadi jaringan tidak dipakai",
    ),
    "net_settings": (
        "the settings for proxy or certificates cannot be used (HTTPS_PROXY, SSL_CERT_FILE)",
        "setelan proksi atau sertifikat tidak bisa dipakai (HTTPS_PROXY, SSL_CERT_FILE)",
    ),
    "net_timeout": ("{host} did not answer in time", "{host} tidak menjawab tepat waktu"),
    "net_unreachable": ("{host} cannot be reached", "{host} tidak terjangkau"),
    "net_untrusted": (
        "{host} could not prove that it is genuine; the network may ask for a login, or the clock of this device may be wrong",
        "keaslian {host} tidak bisa dipastikan; mungkin jaringan meminta login, atau jam perangkat ini salah",
    ),
    "net_portal": (
        "the network answered in place of {host}; it may ask for a login, so open a browser first",
        "jaringan menjawab sebagai ganti {host}; mungkin Anda diminta login, jadi buka peramban dahulu",
    ),
    "net_redirect": ("{host} sent us in circles", "{host} mengalihkan terlalu sering"),
    "net_status": ("{host} answered with error {status}", "{host} menjawab dengan galat {status}"),
    "net_too_big": ("the answer of {host} is larger than it can be", "jawaban dari {host} terlalu besar"),
    "net_broken": ("the connection to {host} broke off", "sambungan ke {host} terputus"),
    "uk_none": ("No advice against travel", "Tidak ada anjuran untuk tidak bepergian"),
    "uk_parts_essential": (
        "Advises against all but essential travel to parts",
        "Menyarankan hanya perjalanan yang sangat penting ke sebagian wilayah",
    ),
    "uk_parts": ("Advises against all travel to parts", "Menyarankan untuk tidak bepergian ke sebagian wilayah"),
    "uk_parts_both": (
        "Advises against all travel to parts, and against all but essential travel to other parts",
        "Menyarankan untuk tidak bepergian ke sebagian wilayah, dan hanya perjalanan yang sangat penting ke wilayah lain",
    ),
    "uk_essential": ("Advises against all but essential travel", "Menyarankan hanya perjalanan yang sangat penting"),
    "uk_essential_and_parts": (
        "Advises against all but essential travel, and against all travel to parts",
        "Menyarankan hanya perjalanan yang sangat penting, dan tidak bepergian sama sekali ke sebagian wilayah",
    ),
    "uk_all": ("Advises against all travel", "Menyarankan untuk tidak bepergian sama sekali"),
}
