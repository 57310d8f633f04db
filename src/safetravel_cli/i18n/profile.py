"""Words of the profile. None of them repeats what the person typed."""

WORDS = {
    "title": ("About you", "Tentang Anda"),
    "name": ("Name", "Nama"),
    "nationality": ("Nationality, one or two", "Kewarganegaraan, satu atau dua"),
    "born": ("Born", "Tanggal lahir"),
    "passport_last4": ("Passport, last four characters", "Paspor, empat karakter terakhir"),
    "passport_expires": ("Passport valid until", "Paspor berlaku sampai"),
    "phone": ("Your telephone", "Telepon Anda"),
    "next_of_kin": ("Next of kin", "Keluarga terdekat"),
    "next_of_kin_phone": ("Their telephone", "Telepon keluarga"),
    "blood_type": ("Blood type", "Golongan darah"),
    "allergies": ("Allergies", "Alergi"),
    "medicines": ("Medicines", "Obat-obatan"),
    "languages": ("Languages", "Bahasa"),
    "insurer": ("Insurer and policy", "Asuransi dan nomor polis"),
    "employer": ("Employer or group leader", "Majikan atau ketua rombongan"),
    "hotel": ("Hotel", "Hotel"),
    "kloter": ("Group of pilgrims (kloter)", "Kloter"),
    "blank": ("not written down", "belum diisi"),
    "done_set": ("Written down.", "Dicatat."),
    "done_unset": ("Forgotten.", "Dihapus."),
    "where": (
        "It stays on this device until you send an alert: that carries all but the date of birth and the end of the passport. The"
        " card of your own (safetravel card pocket) shows all of it.",
        "Semua tetap di perangkat ini sampai Anda mengirim pesan darurat: pesan itu memuat semuanya, kecuali tanggal lahir dan masa"
        " berlaku paspor. Kartu saku Anda (safetravel card pocket) menampilkan semuanya.",
    ),
    "how": (
        "To change: safetravel profile set phone +62..., safetravel profile unset phone",
        "Untuk mengubah: safetravel profile set phone +62..., safetravel profile unset phone",
    ),
    "no_such": (
        "There is no entry “{name}”.|Nothing was changed.|See: safetravel profile",
        "Tidak ada isian “{name}”.|Tidak ada yang diubah.|Lihat: safetravel profile",
    ),
    "bad_line": (
        "{name} takes one line of at most 200 characters.|Nothing was changed.|Shorten it.",
        "{name} berisi satu baris, paling banyak 200 karakter.|Tidak ada yang diubah.|Persingkat isinya.",
    ),
    "bad_phone": (
        "That is no international telephone number.|Nothing was changed.|Begin with + and the country code: 0812… in Indonesia is +62812…",
        "Itu bukan nomor telepon internasional.|Tidak ada yang diubah.|Mulai dengan + dan kode negara: 0812… di Indonesia menjadi +62812…",
    ),
    "bad_date": (
        "{name} is a date that exists: year-month-day.|Nothing was changed.|For example 2031-04-30",
        "{name} harus tanggal yang ada: tahun-bulan-hari.|Tidak ada yang diubah.|Misalnya 2031-04-30",
    ),
    "bad_last4": (
        "Only the last four characters of the passport number are kept.|Nothing was changed.|Give exactly four letters or digits.",
        "Hanya empat karakter terakhir nomor paspor yang disimpan.|Tidak ada yang diubah.|Isi tepat empat huruf atau angka.",
    ),
    "bad_choices": (
        "{name} is one of: {taken}.|Nothing was changed.|Leave it out where it is not known.",
        "{name} adalah salah satu dari: {taken}.|Tidak ada yang diubah.|Kosongkan bila tidak diketahui.",
    ),
    "bad_nationality": (
        "Give one country, or two.|Nothing was changed.|For example: safetravel profile set nationality ID,MY",
        "Sebutkan satu negara, atau dua.|Tidak ada yang diubah.|Misalnya: safetravel profile set nationality ID,MY",
    ),
}
