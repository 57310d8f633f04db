"""Words of what the border asks."""

WORDS = {
    "title": ("Entry: {name}", "Syarat masuk: {name}"),
    "own": ("none: this is the country of the passport", "tidak perlu: ini negara penerbit paspor"),
    "recorded": ("Recorded", "Tercatat"),
    "old": ("{date}, may have changed since", "{date}, mungkin sudah berubah"),
    "not_a_promise": (
        "This is a list, no promise of entry: it covers a short visit, not work, study or residence, rules change, and the officer"
        " at the border decides. Ask the embassy ({name}) before you book.",
        "Ini catatan, bukan jaminan masuk: hanya untuk kunjungan singkat, bukan untuk bekerja, belajar, atau menetap. Aturan bisa"
        " berubah, dan petugas perbatasan yang memutuskan. Tanyakan ke kedutaan {name} sebelum memesan tiket.",
    ),
    "compared": ("The passports compared", "Perbandingan paspor"),
    "easiest": ("Least trouble by this list, by passport: {name}.", "Paling mudah menurut catatan ini: paspor {name}."),
    "no_easiest": (
        "By this list none is clearly easier.",
        "Menurut catatan ini tidak ada yang jelas lebih mudah.",
    ),
    "passport": ("Passport", "Paspor"),
    "validity_unknown": (
        "no rule is recorded; ask the embassy before you book",
        "belum ada aturan yang tercatat; tanyakan ke kedutaannya sebelum memesan tiket",
    ),
    "blank_pages": ("Blank pages", "Halaman kosong"),
    "health": ("Vaccinations at the border", "Vaksin di perbatasan"),
    "from_given": ("Coming from {name}.", "Datang dari {name}."),
    "from_here": (
        "Coming from {name}, where you are now; another country: --from",
        "Datang dari {name}, tempat Anda sekarang; negara lain: --from",
    ),
    "from_assumed": (
        "Coming from {name} is assumed; another country: --from",
        "Dianggap datang dari {name}; negara lain: --from",
    ),
    "health_unknown": (
        "Nothing is recorded. Ask the embassy and a travel clinic.",
        "Belum ada catatan. Tanyakan ke kedutaan dan klinik perjalanan.",
    ),
    "fever_needed": ("certificate needed.", "sertifikat wajib."),
    "fever_maybe": (
        "ask: {name} has a low risk of yellow fever, and borders differ on it.",
        "tanyakan: risiko demam kuning di {name} rendah, dan tiap negara berbeda sikap.",
    ),
    "fever_not_needed": (
        "no certificate is asked of who comes straight from {name}.",
        "sertifikat tidak diminta bila datang langsung dari {name}.",
    ),
    "fever_unknown": ("no rule is recorded; ask.", "belum ada aturan yang tercatat; tanyakan."),
    "fever_elsewhere": (
        "It is needed if you were in a country with yellow fever shortly before.",
        "Sertifikat wajib bila Anda belum lama berada di negara berisiko demam kuning.",
    ),
    "fever_elsewhere_transit": (
        "It is needed if you were in, or changed planes in, a country with yellow fever shortly before.",
        "Sertifikat wajib bila Anda belum lama berada atau transit di negara berisiko demam kuning.",
    ),
    "home_asks": (
        "On the way home Indonesia asks for a yellow fever certificate of who comes from {name}: be vaccinated before you leave.",
        "Saat pulang, Indonesia meminta sertifikat demam kuning dari yang datang dari {name}: vaksin dahulu sebelum berangkat.",
    ),
    "polio_from": (
        "The virus is circulating in {name}: ask whether proof of vaccination is wanted.",
        "Virus sedang beredar di {name}: tanyakan apakah bukti vaksin diminta.",
    ),
    "no_rule": ("nothing is recorded", "belum ada catatan"),
    "cash": ("Cash (as told to US citizens)", "Uang tunai (menurut panduan bagi warga AS)"),
    "cash_in": ("Entering", "Saat masuk"),
    "cash_out": ("Leaving", "Saat keluar"),
    "cash_declare": ("declare from {amount}", "wajib lapor mulai {amount}"),
    "cash_stated": (
        "{amount} is named as the limit; ask whether more must be declared or is forbidden",
        "disebut batasnya {amount}; tanyakan apakah lebihnya wajib dilaporkan atau dilarang",
    ),
}
