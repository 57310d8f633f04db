"""Words of media: what is recorded, why nothing was and what to do instead, what leaves first, what goes as it is."""

WORDS = {
    "running": (
        "RECORDING NOW: {what}. Ctrl-C ends the recording and keeps what there is; the alert goes on.",
        "SEDANG MEREKAM: {what}. Ctrl-C menghentikan rekaman dan menyimpan yang sudah terekam; pesan darurat tetap berjalan.",
    ),
    "for_video": ("video for {seconds} seconds", "video selama {seconds} detik"),
    "for_audio": ("sound for {seconds} seconds", "suara selama {seconds} detik"),
    "then": ("{first}, then {second}", "{first}, lalu {second}"),
    "no_video": ("No video was recorded. {problem}", "Video tidak terekam. {problem}"),
    "no_audio": ("No sound was recorded. {problem}", "Suara tidak terekam. {problem}"),
    "as_is": (
        "Your own contacts get {name} as it is: what the camera wrote into it (place, time, device) may still be there.",
        "Kontak Anda sendiri menerima {name} apa adanya: data yang ditulis kamera (tempat, waktu, perangkat) mungkin masih ada di dalamnya.",
    ),
    "small": (
        "A small picture of it ({bytes} bytes) leaves first.",
        "Gambar kecilnya ({bytes} byte) berangkat lebih dahulu.",
    ),
    "too_long": (
        "{option} takes at most {seconds} seconds; so long it records.",
        "{option} menerima paling lama {seconds} detik; rekaman dibuat selama itu.",
    ),
    "too_short": (
        "{option} takes 1 to {seconds} seconds; nothing is recorded.",
        "{option} menerima 1 sampai {seconds} detik; tidak ada yang direkam.",
    ),
    # Why there is none. The text is stored and leaves all the same.
    "no_ffmpeg": (
        "The program ffmpeg is not on this device. The alert goes on without it. Record with another program, then: safetravel sos --{kind} FILE",
        "Program ffmpeg tidak ada di perangkat ini. Pesan darurat tetap berjalan. Rekamlah dengan program lain, lalu: safetravel sos --{kind} BERKAS",
    ),
    "no_input": (
        "It is not known which device to record from. Name it: safetravel config set capture.{kind}_input FORMAT:INPUT. Or record with another program, then: safetravel sos --{kind} FILE",
        "Tidak diketahui perangkat mana yang dipakai merekam. Sebutkan: safetravel config set capture.{kind}_input FORMAT:MASUKAN. Atau rekamlah dengan program lain, lalu: safetravel sos --{kind} BERKAS",
    ),
    "no_device": (
        "No camera or microphone was found ({said}). Plug one in, or name it: safetravel config set capture.{kind}_input FORMAT:INPUT",
        "Kamera atau mikrofon tidak ditemukan ({said}). Sambungkan, atau sebutkan: safetravel config set capture.{kind}_input FORMAT:MASUKAN",
    ),
    "denied": (
        "This user may not use the camera or the microphone ({said}). Allow it in the settings of the system, or record with another program, then: safetravel sos --{kind} FILE",
        "Pengguna ini tidak boleh memakai kamera atau mikrofon ({said}). Izinkan di pengaturan sistem, atau rekamlah dengan program lain, lalu: safetravel sos --{kind} BERKAS",
    ),
    "busy": (
        "Another program is using the camera or the microphone. Close it and try again: safetravel sos --record-{kind} 30",
        "Kamera atau mikrofon sedang dipakai program lain. Tutup program itu, lalu coba lagi: safetravel sos --record-{kind} 30",
    ),
    "disk_full": ("The disk is full.", "Penyimpanan perangkat penuh."),
    "hangs": (
        "The device gave nothing in time, and the recording was ended. Record with another program, then: safetravel sos --{kind} FILE",
        "Perangkat tidak memberi apa pun tepat waktu, jadi perekaman dihentikan. Rekamlah dengan program lain, lalu: safetravel sos --{kind} BERKAS",
    ),
    "nothing": (
        "The recording is empty. Record with another program, then: safetravel sos --{kind} FILE",
        "Hasil rekamannya kosong. Rekamlah dengan program lain, lalu: safetravel sos --{kind} BERKAS",
    ),
    "stopped": ("It was stopped before anything was recorded.", "Perekaman dihentikan sebelum ada yang terekam."),
    "failed": (
        "The recording failed ({said}). Record with another program, then: safetravel sos --{kind} FILE",
        "Perekaman gagal ({said}). Rekamlah dengan program lain, lalu: safetravel sos --{kind} BERKAS",
    ),
    "termux_video": (
        "Termux:API cannot record video. Record with the camera app, then: safetravel sos --video FILE",
        "Termux:API tidak bisa merekam video. Rekamlah dengan aplikasi kamera, lalu: safetravel sos --video BERKAS",
    ),
    "termux_audio": (
        "The program termux-microphone-record is not there. Install it (pkg install termux-api) with the app Termux:API, or record with another app, then: safetravel sos --audio FILE",
        "Program termux-microphone-record tidak ada. Pasanglah (pkg install termux-api) beserta aplikasi Termux:API, atau rekamlah dengan aplikasi lain, lalu: safetravel sos --audio BERKAS",
    ),
    "termux_denied": (
        "Android does not let Termux use the microphone; allow it: Settings, Apps, Termux:API, Permissions, Microphone. Then: safetravel sos --record-audio 30",
        "Android tidak mengizinkan Termux memakai mikrofon; izinkan: Setelan, Aplikasi, Termux:API, Izin, Mikrofon. Lalu: safetravel sos --record-audio 30",
    ),
}
