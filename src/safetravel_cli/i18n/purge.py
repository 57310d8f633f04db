"""Words of `purge`."""

WORDS = {
    "title": ("Remove every trace", "Hapus semua jejak"),
    "about": (
        "To be removed for good: profile, contacts, settings, passwords kept here, all alerts with their photos, also those that have"
        " not left yet ({files} files in {folder}).",
        "Akan dihapus selamanya: profil, kontak, setelan, kata sandi yang disimpan di sini, semua pesan darurat beserta fotonya, juga"
        " yang belum terkirim ({files} berkas di {folder}).",
    ),
    "ask": ("Type yes to remove all of it: ", "Ketik ya untuk menghapus semuanya: "),
    "not_done": ("Nothing was removed.", "Tidak ada yang dihapus."),
    "done": ("Removed: {files} files, {bytes} bytes, in {folder}.", "Dihapus: {files} berkas, {bytes} byte, di {folder}."),
    "left": ("Not of this program, so left there:", "Bukan milik program ini, jadi dibiarkan:"),
    "keyring": ("Taken out of the key ring: {count}.", "Dikeluarkan dari gantungan kunci: {count}."),
    "elsewhere": (
        "What you typed may stand in the history of your shell; what was sent is with those who got it. A laboratory may still find"
        " pieces on the disk.",
        "Yang pernah Anda ketik mungkin ada di riwayat shell; yang sudah terkirim ada pada penerimanya. Laboratorium mungkin masih"
        " menemukan sisa di penyimpanan.",
    ),
    "needs_yes": (
        "Removing everything needs a yes.|Nothing was removed.|safetravel purge --yes",
        "Menghapus semuanya perlu persetujuan.|Tidak ada yang dihapus.|safetravel purge --yes",
    ),
}
