"""Words of `sos channels`."""

WORDS = {
    "title": ("How an alert leaves", "Lewat jalur apa pesan darurat dikirim"),
    "ready": ("Ready to send by itself: {names}.", "Siap mengirim sendiri: {names}."),
    "nothing": (
        "Nothing leaves this device by itself: no channel is ready. An alert is stored, and you pass it on by hand.",
        "Belum ada yang terkirim sendiri dari perangkat ini: tidak ada saluran yang siap. Pesan darurat disimpan, lalu Anda teruskan sendiri.",
    ),
    "nobody": (
        "Nothing leaves this device by itself: there is no contact yet. For example: safetravel config set contact.ibu.email ibu@example.org",
        "Belum ada yang terkirim sendiri dari perangkat ini: belum ada kontak. Contoh: safetravel config set contact.ibu.email ibu@example.org",
    ),
    "reserved": (
        "SAFETRAVEL_ONLY_RESERVED is set: nothing goes to addresses and numbers of real people.",
        "SAFETRAVEL_ONLY_RESERVED aktif: tidak ada yang dikirim ke alamat atau nomor orang sungguhan.",
    ),
    "order": (
        "All channels in use send side by side, the text first; none waits for another. By mail, where an address is refused, the contact's next one is tried. Their order: safetravel config set channels “termux_sms smtp”. Whether one works in earnest only a drill shows: safetravel sos --drill",
        "Semua saluran yang dipakai mengirim bersamaan, teks lebih dulu; tidak ada yang saling menunggu. Lewat surel, bila satu alamat ditolak, alamat kontak berikutnya dicoba. Urutannya: safetravel config set channels “termux_sms smtp”. Apakah benar-benar berfungsi baru terlihat lewat latihan: safetravel sos --drill",
    ),
    "others": ("Not in use", "Tidak dipakai"),
    "state": ("State", "Status"),
    "provider": ("Provider", "Penyedia"),
    "way_app_password": ("{name}: takes an app password", "{name}: menerima sandi aplikasi"),
    "way_password": (
        "{name}: takes the password of the account once access by programs is on",
        "{name}: menerima kata sandi akun setelah akses program diaktifkan",
    ),
    "way_token": ("{name}: takes an access token alone", "{name}: hanya menerima token akses"),
    "way_bridge": ("{name}: only by its own bridge", "{name}: hanya lewat jembatannya sendiri"),
    "as_of": ("{way} (as of {date}; it may have changed)", "{way} (per {date}; bisa saja sudah berubah)"),
    "unverified": (
        "{way} (general knowledge, nobody looked it up)",
        "{way} (pengetahuan umum, belum diperiksa)",
    ),
    "reaches": ("Reaches", "Menjangkau"),
    "carries": ("Carries", "Membawa"),
    "carries_media": ("text, photos, other files", "teks, foto, berkas lain"),
    "carries_text": ("text only", "hanya teks"),
    "cost": ("Costs", "Biaya"),
    "proof": ("“Accepted” proves", "“Diterima” membuktikan"),
    "state_ready": ("ready", "siap"),
    "state_nobody": (
        "set up, but no contact has such an address",
        "sudah diatur, tetapi tidak ada kontak dengan alamat seperti itu",
    ),
    "state_missing": ("not ready: {missing}", "belum siap: {missing}"),
    "state_absent": (
        "not installed: nothing goes this way",
        "tidak terpasang: tidak ada yang terkirim lewat sini",
    ),
    "state_hand": (
        "always there, but you must do it yourself",
        "selalu ada, tetapi harus Anda lakukan sendiri",
    ),
    # What is missing.
    "missing_smtp_host": (
        "the mail server is missing (safetravel config set smtp.host …)",
        "server surel belum diisi (safetravel config set smtp.host …)",
    ),
    "missing_smtp_from": (
        "the sender's mail address is missing; see: safetravel config list",
        "alamat surel pengirim belum diisi; lihat: safetravel config list",
    ),
    "missing_smtp_password_file": (
        "the password is missing (smtp.password_command, smtp.password_file or SAFETRAVEL_SMTP_PASSWORD)",
        "kata sandi belum ada (smtp.password_command, smtp.password_file, atau SAFETRAVEL_SMTP_PASSWORD)",
    ),
    "missing_smtp_token_command": (
        "the account cannot be logged in to by a password",
        "akun ini tidak bisa dimasuki dengan kata sandi",
    ),
    "missing_sendmail_command": (
        "no mail program is found (sendmail or msmtp; safetravel config set sendmail.command …)",
        "program surat tidak ditemukan (sendmail atau msmtp; safetravel config set sendmail.command …)",
    ),
    "missing_exec_command": (
        "the program is missing or cannot be run (safetravel config set exec.command …)",
        "programnya belum diisi atau tidak bisa dijalankan (safetravel config set exec.command …)",
    ),
    "missing_telegram_token_file": (
        "the token of the bot is missing (telegram.token_command, telegram.token_file or SAFETRAVEL_TELEGRAM_TOKEN)",
        "token bot belum ada (telegram.token_command, telegram.token_file, atau SAFETRAVEL_TELEGRAM_TOKEN)",
    ),
    "missing_termux_sms_send": (
        "termux-sms-send is missing: install the app Termux:API and the package termux-api",
        "termux-sms-send tidak ada: pasang aplikasi Termux:API dan paket termux-api",
    ),
    # Names.
    "name_smtp": ("Mail", "Surel"),
    "name_sendmail": ("Mail program of this device", "Program surat di perangkat ini"),
    "name_termux_sms": ("SMS by this telephone", "SMS lewat telepon ini"),
    "name_ntfy": ("Notification by ntfy", "Pemberitahuan lewat ntfy"),
    "name_telegram": ("Telegram bot", "Bot Telegram"),
    "name_webhook": ("Web address", "Alamat web"),
    "name_exec": ("Program of your own", "Program Anda sendiri"),
    "name_hand": ("By hand", "Dengan tangan sendiri"),
    # Costs.
    "cost_smtp": (
        "nothing but data; needs a connection to the internet",
        "hanya kuota data; perlu sambungan internet",
    ),
    "cost_sendmail": (
        "nothing but data; needs a connection to the internet",
        "hanya kuota data; perlu sambungan internet",
    ),
    "cost_termux_sms": (
        "one SMS for each contact and each text, abroad at roaming price; needs no internet",
        "satu SMS untuk tiap kontak dan tiap teks, di luar negeri dengan tarif jelajah; tidak perlu internet",
    ),
    "cost_ntfy": (
        "nothing but data, within the limits of the server",
        "hanya kuota data, selama dalam batas server",
    ),
    "cost_telegram": ("nothing but data", "hanya kuota data"),
    "cost_webhook": (
        "nothing but data; what the receiver does may cost",
        "hanya kuota data; yang dilakukan penerima mungkin berbiaya",
    ),
    "cost_exec": ("what your program costs", "sesuai biaya program Anda"),
    "cost_hand": (
        "a call, an SMS or data, at the price of your telephone",
        "telepon, SMS, atau kuota data, sesuai tarif telepon Anda",
    ),
    "cost_unknown": ("not known: it comes from another package", "tidak diketahui: berasal dari paket lain"),
    # What accepted proves.
    "proof_smtp": (
        "your mail server has the mail; not that it reached the mailbox, nor that anybody read it",
        "server surel Anda memegang surat itu; belum tentu masuk ke kotak surat, apalagi dibaca",
    ),
    "proof_sendmail": (
        "the mail program of this device has it; with msmtp also that your mail server does, with others it may still lie here",
        "program surat di perangkat ini memegangnya; dengan msmtp berarti server surel juga, dengan yang lain mungkin masih tertahan di sini",
    ),
    "proof_termux_sms": (
        "the telephone lists the SMS as sent; not that it arrived: Android asks for no receipt here",
        "telepon mencatat SMS sebagai terkirim; belum tentu sampai: di sini Android tidak meminta tanda terima",
    ),
    "proof_ntfy": (
        "the ntfy server has it and offers it to whoever follows the topic, for some hours; not that a telephone showed it",
        "server ntfy memegangnya dan menawarkannya kepada pengikut topik selama beberapa jam; belum tentu muncul di telepon",
    ),
    "proof_telegram": (
        "the message stands in the chat; not that anybody read it",
        "pesan sudah ada di obrolan; belum tentu dibaca",
    ),
    "proof_webhook": (
        "the web address answered that it took the alert; what it does with it is not known",
        "alamat web menjawab bahwa pesan diterima; apa yang dilakukannya tidak diketahui",
    ),
    "proof_exec": (
        "your program ended with exit code 0; no more",
        "program Anda selesai dengan kode keluar 0; tidak lebih dari itu",
    ),
    "proof_hand": (
        "nothing: note the answer with safetravel sos ack",
        "tidak ada: catat jawabannya dengan safetravel sos ack",
    ),
    "proof_unknown": ("not known: it comes from another package", "tidak diketahui: berasal dari paket lain"),
    # How to take one into use.
    "how_smtp": (
        "safetravel config set smtp.host …, then the sender's address and a password",
        "safetravel config set smtp.host …, lalu alamat pengirim dan kata sandi",
    ),
    "how_sendmail": ("safetravel config set sendmail.command msmtp", "safetravel config set sendmail.command msmtp"),
    "how_termux_sms": (
        "on Android with Termux:API: safetravel config set channels termux_sms, and contact.NAME.phone",
        "di Android dengan Termux:API: safetravel config set channels termux_sms, dan contact.NAME.phone",
    ),
    "how_ntfy": (
        "safetravel config set contact.NAME.ntfy https://…/topic",
        "safetravel config set contact.NAME.ntfy https://…/topik",
    ),
    "how_telegram": (
        "safetravel config set contact.NAME.telegram NUMBER, and telegram.token_file",
        "safetravel config set contact.NAME.telegram NOMOR, dan telegram.token_file",
    ),
    "how_webhook": (
        "safetravel config set contact.NAME.webhook https://…",
        "safetravel config set contact.NAME.webhook https://…",
    ),
    "how_exec": (
        "safetravel config set exec.command PROGRAM, and contact.NAME.exec",
        "safetravel config set exec.command PROGRAM, dan contact.NAME.exec",
    ),
    # Cautions.
    "advice_token": (
        "This mail provider takes no password from programs any more, an app password neither: it needs an access token (smtp.token_command), or use an account of another provider, for example one that still gives app passwords. See docs/how-to/channels.md.",
        "Penyedia surel ini tidak lagi menerima kata sandi dari program, termasuk kata sandi aplikasi: perlu token akses (smtp.token_command), atau pakai akun penyedia lain, misalnya yang masih memberi kata sandi aplikasi. Lihat docs/how-to/channels.md.",
    ),
    "advice_bridge": (
        "This mail provider lets programs in only by a program of its own (a bridge). For alerts use an account of another provider.",
        "Penyedia surel ini hanya menerima program lain lewat program jembatannya sendiri. Untuk pesan darurat, pakai akun penyedia lain.",
    ),
    "secret_environment": (
        "The password or token is only in a variable of this terminal. After a restart it is gone and nothing leaves this way; a file or a command lasts.",
        "Kata sandi atau token hanya ada di variabel terminal ini. Setelah perangkat dinyalakan ulang, isinya hilang dan tidak ada yang terkirim lewat sini; berkas atau perintah tetap bertahan.",
    ),
    "caution_ntfy": (
        "Whoever knows or guesses the topic reads along: choose a long random one, or a server with accounts.",
        "Siapa pun yang tahu atau menebak topiknya bisa ikut membaca: pilih yang panjang dan acak, atau server dengan akun.",
    ),
    "caution_termux_sms": (
        "Android may still stop it in the background. In danger, call, or send the SMS by hand.",
        "Android tetap bisa menghentikannya di latar belakang. Dalam bahaya, telepon, atau kirim SMS sendiri.",
    ),
}
