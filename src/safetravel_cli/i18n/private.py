"""Words of the word before what is private."""

WORDS = {
    "ask": ("Your word (it is not shown):", "Kata rahasia Anda (tidak ditampilkan):"),
    "new": (
        "A new word of at least 4 characters (it is not shown):",
        "Kata rahasia baru, minimal 4 karakter (tidak ditampilkan):",
    ),
    "again": ("Once more:", "Sekali lagi:"),
    "needed": (
        "This is private on this device.|Nothing is shown without the word.|Ask again on a terminal, or give SAFETRAVEL_WORD. An alert needs no word: safetravel sos",
        "Ini bersifat pribadi di perangkat ini.|Tanpa kata rahasia tidak ada yang ditampilkan.|Ulangi di terminal, atau isi SAFETRAVEL_WORD. Pesan darurat tidak perlu kata rahasia: safetravel sos",
    ),
    "wrong": (
        "That is not the word.|Nothing is shown.|Try again. If it is forgotten: safetravel purge removes everything.",
        "Kata rahasianya salah.|Tidak ada yang ditampilkan.|Coba lagi. Bila lupa: safetravel purge menghapus semuanya.",
    ),
    "short": (
        "A word has at least {count} characters.|Nothing was changed.|Choose a longer one.",
        "Kata rahasia minimal {count} karakter.|Tidak ada yang diubah.|Pilih yang lebih panjang.",
    ),
    "differ": (
        "The two words differ.|Nothing was changed.|Type the same word twice.",
        "Kedua kata berbeda.|Tidak ada yang diubah.|Ketik kata yang sama dua kali.",
    ),
}
