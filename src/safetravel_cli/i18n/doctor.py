"""Words of `doctor`: what was found, and after | what to do."""

WORDS = {
    "looking": (
        "Looking at everything; this takes up to a minute. Nothing is sent …",
        "Memeriksa semuanya; paling lama semenit. Tidak ada yang dikirim …",
    ),
    "title": ("Is everything ready?", "Sudah siapkah semuanya?"),
    "sum_green": ("GREEN: all {green} checks are good.", "HIJAU: semua {green} pemeriksaan baik."),
    "sum_amber": (
        "AMBER: an alert would leave; {amber} things could be better.",
        "KUNING: pesan darurat akan terkirim; {amber} hal bisa diperbaiki.",
    ),
    "sum_amber_unproved": (
        "AMBER: no way of sending was seen to work just now; {amber} things could be better.",
        "KUNING: belum ada jalur yang terlihat berfungsi saat ini; {amber} hal bisa diperbaiki.",
    ),
    "sum_red": (
        "RED: {red} things must be put right first, {amber} could be better.",
        "MERAH: {red} hal harus dibereskan dahulu, {amber} bisa diperbaiki.",
    ),
    "level_red": ("Put right first", "Bereskan dahulu"),
    "level_amber": ("Could be better", "Bisa diperbaiki"),
    "level_green": ("Good", "Baik"),
    "word_red": ("RED", "MERAH"),
    "word_amber": ("AMBER", "KUNING"),
    "word_green": ("GREEN", "HIJAU"),
    "row": ("{level}, {check}: {message}", "{level}, {check}: {message}"),
    "todo": ("What to do: {todo}", "Yang perlu dilakukan: {todo}"),
    "sent_nothing": (
        "No message was sent. Only a drill shows the whole way: safetravel sos --drill --wait",
        "Tidak ada pesan yang dikirim. Hanya latihan yang menunjukkan seluruh jalur: safetravel sos --drill --wait",
    ),
    "check_data": ("bundled facts", "data bawaan"),
    "check_location": ("where you are", "posisi Anda"),
    "check_contacts": ("contacts", "kontak"),
    "check_channel": ("channel", "saluran"),
    "check_channels": ("channels", "saluran"),
    "check_autosend": ("after a restart", "setelah dinyalakan ulang"),
    "check_waiter": ("what waits to leave", "yang menunggu dikirim"),
    "check_disk": ("disk", "penyimpanan"),
    "check_clock": ("clock", "jam"),
    "check_passport": ("passport", "paspor"),
    "check_termux": ("Termux", "Termux"),
    "broken": (
        "this check itself failed ({reason})|safetravel data report",
        "pemeriksaan ini sendiri gagal ({reason})|safetravel data report",
    ),
    "data_good": ("of {date}, {days} days old", "per {date}, berumur {days} hari"),
    "data_old": (
        "of {date}, {days} days old|Update the program: pip install --upgrade safetravel-cli; then safetravel sync",
        "per {date}, berumur {days} hari|Perbarui program: pip install --upgrade safetravel-cli; lalu safetravel sync",
    ),
    "location_device": ("this device tells it", "perangkat ini memberi tahu"),
    "location_saved": (
        "only the place that you saved|Save anew when you move: safetravel here. On Android allow Termux:API the location.",
        "hanya tempat yang Anda simpan|Simpan lagi saat berpindah: safetravel here. Di Android izinkan lokasi untuk Termux:API.",
    ),
    "location_none": (
        "this device does not tell it|Save where you will be: safetravel here makkah",
        "perangkat ini tidak memberi tahu|Simpan tempat tujuan Anda: safetravel here makkah",
    ),
    "contacts_none": (
        "nobody would be told|safetravel setup",
        "tidak ada yang akan dikabari|safetravel setup",
    ),
    "contacts_no_own": (
        'only missions; a drill reaches nobody|Add somebody of your own: safetravel setup --contact "Ibu, ibu@example.org, id"',
        'hanya perwakilan RI; latihan tidak sampai ke siapa pun|Tambahkan orang Anda sendiri: safetravel setup --contact "Ibu, ibu@example.org, id"',
    ),
    "contacts_lost": (
        "no channel reaches {names}|See what is lacking: safetravel sos channels",
        "tidak ada saluran yang mencapai {names}|Lihat apa yang kurang: safetravel sos channels",
    ),
    "contacts_good": ("{names}", "{names}"),
    "channels_none": (
        "nothing leaves by itself; you would have to send it yourself|safetravel setup",
        "tidak ada yang terkirim sendiri; Anda harus mengirimkannya sendiri|safetravel setup",
    ),
    "channel_missing": (
        "not ready; it lacks: {missing}|safetravel setup, or safetravel sos channels",
        "belum siap; yang kurang: {missing}|safetravel setup, atau safetravel sos channels",
    ),
    "channel_absent": (
        "“{name}” is named in the setting, but not installed|safetravel config set channels",
        "“{name}” disebut di setelan, tetapi tidak terpasang|safetravel config set channels",
    ),
    "channel_offline": (
        "not tried: SAFETRAVEL_OFFLINE is set|Look again with a connection.",
        "tidak dicoba: SAFETRAVEL_OFFLINE aktif|Periksa lagi saat ada koneksi.",
    ),
    "channel_foreign": (
        "set up; it cannot be tried without sending|safetravel sos --drill",
        "sudah diatur; tidak bisa dicoba tanpa mengirim|safetravel sos --drill",
    ),
    "channel_failed_now": (
        "{reason}|It may pass: look again later. Other ways go on sending.",
        "{reason}|Ini bisa hilang sendiri: periksa lagi nanti. Jalur lain tetap mengirim.",
    ),
    "channel_failed": ("{reason}|Put it right, then look again.", "{reason}|Bereskan, lalu periksa lagi."),
    "smtp_logged_in": (
        "connected, certificate good, logged in, answers NOOP",
        "tersambung, sertifikat sah, berhasil masuk, menjawab NOOP",
    ),
    "smtp_connected": (
        "connected, certificate good, answers NOOP; it asks for no log-in",
        "tersambung, sertifikat sah, menjawab NOOP; tidak meminta login",
    ),
    "telegram_known": (
        "the token is good, the bot is {bot}, and Telegram knows the chats",
        "token sah, botnya {bot}, dan Telegram mengenal obrolannya",
    ),
    "telegram_chat": ("{name}: called “{chat}” in Telegram", "{name}: di Telegram bernama “{chat}”"),
    "telegram_lost": (
        "the token is good, but the bot {bot} cannot write to: {names}|Let them open {bot} in Telegram and press Start; then look again.",
        "token sah, tetapi bot {bot} tidak bisa menulis kepada: {names}|Minta mereka membuka {bot} di Telegram dan menekan Start; lalu periksa lagi.",
    ),
    "ntfy_healthy": (
        "{hosts} answers that it is well; whether anybody follows the topic, it does not say",
        "{hosts} menjawab bahwa keadaannya baik; apakah topiknya diikuti orang, tidak diketahui",
    ),
    "web_connected": (
        "{hosts}: connected, certificate good; nothing was asked",
        "{hosts}: tersambung, sertifikat sah; tidak ada yang diminta",
    ),
    "behind_proxy": (
        "not tried: a proxy is set|Only a drill shows it: safetravel sos --drill --wait",
        "tidak dicoba: proksi sedang dipakai|Hanya latihan yang menunjukkannya: safetravel sos --drill --wait",
    ),
    "sendmail_there": (
        "{path} is there; whether it delivers cannot be tried without sending|Only a drill shows it: safetravel sos --drill --wait",
        "{path} ada; apakah suratnya sampai tidak bisa dicoba tanpa mengirim|Hanya latihan yang menunjukkannya: safetravel sos --drill --wait",
    ),
    "msmtp_good": (
        "msmtp has its settings, and {host} answers with a good certificate; the log-in was not tried",
        "setelan msmtp ada, dan {host} menjawab dengan sertifikat sah; login tidak dicoba",
    ),
    "msmtp_offline": (
        "msmtp has its settings for {host}; not connected: SAFETRAVEL_OFFLINE is set|Look again with a connection.",
        "setelan msmtp untuk {host} ada; tidak disambungkan: SAFETRAVEL_OFFLINE aktif|Periksa lagi saat ada koneksi.",
    ),
    "msmtp_settings": (
        "msmtp cannot use its settings: {reason}|Put ~/.msmtprc right; try it: msmtp --pretend ibu@example.org",
        "msmtp tidak bisa memakai setelannya: {reason}|Perbaiki ~/.msmtprc; coba dengan: msmtp --pretend ibu@example.org",
    ),
    "msmtp_server": (
        "msmtp does not reach its server: {reason}|Look at ~/.msmtprc and the connection; try it: msmtp --serverinfo",
        "msmtp tidak mencapai servernya: {reason}|Periksa ~/.msmtprc dan koneksinya; coba dengan: msmtp --serverinfo",
    ),
    "exec_there": (
        "{path} is there and can be run; it was not run, since nobody knows what it would send|Only a drill shows it: safetravel sos --drill --wait",
        "{path} ada dan bisa dijalankan; tidak dijalankan karena tidak diketahui apa yang akan dikirimnya|Hanya latihan yang menunjukkannya: safetravel sos --drill --wait",
    ),
    "exec_interpreter": (
        "{path} cannot be run: its first line asks for {lacks}, which is not there|Install {lacks}, or put the first line right.",
        "{path} tidak bisa dijalankan: baris pertamanya meminta {lacks}, yang tidak ada|Pasang {lacks}, atau perbaiki baris pertamanya.",
    ),
    "program_late": ("it did not answer in time|Look again later.", "tidak menjawab tepat waktu|Periksa lagi nanti."),
    "program_gone": ("it cannot be run|safetravel sos channels", "tidak bisa dijalankan|safetravel sos channels"),
    "sms_allowed": ("Android allows it to read the list of SMS", "Android mengizinkan pembacaan daftar SMS"),
    "autosend_good": ("alerts go on leaving", "pengiriman berlanjut"),
    "autosend_lost": (
        "alerts go on leaving, but without what is only in the environment or the key ring: {names}|safetravel sos autosend",
        "pengiriman berlanjut, tetapi tanpa yang hanya ada di variabel lingkungan atau gantungan kunci: {names}|safetravel sos autosend",
    ),
    "autosend_locked": (
        "alerts go on leaving once the key ring is open; it has: {names}|safetravel sos autosend",
        "pengiriman berlanjut setelah gantungan kunci terbuka; di sana ada: {names}|safetravel sos autosend",
    ),
    "autosend_inactive": (
        "installed, but not at work|safetravel sos autosend install",
        "terpasang, tetapi tidak aktif|safetravel sos autosend install",
    ),
    "autosend_none": (
        "what waits goes on only with the next command|safetravel sos autosend install",
        "yang menunggu baru berlanjut pada perintah berikutnya|safetravel sos autosend install",
    ),
    "autosend_impossible": (
        "no scheduler answers here|After a restart: safetravel sos send",
        "tidak ada penjadwal di sini|Setelah dinyalakan ulang: safetravel sos send",
    ),
    "waiter_idle": ("nothing waits", "tidak ada yang menunggu"),
    "waiter_busy": (
        "{count} still to leave; it is being tried|safetravel sos list",
        "{count} belum terkirim; sedang dicoba|safetravel sos list",
    ),
    "waiter_dead": (
        "{count} still to leave, and nothing is trying|safetravel sos send --wait",
        "{count} belum terkirim, dan tidak ada yang mencoba|safetravel sos send --wait",
    ),
    "waiter_fault": (
        "the sender stopped: {reason}|safetravel sos send --wait",
        "pengirim berhenti: {reason}|safetravel sos send --wait",
    ),
    "disk_good": ("{size}\u00a0MB free", "{size}\u00a0MB kosong"),
    "disk_full": (
        "only {size}\u00a0MB free; photos may not be kept|Make room.",
        "tinggal {size}\u00a0MB; foto mungkin tidak bisa disimpan|Kosongkan ruang.",
    ),
    "disk_locked": (
        "{folder} cannot be written|Set SAFETRAVEL_HOME to a folder that can.",
        "{folder} tidak bisa ditulisi|Arahkan SAFETRAVEL_HOME ke folder yang bisa.",
    ),
    "clock_good": ("agrees with a server", "cocok dengan server"),
    "clock_fast": (
        "{minutes} minutes fast|Set it by the network: certificates and the time in an alert depend on it.",
        "lebih cepat {minutes} menit|Atur menurut jaringan: sertifikat dan waktu di pesan darurat bergantung padanya.",
    ),
    "clock_slow": (
        "{minutes} minutes slow|Set it by the network: certificates and the time in an alert depend on it.",
        "terlambat {minutes} menit|Atur menurut jaringan: sertifikat dan waktu di pesan darurat bergantung padanya.",
    ),
    "clock_offline": (
        "not compared: SAFETRAVEL_OFFLINE is set|Look again with a connection.",
        "tidak dibandingkan: SAFETRAVEL_OFFLINE aktif|Periksa lagi saat ada koneksi.",
    ),
    "clock_unknown": (
        "not compared: {reason}|Look again with a connection.",
        "tidak dibandingkan: {reason}|Periksa lagi saat ada koneksi.",
    ),
    "clock_no_date": ("the server told no time", "server tidak menyebut waktu"),
    "passport_good": ("valid until {date}", "berlaku sampai {date}"),
    "passport_soon": (
        "valid until {date}: less than six months, and many countries ask for six|Renew it before you leave.",
        "berlaku sampai {date}: kurang dari enam bulan, padahal banyak negara meminta enam|Perpanjang sebelum berangkat.",
    ),
    "passport_over": ("ended on {date}|Renew it.", "habis berlaku {date}|Perpanjang."),
    "passport_unknown": (
        "its end is not written down|safetravel profile set passport_expires 2031-04-30",
        "tanggal habisnya belum dicatat|safetravel profile set passport_expires 2031-04-30",
    ),
    "termux_good": ("the programs of Termux:API are there", "program Termux:API tersedia"),
    "termux_missing": (
        "missing: {names}|pkg install termux-api, and the app Termux:API; then allow it location and SMS.",
        "belum ada: {names}|pkg install termux-api, dan aplikasi Termux:API; lalu izinkan lokasi dan SMS.",
    ),
}
