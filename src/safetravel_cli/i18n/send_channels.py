"""Words of the sender for the channels beside mail by SMTP; part of i18n/send.py."""

WORDS = {
    # Programs.
    "program_missing": ("the program is not there or cannot be run", "programnya tidak ada atau tidak bisa dijalankan"),
    "program_failed": ("the program reported an error", "program melaporkan galat"),
    "program_stopped": (
        "the program was stopped before it was done; the message may already have gone",
        "program dihentikan sebelum selesai; pesan mungkin sudah terkirim",
    ),
    "program_timeout": (
        "the program was not done in time and was stopped; the message may already have gone",
        "program tidak selesai tepat waktu dan dihentikan; pesan mungkin sudah terkirim",
    ),
    # SMS.
    "sms_sent": (
        "the telephone lists the SMS as sent; whether it arrived, it does not say",
        "telepon mencatat SMS ini sebagai terkirim; apakah sampai, tidak diketahui",
    ),
    "sms_outbox": (
        "the SMS lies in the outbox of the telephone: no signal, or no credit",
        "SMS masih di kotak keluar telepon: tidak ada sinyal, atau pulsa habis",
    ),
    "sms_failed": (
        "the telephone could not send the SMS: no signal, or no credit",
        "telepon gagal mengirim SMS: tidak ada sinyal, atau pulsa habis",
    ),
    "sms_not_listed": (
        "the SMS was handed to the telephone, but does not show in its list yet",
        "SMS sudah diserahkan ke telepon, tetapi belum terlihat di daftarnya",
    ),
    "sms_unconfirmed": (
        "the SMS was handed to the telephone, but its list cannot be read: look into the SMS app whether it went. `safetravel sos send` sends it once more",
        "SMS sudah diserahkan ke telepon, tetapi daftarnya tidak bisa dibaca: periksa di aplikasi SMS apakah terkirim. `safetravel sos send` mengirimnya sekali lagi",
    ),
    "sms_permission": (
        "Android does not let Termux send SMS; allow it: Settings, Apps, Termux:API, Permissions, SMS",
        "Android tidak mengizinkan Termux mengirim SMS; izinkan: Setelan, Aplikasi, Termux:API, Izin, SMS",
    ),
    "bad_number": (
        "the number is not international (+62…); no SMS is sent to it",
        "nomornya bukan nomor internasional (+62…); SMS tidak dikirim ke sana",
    ),
    # The web.
    "portal": (
        "the network asks for a log-in, or the address leads elsewhere; nothing was accepted",
        "jaringan meminta login, atau alamatnya mengarah ke tempat lain; belum ada yang diterima",
    ),
    "not_answer": (
        "what answers is not the service that was set; nothing was accepted",
        "yang menjawab bukan layanan yang diatur; belum ada yang diterima",
    ),
    "unwell": ("the server says that it is not well", "server melaporkan dirinya sedang bermasalah"),
    "proxy": (
        "the proxy of this network does not let the message through",
        "proksi jaringan ini tidak meneruskan pesan",
    ),
    "proxy_login": (
        "the proxy of this network asks for a user and a password, or does not take those in HTTPS_PROXY",
        "proksi jaringan ini meminta nama pengguna dan kata sandi, atau menolak yang ada di HTTPS_PROXY",
    ),
    "web_settings": (
        "the proxy or the certificates of this device cannot be used (HTTPS_PROXY, SSL_CERT_FILE)",
        "proksi atau sertifikat perangkat ini tidak bisa dipakai (HTTPS_PROXY, SSL_CERT_FILE)",
    ),
    "no_httpx": ("a part of this program is missing (httpx)", "ada bagian program ini yang tidak terpasang (httpx)"),
    # Numbers that the server said, where the person must act.
    "530": ("the mail server wants a log-in first: safetravel setup", "server surel meminta login dahulu: safetravel setup"),
    "534": (
        "the mail server does not let this account in that way: safetravel sos channels",
        "server surel tidak mengizinkan akun ini masuk dengan cara itu: safetravel sos channels",
    ),
    "535": (
        "the mail server does not take the name or the password (some want an app password); give it again: safetravel setup --password-stdin",
        "server surel menolak nama atau kata sandinya (sebagian meminta sandi aplikasi); isi lagi: safetravel setup --password-stdin",
    ),
    "401": ("the service does not take the token or the key", "layanan menolak token atau kuncinya"),
    "403": ("the service does not allow this", "layanan tidak mengizinkannya"),
    "407": ("the proxy of this network wants a log-in", "proksi jaringan ini meminta login"),
    "token_refused": ("the service does not take the token or the secret", "layanan menolak token atau kunci rahasia"),
    "token_missing": ("no token is set", "token belum diatur"),
    "token_command": ("the command for the token gives none", "perintah untuk token tidak memberi hasil"),
    "token_file": ("the file with the token cannot be read or is empty", "berkas token tidak bisa dibaca atau kosong"),
    "token_file_open": (
        "others may read the file with the token; it is not used (chmod 600)",
        "berkas token bisa dibaca orang lain, jadi tidak dipakai (chmod 600)",
    ),
    "keyring": (
        "the key ring of the system gives no password: locked, empty, or the package keyring is not installed",
        "gantungan kunci sistem tidak memberi kata sandi: terkunci, kosong, atau paket keyring tidak terpasang",
    ),
    "telegram_chat": (
        "Telegram knows no such chat, or the bot may not write there: the contact must open the bot and press Start",
        "Telegram tidak mengenal obrolan itu, atau bot tidak boleh menulis di sana: kontak harus membuka bot dan menekan Start",
    ),
    # What was accepted in the place of the whole.
    "note_cut": ("the beginning of the text; the rest did not fit", "awal teks; sisanya tidak muat"),
    "note_without_location": (
        "without the pin on the map; the text holds the position",
        "tanpa titik peta; posisinya ada di dalam teks",
    ),
    "note_sms": ("one SMS", "satu SMS"),
    "note_document": ("as a file", "sebagai berkas"),
}
