"""Words of settings."""

WORDS = {
    "automatic": ("(automatic)", "(otomatis)"),
    "language": ("Language of the answers", "Bahasa jawaban"),
    "plain": ("Always plain lines", "Selalu baris polos"),
    "location": (
        "Ask this device where it is: yes, gps (receivers only), no",
        "Tanya perangkat ini di mana posisinya: yes, gps (penerima saja), no",
    ),
    "passport": ("Passport, by country code", "Paspor, menurut kode negara"),
    "smtp_host": ("Mail server that the alert leaves by", "Server surel untuk mengirim pesan darurat"),
    "smtp_port": ("Its port; 465 or 587 by the kind of encryption", "Porta server itu; 465 atau 587 menurut jenis enkripsinya"),
    "smtp_security": (
        "How it is encrypted: tls, starttls; never without",
        "Cara enkripsinya: tls, starttls; tidak pernah tanpa enkripsi",
    ),
    "smtp_user": ("Name of the account, where it asks for one", "Nama akun, bila diminta"),
    "smtp_from": ("Your own mail address", "Alamat surel Anda sendiri"),
    "smtp_password_command": ("Command that prints the password", "Perintah yang menampilkan kata sandi"),
    "smtp_password_file": (
        "File with the password, readable by you alone",
        "Berkas berisi kata sandi, hanya bisa dibaca oleh Anda",
    ),
    "channels": (
        "Channels, by name, in their order; see: safetravel sos channels",
        "Saluran, menurut nama, sesuai urutannya; lihat: safetravel sos channels",
    ),
    "capture_video": (
        "Camera for --record-video, as ffmpeg calls it: FORMAT:INPUT, such as v4l2:/dev/video2",
        "Kamera untuk --record-video, menurut sebutan ffmpeg: FORMAT:MASUKAN, misalnya v4l2:/dev/video2",
    ),
    "capture_audio": (
        "Microphone for --record-audio and the sound of videos: FORMAT:INPUT, such as alsa:hw:1",
        "Mikrofon untuk --record-audio dan suara video: FORMAT:MASUKAN, misalnya alsa:hw:1",
    ),
    "keyring": (
        "Look for passwords and tokens in the key ring of the system too: yes, no",
        "Cari kata sandi dan token di gantungan kunci sistem juga: yes, no",
    ),
    "smtp_token_command": (
        "Command that prints an access token, where the mail provider takes no password (XOAUTH2)",
        "Perintah yang menampilkan token akses, bila penyedia surel tidak menerima kata sandi (XOAUTH2)",
    ),
    "sendmail_command": (
        "Mail program of this device: sendmail, msmtp, with its options",
        "Program surat di perangkat ini: sendmail, msmtp, beserta opsinya",
    ),
    "exec_command": (
        "Program that gets each alert as JSON, with its options",
        "Program yang menerima setiap pesan darurat sebagai JSON, beserta opsinya",
    ),
    "token_command": ("Command that prints the token", "Perintah yang menampilkan token"),
    "token_file": ("File with the token, readable by you alone", "Berkas berisi token, hanya bisa dibaca oleh Anda"),
    "telegram_url": ("Server of the Telegram bot, where it is your own", "Server bot Telegram, bila milik Anda sendiri"),
    "key_command": (
        "Command that prints the secret by which the receiver checks the sender",
        "Perintah yang menampilkan kunci rahasia untuk memeriksa pengirim di sisi penerima",
    ),
    "key_file": ("File with that secret, readable by you alone", "Berkas berisi kunci itu, hanya bisa dibaca oleh Anda"),
    "contact_ntfy": (
        "Topic of ntfy as an address; whoever knows it can read along",
        "Topik ntfy berupa alamat; siapa pun yang tahu bisa ikut membaca",
    ),
    "contact_telegram": ("Telegram: number of the chat, or @channel", "Telegram: nomor obrolan, atau @kanal"),
    "contact_webhook": ("Address that takes the alert as JSON", "Alamat yang menerima pesan darurat sebagai JSON"),
    "contact_exec": (
        "What the program of exec.command is told as the recipient",
        "Penerima yang diberitahukan kepada program di exec.command",
    ),
    "contact_name": ("Name of the contact", "Nama kontak"),
    "contact_email": ("Mail address; more of them are tried in turn", "Alamat surel; bila ada beberapa, dicoba bergiliran"),
    "contact_phone": ("Telephone with country code, +62…", "Telepon dengan kode negara, +62…"),
    "contact_language": ("Language of the contact: id, en", "Bahasa kontak: id, en"),
    "contact_kind": ("own, or mission: an embassy or consulate", "own, atau mission: kedutaan atau konsulat"),
    "second_passport": ("Second passport, by country code", "Paspor kedua, menurut kode negara"),
    "damaged": (
        "The file of settings is damaged ({path}); the defaults are in force. Setting anything anew sets it aside.",
        "Berkas setelan rusak ({path}); setelan bawaan yang berlaku. Berkas itu disisihkan saat Anda mengatur sesuatu lagi.",
    ),
    "no_such": (
        "There is no setting “{name}”.|Nothing was changed.|See: safetravel config list",
        "Tidak ada setelan “{name}”.|Tidak ada yang diubah.|Lihat: safetravel config list",
    ),
    "bad_value": (
        "{name} does not take that value.|Nothing was changed.|It takes: {taken}",
        "{name} tidak menerima nilai itu.|Tidak ada yang diubah.|Yang diterima: {taken}",
    ),
    "unreadable": (
        "{path} cannot be read as settings: {reason}.|Nothing was changed.|See: safetravel config export",
        "{path} tidak bisa dibaca sebagai setelan: {reason}.|Tidak ada yang diubah.|Lihat: safetravel config export",
    ),
    "unwritable": (
        "The settings cannot be saved ({path}: {reason}).|All else works without them.|Set SAFETRAVEL_HOME to a folder you may write to.",
        "Setelan tidak bisa disimpan ({path}: {reason}).|Semua yang lain tetap berfungsi.|Atur SAFETRAVEL_HOME ke folder yang bisa ditulis.",
    ),
}
