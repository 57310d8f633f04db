"""Words of `sync`."""

WORDS = {
    "title_sync": ("Fresh from the sources", "Pembaruan dari sumber"),
    "title_from": ("Taken in from saved answers", "Pembaruan dari jawaban yang tersimpan"),
    "title_check": ("What is new at the sources (nothing was fetched)", "Apa yang baru di sumber (belum ada yang diambil)"),
    "title_dry_run": ("What sync would ask (nobody was asked)", "Apa yang akan ditanyakan sync (belum ada yang dihubungi)"),
    "asking": ("Asking the sources ({count}) ...", "Menghubungi sumber ({count}) ..."),
    "updated": ("updated", "diperbarui"),
    "unchanged": ("nothing new", "tidak ada yang baru"),
    "new": ("something new", "ada yang baru"),
    "unsure": ("cannot be told without fetching it", "tidak bisa diketahui tanpa mengambilnya"),
    "planned": ("would be asked", "akan dihubungi"),
    "if_changed": ("fetched only if it has changed", "diambil hanya jika berubah"),
    "whole": ("fetched whole", "diambil seluruhnya"),
    "would_send": ("it would send {size}", "ukurannya {size}"),
    "failed": ("failed: {reason}", "gagal: {reason}"),
    "count_rate": ("{count} exchange rates of {date}", "{count} kurs per {date}"),
    "count_advice": (
        "advice for {count} countries and territories, last changed on {date}",
        "imbauan untuk {count} negara dan wilayah, terakhir berubah {date}",
    ),
    "count_notice": ("{count} health notices, the last of {date}", "{count} peringatan kesehatan, terakhir {date}"),
    "count_disaster": ("{count} disasters, last changed on {date}", "{count} bencana, terakhir berubah {date}"),
    "count_rate_history": (
        "{count} rates of the past months, up to {date}",
        "{count} kurs beberapa bulan terakhir, sampai {date}",
    ),
    "count_none": ("nothing that is newer than the bundled facts", "tidak ada yang lebih baru daripada data bawaan"),
    "months": ("past months", "beberapa bulan terakhir"),
    "progress": (
        "{done} of {count} sources, {size}, {rate}/s, at most {left} s left",
        "{done} dari {count} sumber, {size}, {rate}/dtk, paling lama {left} dtk lagi",
    ),
    "bytes": ("{count} bytes", "{count} bita"),
    "kilobytes": ("{count} kB", "{count} kB"),
    "megabytes": ("{count} MB", "{count} MB"),
    "asked": ("Requests: {requests}. Received: {size}.", "Permintaan: {requests}. Diterima: {size}."),
    "asked_nobody": ("The network was not used.", "Jaringan tidak dipakai."),
    "reset_done": (
        "What sync had fetched was removed. The bundled facts answer alone until the next sync.",
        "Hasil sync sudah dihapus. Sampai sync berikutnya, jawaban hanya berasal dari data bawaan.",
    ),
    "reset_nothing": ("There was nothing to remove.", "Tidak ada yang perlu dihapus."),
    "not_removed": (
        "What sync fetched cannot be removed from {path}: {reason}.|It stays in use.|Close what else uses it, or remove overlay.sqlite there by hand.",
        "Hasil sync di {path} tidak bisa dihapus: {reason}.|Data itu tetap dipakai.|Tutup program lain yang memakainya, atau hapus sendiri overlay.sqlite di sana.",
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
    "note_missing": (
        "{source}: no longer listed ({names}). What was known is kept, with its own date; it does not mean that the danger is over.",
        "{source}: tidak tercantum lagi ({names}). Keterangan sebelumnya tetap disimpan dengan tanggalnya; ini tidak berarti bahayanya sudah lewat.",
    ),
    "note_older": (
        "{source}: what it has is older than the bundled facts, which stay in use.",
        "{source}: datanya lebih lama daripada data bawaan, jadi data bawaan tetap dipakai.",
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
    "bad_size": (
        "“{size}” is not a size.|Nothing was fetched.|Write it like 500K or 2M.",
        "“{size}” bukan ukuran.|Tidak ada yang diambil.|Tulis misalnya 500K atau 2M.",
    ),
    "nothing_saved": (
        "There is no saved answer of a source in {path}.|Nothing was changed.|Name the files after the source, with any ending:",
        "Tidak ada jawaban sumber yang tersimpan di {path}.|Tidak ada yang diubah.|Namai berkasnya menurut sumbernya, dengan akhiran apa saja:",
    ),
    "not_saved": ("it is not among the saved answers", "tidak ada di antara jawaban yang tersimpan"),
    "saved_unreadable": ("its saved answer cannot be read ({reason})", "jawabannya yang tersimpan tidak bisa dibaca ({reason})"),
    "not_kept": ("it could not be kept ({reason})", "tidak bisa disimpan ({reason})"),
    "net_over_budget": (
        "the answer of {host} does not fit in the size that was allowed (--max-size)",
        "jawaban dari {host} melebihi ukuran yang diizinkan (--max-size)",
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
    "us_1": ("Exercise normal precautions", "Berhati-hati seperti biasa"),
    "us_2": ("Exercise increased caution", "Tingkatkan kewaspadaan"),
    "us_3": ("Reconsider travel", "Pertimbangkan kembali perjalanan"),
    "us_4": ("Do not travel", "Jangan bepergian"),
    "ca_1": ("Take normal security precautions", "Lakukan langkah keamanan biasa"),
    "ca_2": ("Exercise a high degree of caution", "Sangat berhati-hati"),
    "ca_3": ("Avoid non-essential travel", "Hindari perjalanan yang tidak penting"),
    "ca_4": ("Avoid all travel", "Hindari semua perjalanan"),
    "de_none": ("No travel warning", "Tidak ada peringatan perjalanan"),
    "de_warning": ("Travel warning", "Peringatan perjalanan"),
    "de_parts": ("Travel warning for parts of the country", "Peringatan perjalanan untuk sebagian wilayah"),
    "de_situation": ("Travel warning because of a special situation", "Peringatan perjalanan karena keadaan khusus"),
    "de_situation_parts": (
        "Travel warning for parts of the country because of a special situation",
        "Peringatan perjalanan untuk sebagian wilayah karena keadaan khusus",
    ),
}
