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
