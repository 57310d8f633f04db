"""Words of the sender: why something has not gone, where the server did not say so itself; and lines that it puts into a mail."""

from safetravel_cli.i18n import send_channels

WORDS = {
    # Why (delivery.last_code).
    "setup": (
        "this channel is not set up; see: safetravel sos channels",
        "saluran ini belum diatur; lihat: safetravel sos channels",
    ),
    "reserved": (
        "only addresses reserved for tests may be written to here (SAFETRAVEL_ONLY_RESERVED is set)",
        "di sini hanya alamat khusus uji coba yang boleh disurati (SAFETRAVEL_ONLY_RESERVED sedang aktif)",
    ),
    "no_channel": ("this channel is not installed", "saluran ini tidak terpasang"),
    "password_missing": (
        "no password is set for the mail account; set smtp.password_command or smtp.password_file, or SAFETRAVEL_SMTP_PASSWORD",
        "kata sandi akun surel belum diatur; atur smtp.password_command atau smtp.password_file, atau SAFETRAVEL_SMTP_PASSWORD",
    ),
    "password_command": ("the command for the password gives none", "perintah untuk kata sandi tidak memberi hasil"),
    "password_file": ("the file with the password cannot be read or is empty", "berkas kata sandi tidak bisa dibaca atau kosong"),
    "password_file_open": (
        "others may read the file with the password; it is not used (chmod 600)",
        "berkas kata sandi bisa dibaca orang lain, jadi tidak dipakai (chmod 600)",
    ),
    "no_starttls": (
        "the server offers no encryption; nothing was sent",
        "server tidak menawarkan enkripsi; tidak ada yang dikirim",
    ),
    "no_auth": (
        "the server offers no log-in that this program knows; nothing was sent",
        "server tidak menawarkan cara masuk yang dikenal program ini; tidak ada yang dikirim",
    ),
    "tls": (
        "no secure connection could be made; nothing was sent. A network that asks for a log-in does this too",
        "sambungan aman tidak bisa dibuat; tidak ada yang dikirim. Jaringan yang meminta login juga bisa menyebabkan ini",
    ),
    "tls_certificate": (
        "the server could not prove who it is; nothing was sent. A network that asks for a log-in does this too",
        "server tidak bisa membuktikan identitasnya; tidak ada yang dikirim. Jaringan yang meminta login juga bisa menyebabkan ini",
    ),
    "tls_name": (
        "the server proved another name than the one set; nothing was sent. A network that asks for a log-in does this too",
        "nama server berbeda dari yang diatur; tidak ada yang dikirim. Jaringan yang meminta login juga bisa menyebabkan ini",
    ),
    "tls_date": (
        "the certificate of the server has expired, or the clock of this device is wrong; nothing was sent",
        "sertifikat server sudah kedaluwarsa, atau jam perangkat ini salah; tidak ada yang dikirim",
    ),
    "bad_address": ("the address is not one that mail can be sent to", "alamat ini tidak bisa disurati"),
    "unreachable": ("the network cannot be reached", "jaringan tidak terjangkau"),
    "no_name": (
        "the name of the server cannot be looked up: no network, or a wrong name",
        "nama server tidak ditemukan: tidak ada jaringan, atau namanya salah",
    ),
    "refused_connection": ("the server takes no connection", "server menolak sambungan"),
    "timeout": ("the server did not answer in time", "server tidak menjawab tepat waktu"),
    "dropped": ("the connection broke off", "sambungan terputus"),
    "not_mail": (
        "what answers is no mail server; perhaps the network asks for a log-in",
        "yang menjawab bukan server surel; mungkin jaringan meminta login",
    ),
    "interrupted": (
        "the program was stopped while it was sending; the message may already have arrived",
        "program terhenti saat mengirim; pesan mungkin sudah sampai",
    ),
    "too_big": ("too big for the server", "terlalu besar untuk server"),
    "file_gone": ("the kept file is gone", "berkas yang disimpan sudah tidak ada"),
    "text_refused": ("the text before it was refused", "teks sebelumnya ditolak"),
    "defect": ("this channel failed", "saluran ini gagal"),
    # What was accepted in the place of the whole (delivery.note).
    "note_reduced": ("a smaller copy", "salinan yang lebih kecil"),
    "note_beginning": ("its beginning, small", "bagian awalnya, kecil"),
    "note_as_is": (
        "as it is: place, time and device may be in the file",
        "apa adanya: data kamera (tempat, waktu, perangkat) mungkin masih ada di dalam berkas",
    ),
    "note_bare": ("the text alone, without attachments", "hanya teks, tanpa lampiran"),
    "note_without_media": (
        "the file was refused; a mail without it says so",
        "berkas ditolak; surat tanpa berkas itu sudah memberitahukannya",
    ),
    # Lines in a mail.
    "late_hours": (
        "DELAYED {count} hours: written {made}, sent {sent}.",
        "TERTUNDA {count} jam: dibuat {made}, dikirim {sent}.",
    ),
    "late_minutes": (
        "DELAYED {count} minutes: written {made}, sent {sent}.",
        "TERTUNDA {count} menit: dibuat {made}, dikirim {sent}.",
    ),
    "mail_reduced": (
        "SMALLER COPY: the original ({bytes} bytes) does not go through the mail server of the sender (limit: {limit} bytes). It is kept on the device.",
        "SALINAN KECIL: berkas asli ({bytes} byte) tidak bisa lewat server surel pengirim (batas: {limit} byte). Berkas asli tersimpan di perangkat.",
    ),
    "mail_beginning": (
        "AT MOST THE FIRST {seconds} SECONDS, SMALL: the original ({bytes} bytes) does not go through the mail server of the sender (limit: {limit} bytes). It is kept on the device.",
        "PALING LAMA {seconds} DETIK PERTAMA, KECIL: berkas asli ({bytes} byte) tidak bisa lewat server surel pengirim (batas: {limit} byte). Berkas asli tersimpan di perangkat.",
    ),
    "mail_stripped": (
        "COPY: what the camera wrote into the file (place, time, device) is left out; picture and sound are the same. The original with the SHA-256 below is kept on the device.",
        "SALINAN: catatan kamera di dalam berkas (tempat, waktu, perangkat) dihilangkan; gambar dan suaranya sama. Berkas asli dengan SHA-256 di bawah tersimpan di perangkat.",
    ),
    "mail_redrawn": (
        "COPY IN ANOTHER FORM ({mime}): what the camera wrote into the file (place, time, device) is left out. The original with the SHA-256 below is kept on the device.",
        "SALINAN DALAM FORMAT LAIN ({mime}): catatan kamera di dalam berkas (tempat, waktu, perangkat) dihilangkan. Berkas asli dengan SHA-256 di bawah tersimpan di perangkat.",
    ),
    "mail_held": (
        "THE FILE AS IT IS: no copy could be made without what the camera wrote into it, so it may say where, when and with which device it was made. Think of that before you pass it on.",
        "BERKAS APA ADANYA: data yang ditulis kamera masih ada di dalamnya, mungkin juga tempat, waktu, dan perangkatnya, karena salinan tanpa data itu tidak bisa dibuat. Ingatlah hal ini sebelum meneruskannya.",
    ),
    "mail_without_media": (
        "NOT ATTACHED: the file ({bytes} bytes) does not go through the mail server of the sender (limit: {limit} bytes). It is kept on the device.",
        "TIDAK DILAMPIRKAN: berkas ({bytes} byte) tidak bisa lewat server surel pengirim (batas: {limit} byte). Berkas tersimpan di perangkat.",
    ),
    "limit_unknown": ("not told", "tidak disebutkan"),
}
WORDS.update(send_channels.WORDS)
