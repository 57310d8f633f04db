"""Help of `setup`, `profile`, `doctor` and `purge`: a part of `cli`."""

WORDS = {
    "entry": ("ENTRY", "ISIAN"),
    "setup_command_line": ("COMMAND", "PERINTAH"),
    "help_profile": ("What is written down about you.", "Catatan tentang Anda."),
    "help_profile_show": ("All entries.", "Semua isian."),
    "help_profile_set": ("Write one entry down.", "Isi satu catatan."),
    "help_profile_unset": ("Forget one entry, or all.", "Hapus satu isian, atau semuanya dengan all."),
    "profile_entry": (
        "Which: name, nationality, born, passport_last4, passport_expires, phone, next_of_kin, next_of_kin_phone, blood_type, allergies,"
        " medicines, languages, insurer, employer, hotel, kloter.",
        "Yang mana: name, nationality, born, passport_last4, passport_expires, phone, next_of_kin, next_of_kin_phone, blood_type, allergies,"
        " medicines, languages, insurer, employer, hotel, kloter.",
    ),
    "profile_value": ("What it is; - reads it from standard input.", "Isinya; - membacanya dari masukan standar."),
    "help_setup": (
        "Get ready before you leave: who you are, whom to tell, and how.\nAsks on a terminal; every question has an option. Can be stopped and gone on with.",
        "Bersiap sebelum berangkat: siapa Anda, siapa yang dikabari, dan lewat apa.\nBertanya di terminal; setiap pertanyaan punya opsi. Bisa dihentikan dan dilanjutkan.",
    ),
    "setup_name": ("Your name.", "Nama Anda."),
    "setup_nationality": ("One country or two.", "Satu negara atau dua."),
    "setup_phone": ("Your telephone.", "Telepon Anda."),
    "setup_last4": ("Last four characters of the passport.", "Empat karakter terakhir paspor."),
    "setup_expires": ("Date on which the passport ends.", "Tanggal habis berlaku paspor."),
    "setup_contact": (
        'Somebody to tell: name, address, number, language; may be repeated. "Ibu, ibu@example.org, +12025550143, id"',
        'Orang yang dikabari: nama, alamat, nomor, bahasa; boleh berulang. "Ibu, ibu@example.org, +12025550143, id"',
    ),
    "setup_place": ("Where you are going, for the mission in charge.", "Tujuan Anda, untuk perwakilan RI yang berwenang."),
    "setup_mission": ("Add that mission to those who are told.", "Tambahkan perwakilan itu ke penerima."),
    "setup_mail": ("Your own mail address, to send from.", "Alamat surel Anda sendiri, sebagai pengirim."),
    "setup_server": ("Its server, where the provider is not known here.", "Servernya, bila penyedianya tidak dikenal."),
    "setup_security": ("How it is encrypted.", "Cara enkripsinya."),
    "setup_user": ("Name to log in with, where it is not the address.", "Nama untuk masuk, bila bukan alamat surel."),
    "setup_pcommand": ("Command that prints the password.", "Perintah yang menampilkan kata sandi."),
    "setup_pfile": ("File of mode 0600 with the password.", "Berkas dengan izin 0600 yang berisi kata sandi."),
    "setup_pstdin": ("Read the password from standard input.", "Baca kata sandi dari masukan standar."),
    "setup_token": ("Command that prints an access token.", "Perintah yang menampilkan token akses."),
    "setup_channels": ("Channels in their order.", "Saluran sesuai urutannya."),
    "setup_secret_command": (
        "WAY=COMMAND that prints the token or key of that way: telegram, ntfy, webhook (mail too); may be repeated.",
        "JALUR=PERINTAH yang menampilkan token atau kunci jalur itu: telegram, ntfy, webhook (juga mail); boleh berulang.",
    ),
    "setup_secret_file": (
        "WAY=FILE of mode 0600 with it; may be repeated.",
        "JALUR=BERKAS dengan izin 0600 yang berisi token atau kuncinya; boleh berulang.",
    ),
    "setup_secret_stdin": (
        "Read that of a WAY from standard input, a line each, after that of the mail account; may be repeated.",
        "Baca milik satu JALUR dari masukan standar, sebaris tiap jalur, setelah milik akun surel; boleh berulang.",
    ),
    "setup_way": ("WAY", "JALUR"),
    "setup_keyring": (
        "Keep what is typed or read in the key ring of the system.",
        "Simpan yang diketik atau dibaca di gantungan kunci sistem.",
    ),
    "setup_ways": (
        "Other ways to set up: sendmail, ntfy, telegram, webhook, exec.",
        "Jalur lain yang disiapkan: sendmail, ntfy, telegram, webhook, exec.",
    ),
    "setup_sendmail": ("Mail program to send by, as msmtp.", "Program surat untuk mengirim, seperti msmtp."),
    "setup_exec": ("Program of your own to send by.", "Program Anda sendiri untuk mengirim."),
    "setup_sms": ("Send SMS from this telephone (Termux).", "Kirim SMS dari ponsel ini (Termux)."),
    "setup_test": ("Send a test to yourself.", "Kirim uji coba ke diri sendiri."),
    "setup_autosend": ("Go on sending after a restart.", "Lanjutkan pengiriman setelah dinyalakan ulang."),
    "setup_private": (
        "Show profile, contacts, settings and stored alerts only with a word.",
        "Tampilkan profil, kontak, setelan, dan pesan darurat tersimpan hanya dengan kata rahasia.",
    ),
    "setup_no_private": ("Take the word away.", "Hapus kata rahasia."),
    "setup_again": ("Ask again what was left out.", "Tanyakan lagi yang dilewati."),
    "help_doctor": (
        "Is everything ready? Green, amber or red, with what to do. Connects to your channels, sends nothing.",
        "Sudah siapkah semuanya? Hijau, kuning, atau merah, beserta langkahnya. Menyambung ke saluran Anda, tidak mengirim apa pun.",
    ),
    "doctor_wait": ("Seconds to wait for a position.", "Detik menunggu posisi."),
    "help_purge": (
        "Remove every trace from this device: profile, contacts, settings, passwords kept here, alerts, what was fetched.",
        "Hapus semua jejak dari perangkat ini: profil, kontak, setelan, kata sandi yang disimpan, pesan darurat, data yang diambil.",
    ),
    "purge_yes": ("Remove without asking.", "Hapus tanpa bertanya."),
    "examples_setup": (
        'safetravel setup\nsafetravel setup --name "Siti Aminah" --contact "Ibu, ibu@example.org, id" --mail siti@example.org --server mail.example.org --password-command "pass show mail"\nsafetravel setup --private',
        'safetravel setup\nsafetravel setup --name "Siti Aminah" --contact "Ibu, ibu@example.org, id" --mail siti@example.org --server mail.example.org --password-command "pass show mail"\nsafetravel setup --private',
    ),
    "examples_profile": (
        "safetravel profile\nsafetravel profile set blood_type O+\nsafetravel profile set nationality ID,MY",
        "safetravel profile\nsafetravel profile set blood_type O+\nsafetravel profile set nationality ID,MY",
    ),
    "examples_doctor": ("safetravel doctor", "safetravel doctor"),
}
