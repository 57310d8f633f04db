"""Sending that goes on after a restart of the device."""

WORDS = {
    "goes_on": (
        "An alert was still waiting and nothing was sending it; sending goes on now (safetravel sos list).",
        "Masih ada pesan darurat yang menunggu dan tidak sedang dikirim; pengiriman dilanjutkan sekarang (safetravel sos list).",
    ),
    "title": ("Sending after a restart", "Pengiriman setelah perangkat dinyalakan ulang"),
    "installed": (
        "Installed. After a restart of this device, an alert that still waits goes on leaving by itself.",
        "Terpasang. Setelah perangkat ini dinyalakan ulang, pesan darurat yang masih menunggu tetap terkirim dengan sendirinya.",
    ),
    "installed_inactive": (
        "Written down, but the system does not run it. An alert that waits goes on only when you next use safetravel.",
        "Sudah ditulis, tetapi tidak dijalankan oleh sistem. Pesan yang menunggu baru dilanjutkan saat Anda memakai safetravel lagi.",
    ),
    "removed": (
        "Removed. After a restart, an alert that waits goes on only when you next use safetravel.",
        "Dihapus. Setelah perangkat dinyalakan ulang, pesan yang menunggu baru dilanjutkan saat Anda memakai safetravel lagi.",
    ),
    "nothing_removed": ("There was nothing to remove.", "Tidak ada yang perlu dihapus."),
    "hook_systemd": ("systemd timer", "Pewaktu systemd"),
    "hook_cron": ("crontab", "crontab"),
    "hook_launchd": ("LaunchAgent", "LaunchAgent"),
    "hook_schtasks": ("Scheduled task", "Tugas terjadwal"),
    "hook_termux": ("Android job", "Pekerjaan terjadwal Android"),
    "state_absent": ("not installed", "tidak terpasang"),
    "state_active": ("installed and active", "terpasang dan aktif"),
    "state_inactive": ("installed, but not active", "terpasang, tetapi tidak aktif"),
    "state_unknown": (
        "installed; whether it is active, the system does not tell",
        "terpasang; sistem tidak memberi tahu apakah aktif",
    ),
    "state_no_daemon": (
        "in the crontab, but no cron is running that would read it",
        "ada di crontab, tetapi tidak ada cron yang berjalan untuk membacanya",
    ),
    "state_old": (
        "made by another version or for another folder: install again",
        "dibuat oleh versi lain atau untuk folder lain: pasang lagi",
    ),
    "waiter": ("Waiting process", "Proses penunggu"),
    "waiter_running": (
        "running: it sends as soon as there is a connection",
        "berjalan: mengirim begitu ada sambungan",
    ),
    "waiter_other": (
        "running, from another version of safetravel",
        "berjalan, dari versi safetravel yang lain",
    ),
    "waiter_none": ("not running", "tidak berjalan"),
    "waiting": ("Still to leave", "Masih harus terkirim"),
    "fault": ("Last fault of the waiting process", "Galat terakhir proses penunggu"),
    "none_there": (
        "This device has no scheduler that safetravel can use. An alert still leaves by itself as long as the device stays on; after a restart, run any safetravel command, for example: safetravel sos list",
        "Perangkat ini tidak punya penjadwal yang bisa dipakai safetravel. Pesan tetap terkirim dengan sendirinya selama perangkat menyala; setelah dinyalakan ulang, jalankan perintah safetravel apa saja, misalnya: safetravel sos list",
    ),
    "no_linger": (
        "It runs from the moment you log in, not before. To have it run without log-in: loginctl enable-linger",
        "Ini berjalan sejak Anda masuk (log in), bukan sebelumnya. Agar berjalan tanpa masuk: loginctl enable-linger",
    ),
    "boot_app": (
        "The script for the start of the telephone only runs where the app Termux:Boot is installed and was opened once.",
        "Skrip saat telepon dinyalakan hanya berjalan bila aplikasi Termux:Boot terpasang dan pernah dibuka sekali.",
    ),
    "secret_smtp_password": ("the password of the mail account", "kata sandi akun surel"),
    "secret_telegram_token": ("the token of the Telegram bot", "token bot Telegram"),
    "secret_ntfy_token": ("the token of ntfy", "token ntfy"),
    "secret_webhook_key": ("the key of the web address", "kunci alamat web"),
    "lost": (
        "In the variable {variable} alone: {what}. It is gone after a restart, and nothing leaves this way then. Set {command} or {file}, for example: safetravel config set {command} ...",
        "Hanya ada di variabel {variable}: {what}. Variabel itu hilang setelah perangkat dinyalakan ulang, dan tidak ada yang terkirim lewat jalur ini. Isi {command} atau {file}, misalnya: safetravel config set {command} ...",
    ),
    "locked": (
        "In the key ring alone: {names}. It may be locked until you log in; what waits goes this way only then. A file of mode 0600 needs nobody.",
        "Hanya ada di gantungan kunci sistem: {names}. Gantungan kunci bisa terkunci sampai Anda masuk; baru setelah itu pesan terkirim lewat jalur ini. Berkas berizin 0600 tidak menunggu siapa pun.",
    ),
    "android": (
        "Android may end programs in the background at any time. In danger, call, or send the SMS by hand.",
        "Android dapat menghentikan program di latar belakang kapan saja. Dalam bahaya, telepon, atau kirim SMS sendiri.",
    ),
    "no_such": (
        "`{action}` is nothing that can be done here.|Nothing was changed.|One of: {taken}",
        "`{action}` tidak bisa dilakukan di sini.|Tidak ada yang diubah.|Pilih salah satu: {taken}",
    ),
    "no_scheduler": (
        "This device has no scheduler that safetravel can use (systemd of your own account, cron, launchd, Windows tasks, Termux:API).|Nothing was installed. An alert still leaves by itself as long as the device stays on.|After a restart, run any safetravel command, for example: safetravel sos list",
        "Perangkat ini tidak punya penjadwal yang bisa dipakai safetravel (systemd akun Anda, cron, launchd, tugas Windows, Termux:API).|Tidak ada yang dipasang. Pesan darurat tetap terkirim dengan sendirinya selama perangkat menyala.|Setelah dinyalakan ulang, jalankan perintah safetravel apa saja, misalnya: safetravel sos list",
    ),
    "refused": (
        "The scheduler of this device refused: {reason}|An alert that waits does not go on by itself after a restart.|After a restart, run any safetravel command, for example: safetravel sos list",
        "Penjadwal perangkat ini menolak: {reason}|Pesan yang menunggu tidak dilanjutkan dengan sendirinya setelah perangkat dinyalakan ulang.|Setelah dinyalakan ulang, jalankan perintah safetravel apa saja, misalnya: safetravel sos list",
    ),
}
