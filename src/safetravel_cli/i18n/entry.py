"""Words of entry rules."""

WORDS = {
    "visa": ("Visa for passport {passport}", "Visa untuk paspor {passport}"),
    "requirement_visa_free": ("none needed", "bebas visa"),
    "requirement_visa_required": ("needed before travel", "wajib diurus sebelum berangkat"),
    "requirement_visa_on_arrival": ("on arrival", "saat kedatangan"),
    "requirement_e_visa": ("electronic, before travel", "visa elektronik, sebelum berangkat"),
    "requirement_eta": ("electronic permit or registration, before travel", "izin atau pendaftaran elektronik, sebelum berangkat"),
    "requirement_no_admission": ("no admission", "tidak diizinkan masuk"),
    "short_visa_free": ("free", "bebas"),
    "short_visa_required": ("visa", "visa"),
    "short_visa_on_arrival": ("on arrival", "VoA"),
    "short_e_visa": ("e-visa", "e-visa"),
    "short_eta": ("ETA", "ETA"),
    "short_no_admission": ("no", "ditolak"),
    "days": ("up to {days}\u00a0days", "sampai {days}\u00a0hari"),
    "no_visa_facts": ("unknown here; ask the embassy of that country", "belum tercatat; tanyakan ke kedutaan negara itu"),
    "not_a_promise": (
        "A rule is no promise of entry: ask the embassy of that country before you travel.",
        "Aturan ini bukan jaminan masuk: pastikan ke kedutaan negara itu sebelum berangkat.",
    ),
    "passport": ("Passport (as told to US citizens)", "Paspor (menurut panduan bagi warga AS)"),
    "yellow_fever_entry": ("Yellow fever", "Demam kuning"),
    "malaria": ("Malaria", "Malaria"),
    "polio": ("Polio", "Polio"),
    "meningitis": ("Meningitis", "Meningitis"),
    "note": ("Note", "Catatan"),
}
