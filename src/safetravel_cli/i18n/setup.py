"""Words of `setup`: questions, and what came of them."""

WORDS = {
    "ask_language": (
        "Language / Bahasa: 1 Bahasa Indonesia, 2 English (1/2):",
        "Bahasa / Language: 1 Bahasa Indonesia, 2 English (1/2):",
    ),
    "welcome": (
        "An empty line leaves a question out. Ctrl-C stops; what you have answered is kept.",
        "Baris kosong melewati pertanyaan. Ctrl-C menghentikan; jawaban yang sudah ada tetap tersimpan.",
    ),
    "ask_name": ("Your name, as in the passport:", "Nama Anda, seperti di paspor:"),
    "ask_nationality": ("Your nationality, or two with a comma:", "Kewarganegaraan Anda, atau dua dipisahkan koma:"),
    "ask_phone": ("Your telephone with country code (+62...):", "Telepon Anda dengan kode negara (+62...):"),
    "ask_passport_last4": (
        "Last four characters of your passport number (only these are kept):",
        "Empat karakter terakhir nomor paspor Anda (hanya ini yang disimpan):",
    ),
    "ask_passport_expires": ("Passport valid until (2031-04-30):", "Paspor berlaku sampai (2031-04-30):"),
    "ask_contact": ("Whom to tell in an emergency? A name:", "Siapa yang dikabari saat darurat? Namanya:"),
    "ask_another": ("Somebody else? A name, or an empty line:", "Ada lagi? Namanya, atau baris kosong:"),
    "ask_contact_email": ("Mail address of {name}:", "Alamat surel {name}:"),
    "ask_contact_phone": ("Telephone of {name} with country code (+62...):", "Telepon {name} dengan kode negara (+62...):"),
    "ask_contact_language": ("Language of {name}, id or en:", "Bahasa {name}, id atau en:"),
    "contact_unreached": (
        "{name} cannot be told without an address or a number; not kept.",
        "{name} tidak bisa dikabari tanpa alamat atau nomor; tidak disimpan.",
    ),
    "contact_added": ("{name} is kept.", "{name} tersimpan."),
    "ask_place": (
        "Which country or city are you going to? Its mission of Indonesia can be told too:",
        "Anda pergi ke negara atau kota mana? Perwakilan RI di sana bisa ikut dikabari:",
    ),
    "no_mission": (
        "No mission is known for {place}.|Nothing was added.|Name a country or a city.",
        "Tidak ada perwakilan RI yang diketahui untuk {place}.|Tidak ada yang ditambahkan.|Sebutkan negara atau kota.",
    ),
    "mission_found": (
        "In charge there: {name}, {address} (source: {source})",
        "Yang berwenang di sana: {name}, {address} (sumber: {source})",
    ),
    "mission_without_mail": (
        "In charge there: {name}. No mail address is known; call it in an emergency.",
        "Yang berwenang di sana: {name}. Alamat surelnya tidak diketahui; teleponlah saat darurat.",
    ),
    "ask_mission": (
        "Send every real alert to {name} too? Drills and tests never go there. yes or no:",
        "Kirim setiap pesan darurat sungguhan ke {name} juga? Latihan dan uji coba tidak pernah ke sana. ya atau tidak:",
    ),
    "ask_mail": ("Your own mail address, from which the alert leaves:", "Alamat surel Anda sendiri, pengirim pesan darurat:"),
    "way_app_password": (
        "{name} takes an app password alone, not that of the account. Make one here (two-step verification must be on): {where}",
        "{name} hanya menerima sandi aplikasi, bukan kata sandi akun. Buat di sini (verifikasi dua langkah harus aktif): {where}",
    ),
    "way_password": (
        "{name} takes the password of the account once access by programs is switched on: {where}",
        "{name} menerima kata sandi akun setelah akses program diaktifkan: {where}",
    ),
    "way_token": (
        "{name} takes no password and no app password any more. It needs a command that prints an access token; or use another"
        " mail account for alerts.",
        "{name} tidak lagi menerima kata sandi maupun sandi aplikasi. Diperlukan perintah yang menampilkan token akses; atau pakai"
        " akun surel lain untuk pesan darurat.",
    ),
    "way_bridge": (
        "{name} lets a program in by its own bridge alone, which must run on this device: {where}",
        "{name} hanya menerima program lewat jembatannya sendiri, yang harus berjalan di perangkat ini: {where}",
    ),
    "ask_token": ("Command that prints an access token:", "Perintah yang menampilkan token akses:"),
    "ask_server": (
        "Its server for outgoing mail, as smtp.example.org or smtp.example.org:587:",
        "Server surel keluarnya, seperti smtp.example.org atau smtp.example.org:587:",
    ),
    "ask_smtp_password": ("Password for it (it is not shown):", "Kata sandinya (tidak ditampilkan):"),
    "preset_as_of": (
        "(As of {date}; providers change this. A test shows whether it works.)",
        "(Per {date}; penyedia bisa mengubahnya. Uji coba menunjukkan apakah berfungsi.)",
    ),
    "preset_unverified": (
        "(General knowledge, nobody looked it up. A test shows whether it works.)",
        "(Pengetahuan umum, belum diperiksa. Uji coba menunjukkan apakah berfungsi.)",
    ),
    "ask_keyring": (
        "Keep passwords in the key ring of this system instead of a file of yours? After a restart it may be locked, and nothing leaves then. yes or no:",
        "Simpan kata sandi di gantungan kunci sistem, bukan di berkas milik Anda? Setelah dinyalakan ulang bisa terkunci sehingga tidak ada yang terkirim. ya atau tidak:",
    ),
    "keyring_failed": (
        "The key ring does not take it; it is kept in a file that only you may read.",
        "Gantungan kunci tidak menerimanya; disimpan di berkas yang hanya bisa Anda baca.",
    ),
    "keyring_refuses": (
        "The key ring of the system does not take it.|What came before it is kept.|Without --keyring it goes into a file that only you may read.",
        "Gantungan kunci sistem tidak menerimanya.|Yang sebelumnya tetap tersimpan.|Tanpa --keyring, isinya disimpan di berkas yang hanya bisa Anda baca.",
    ),
    "ask_ways": (
        "Other ways to send: {ways}. Numbers, or Enter for none:",
        "Jalur lain untuk mengirim: {ways}. Nomornya, atau Enter bila tidak ada:",
    ),
    "other_sendmail": ("mail program ({path})", "program surat ({path})"),
    "other_ntfy": ("ntfy", "ntfy"),
    "other_telegram": ("Telegram", "Telegram"),
    "other_webhook": ("web address", "alamat web"),
    "other_exec": ("a program of your own", "program Anda sendiri"),
    "ask_exec": ("Your program (docs/how-to/channels.md has some):", "Program Anda (contohnya di docs/how-to/channels.md):"),
    "ask_telegram_token": (
        "Token of your bot, from @BotFather in Telegram (it is not shown):",
        "Token bot Anda, dari @BotFather di Telegram (tidak ditampilkan):",
    ),
    "ask_ntfy_token": (
        "Access token of the ntfy server, Enter if it wants none (it is not shown):",
        "Token akses server ntfy, Enter bila tidak perlu (tidak ditampilkan):",
    ),
    "ask_webhook_key": (
        "Key to sign with, Enter if the receiver wants none (it is not shown):",
        "Kunci tanda tangan, Enter bila penerima tidak memerlukannya (tidak ditampilkan):",
    ),
    "ask_way_ntfy": (
        "ntfy for {name}: the server, for a new topic that nobody guesses (https://ntfy.sh), or the whole address of a topic:",
        "ntfy untuk {name}: servernya saja, agar dibuatkan topik baru yang sulit ditebak (https://ntfy.sh), atau alamat topik lengkap:",
    ),
    "ntfy_follow": (
        "{name} must follow this topic in the ntfy app: {topic}",
        "{name} harus mengikuti topik ini di aplikasi ntfy: {topic}",
    ),
    "ask_way_telegram": (
        "Telegram: let {name} open your bot and press Start, then type ? to see the number of the chat, and then that number:",
        "Telegram: minta {name} membuka bot Anda dan menekan Start, lalu ketik ? untuk melihat nomor obrolannya, kemudian ketik nomor itu:",
    ),
    "chats": ("Who has written to your bot: {found}", "Yang sudah menulis ke bot Anda: {found}"),
    "chats_none": (
        "Nobody has written to your bot within the last 24 hours.|It was not kept.|Let them open it and press Start, then type ? again.",
        "Belum ada yang menulis ke bot Anda dalam 24 jam terakhir.|Tidak disimpan.|Minta mereka membukanya dan menekan Start, lalu ketik ? lagi.",
    ),
    "chats_unknown": (
        "It cannot be asked: {reason}.|It was not kept.|An empty line leaves it out for now.",
        "Tidak bisa ditanyakan: {reason}.|Tidak disimpan.|Baris kosong melewatinya dulu.",
    ),
    "ask_way_webhook": ("Web address for {name} (https://...):", "Alamat web untuk {name} (https://...):"),
    "ask_way_exec": (
        "What the program is told as the address of {name}:",
        "Yang diberikan kepada program sebagai alamat {name}:",
    ),
    "no_program": (
        "There is no such program, or it cannot be run: {name}.|It was not kept.|Give its whole path.",
        "Tidak ada program itu, atau tidak bisa dijalankan: {name}.|Tidak disimpan.|Tuliskan jalur lengkapnya.",
    ),
    "bad_ways": (
        "That is none of the ways.|It was not kept.|Numbers or names of: {taken}",
        "Itu bukan salah satu jalurnya.|Tidak disimpan.|Nomor atau nama dari: {taken}",
    ),
    "bad_way_value": (
        "It is WAY=VALUE; WAY is one of: {taken}.|What came before it is kept.|For example: --secret-file telegram=FILE",
        "Bentuknya JALUR=ISI; JALUR salah satu dari: {taken}.|Yang sebelumnya tetap tersimpan.|Misalnya: --secret-file telegram=BERKAS",
    ),
    "ask_sms": (
        "Send alerts as SMS from this telephone too? Each costs what your plan says. yes or no:",
        "Kirim pesan darurat sebagai SMS dari ponsel ini juga? Biayanya sesuai tarif Anda. ya atau tidak:",
    ),
    "ask_test": (
        "Send a test to yourself now ({address})? yes or no:",
        "Kirim uji coba ke Anda sendiri sekarang ({address})? ya atau tidak:",
    ),
    "ask_autosend": (
        "When this device was off and is on again, let alerts that still wait go on leaving? yes or no:",
        "Setelah perangkat ini mati lalu menyala lagi, lanjutkan pengiriman pesan yang masih menunggu? ya atau tidak:",
    ),
    "test_message": (
        "A test to yourself: this is how an alert arrives.",
        "Uji coba untuk Anda sendiri: beginilah pesan darurat tiba.",
    ),
    # What came of it.
    "title": ("Getting ready before you leave", "Persiapan sebelum berangkat"),
    "stopped": (
        "Stopped. What you have answered is kept; go on with: safetravel setup",
        "Dihentikan. Jawaban Anda tersimpan; lanjutkan dengan: safetravel setup",
    ),
    "step_language": ("Language", "Bahasa"),
    "step_name": ("Name", "Nama"),
    "step_nationality": ("Nationality", "Kewarganegaraan"),
    "step_phone": ("Your telephone", "Telepon Anda"),
    "step_passport_last4": ("Passport, last four", "Paspor, empat terakhir"),
    "step_passport_expires": ("Passport valid until", "Paspor berlaku sampai"),
    "step_contact": ("Whom to tell", "Yang dikabari"),
    "step_mission": ("Mission in charge", "Perwakilan RI yang berwenang"),
    "step_mail": ("Mail account", "Akun surel"),
    "step_password": ("Password or token", "Kata sandi atau token"),
    "step_channels": ("Channels", "Saluran"),
    "step_sms": ("SMS", "SMS"),
    "step_ways": ("Other ways", "Jalur lain"),
    "step_sendmail": ("Mail program of this device", "Program surat di perangkat ini"),
    "step_ntfy": ("ntfy", "ntfy"),
    "step_telegram": ("Telegram", "Telegram"),
    "step_webhook": ("Web address", "Alamat web"),
    "step_exec": ("Program of your own", "Program Anda sendiri"),
    "step_test": ("Test to yourself", "Uji coba ke diri sendiri"),
    "step_autosend": ("After a restart", "Setelah dinyalakan ulang"),
    "step_private": ("Word before what is private", "Kata rahasia untuk hal pribadi"),
    "state_set": ("set", "diatur"),
    "state_known": ("known already", "sudah diketahui"),
    "state_skipped": ("left out by you", "Anda lewati"),
    "state_open": ("open", "belum diisi"),
    "state_done": ("done", "selesai"),
    "state_failed": ("not possible", "tidak berhasil"),
    "autosend_inactive": (
        "written down, but the system does not run it: safetravel sos autosend",
        "sudah ditulis, tetapi tidak dijalankan oleh sistem: safetravel sos autosend",
    ),
    "contacts": ("Who is told", "Yang dikabari"),
    "kind_mission": ("mission, not for drills", "perwakilan RI, tidak untuk latihan"),
    "test_accepted": (
        "The server took the test for {address}. Look whether it arrived.",
        "Server menerima uji coba untuk {address}. Periksa apakah sampai.",
    ),
    "test_accepted_sendmail": (
        "The mail program took the test for {address}. Look whether it arrived.",
        "Program surat menerima uji coba untuk {address}. Periksa apakah sampai.",
    ),
    "test_accepted_termux_sms": (
        "The telephone lists the test to {address} as sent. Look whether it arrived.",
        "Ponsel mencatat uji coba ke {address} sebagai terkirim. Periksa apakah sampai.",
    ),
    "test_failed": ("The test for {address} was not taken: {reasons}", "Uji coba untuk {address} tidak diterima: {reasons}"),
    "ready": (
        "Set up: an alert can leave by itself. Whether it arrives only a drill shows: safetravel sos --drill --wait",
        "Sudah diatur: pesan darurat bisa terkirim sendiri. Apakah benar-benar sampai hanya terlihat lewat latihan: safetravel sos --drill --wait",
    ),
    "hand_only": (
        "NOT READY: nothing leaves by itself yet. An alert would be stored, and you would have to send it yourself.",
        "BELUM SIAP: belum ada yang terkirim sendiri. Pesan darurat akan tersimpan, dan Anda harus mengirimkannya sendiri.",
    ),
    "private_on": (
        "Profile, contacts, settings and stored alerts are shown only with your word. They are not encrypted. An alert needs no word.",
        "Profil, kontak, setelan, dan pesan darurat tersimpan hanya tampil dengan kata rahasia Anda. Isinya tidak dienkripsi. Pesan darurat tidak perlu kata rahasia.",
    ),
    "missing": ("Still missing", "Masih kurang"),
    "lacks": ("{what}: safetravel setup {option} ...", "{what}: safetravel setup {option} ..."),
    "by_smtp": ("mail", "surel"),
    "by_sendmail": ("the mail program", "program surat"),
    "by_termux_sms": ("SMS", "SMS"),
    "by_ntfy": ("ntfy", "ntfy"),
    "by_telegram": ("Telegram", "Telegram"),
    "by_webhook": ("a web address", "alamat web"),
    "by_exec": ("a program of your own", "program Anda sendiri"),
    "reached_by": ("by {ways}", "lewat {ways}"),
    "reached_not": ("NOT REACHED by any way yet", "BELUM TERJANGKAU lewat jalur apa pun"),
    "what_name": ("Your name", "Nama Anda"),
    "what_contact": ("Somebody to tell", "Orang yang dikabari"),
    "what_smtp_from": ("A mail address to send from", "Alamat surel pengirim"),
    "what_smtp_host": ("The mail server", "Server surel"),
    "what_smtp_password_file": ("The password of the mail account", "Kata sandi akun surel"),
    "what_smtp_token_command": ("A command for the access token", "Perintah untuk token akses"),
    "what_telegram_token_file": ("The token of the Telegram bot", "Token bot Telegram"),
    "what_sendmail_command": ("A mail program", "Program surat"),
    "what_exec_command": ("The program of your own", "Program Anda sendiri"),
    "what_termux_sms_send": ("termux-sms-send, of Termux:API", "termux-sms-send, dari Termux:API"),
    "what_address": (
        "An address or number of somebody by which a way reaches them",
        "Alamat atau nomor seseorang yang dijangkau salah satu jalur",
    ),
    "next": (
        "Look at all of it: safetravel doctor. Ask again what was left out: safetravel setup --again",
        "Periksa semuanya: safetravel doctor. Tanyakan lagi yang dilewati: safetravel setup --again",
    ),
    "bad_contact": (
        'A contact needs a name, and an address or a number.|What came before it is kept.|--contact "Ibu, ibu@example.org, +12025550143, id"',
        'Kontak perlu nama, serta alamat atau nomor.|Yang sebelumnya tetap tersimpan.|--contact "Ibu, ibu@example.org, +12025550143, id"',
    ),
    "bad_name": ("A name is one line.|It was not kept.|Type it again.", "Nama berupa satu baris.|Tidak disimpan.|Ketik lagi."),
    "bad_email": (
        "That is no mail address.|It was not kept.|It looks like ibu@example.org",
        "Itu bukan alamat surel.|Tidak disimpan.|Bentuknya seperti ibu@example.org",
    ),
    "bad_ntfy": (
        "That is no topic of ntfy.|It was not kept.|It looks like https://ntfy.example.org/sos-3f9c1a7be2d84c55",
        "Itu bukan topik ntfy.|Tidak disimpan.|Bentuknya seperti https://ntfy.example.org/sos-3f9c1a7be2d84c55",
    ),
    "bad_telegram": (
        "That is no chat of Telegram.|It was not kept.|It is a number, or @channel_name",
        "Itu bukan obrolan Telegram.|Tidak disimpan.|Isinya nomor, atau @nama_kanal",
    ),
    "bad_webhook": (
        "That is no web address.|It was not kept.|It begins with https://",
        "Itu bukan alamat web.|Tidak disimpan.|Alamatnya diawali https://",
    ),
    "bad_exec": (
        "That is no line of text.|It was not kept.|Type it again.",
        "Itu bukan satu baris teks.|Tidak disimpan.|Ketik lagi.",
    ),
    "bad_server": (
        "That is no server.|It was not kept.|It looks like smtp.example.org:587",
        "Itu bukan server.|Tidak disimpan.|Bentuknya seperti smtp.example.org:587",
    ),
    "bad_line": (
        "That is no line of text.|It was not kept.|Type it again.",
        "Itu bukan satu baris teks.|Tidak disimpan.|Ketik lagi.",
    ),
    "bad_secret": (
        "The password cannot be read: {reason}.|What came before it is kept.|See: safetravel setup --help",
        "Kata sandi tidak bisa dibaca: {reason}.|Yang sebelumnya tetap tersimpan.|Lihat: safetravel setup --help",
    ),
    "empty_secret": (
        "There was no password or token on standard input.|What came before it is kept.|safetravel setup --password-stdin < FILE",
        "Tidak ada kata sandi atau token di masukan standar.|Yang sebelumnya tetap tersimpan.|safetravel setup --password-stdin < FILE",
    ),
}
