"""Words of emergency numbers."""

WORDS = {
    "title": ("Emergency: {name}", "Darurat: {name}"),
    "title_unknown": ("Emergency", "Darurat"),
    "where_unknown": (
        "It is not known where you are. Name the country: safetravel emergency japan. 112 works on most mobile networks in the world.",
        "Tempat Anda tidak diketahui. Sebutkan negaranya: safetravel emergency jepang. 112 berfungsi di sebagian besar jaringan seluler di dunia.",
    ),
    "by_saved_place": ("Country of the place you saved.", "Negara dari tempat yang Anda simpan."),
    "by_time_zone": (
        "Country taken from the time zone of this device; name it if that is wrong.",
        "Negara diambil dari zona waktu perangkat ini; sebutkan negaranya bila keliru.",
    ),
    "read_as": ("Understood as {name}.", "Dipahami sebagai {name}."),
    "local": ("Local numbers", "Nomor setempat"),
    "mission": ("Indonesian mission", "Perwakilan RI"),
    "central": ("Ministry of Foreign Affairs of Indonesia", "Kementerian Luar Negeri RI"),
    "none": (
        "No local number is known. Ask people nearby, and call the Indonesian mission.",
        "Nomor setempat tidak diketahui. Minta bantuan orang sekitar dan hubungi perwakilan RI.",
    ),
    "general": ("Emergency", "Darurat"),
    "police": ("Police", "Polisi"),
    "ambulance": ("Ambulance", "Ambulans"),
    "fire": ("Fire brigade", "Pemadam kebakaran"),
    "coast_guard": ("Sea rescue", "Penyelamat laut"),
    "tourist_police": ("Tourist help", "Bantuan wisatawan"),
    "women_child_or_trafficking": ("Women, children, trafficking", "Perempuan, anak, perdagangan orang"),
    "or": ("or {numbers}", "atau {numbers}"),
    "conflict": ("sources disagree", "sumber berbeda"),
    "one_source": ("one source", "satu sumber"),
    "hotline": ("Hotline", "Hotline"),
    "telephone": ("Telephone", "Telepon"),
    "office": ("Office telephone", "Telepon kantor"),
    "extension": ("extension {number}", "ekstensi {number}"),
    "hotline_old": ("seen in {date}, may have changed", "tercatat {date}, mungkin sudah berubah"),
    "unverified": ("unverified", "belum terverifikasi"),
    "name": ("Name", "Nama"),
    "hotline_none": (
        "No hotline of {names} is known: call the telephone, then the ministry.",
        "Hotline {names} tidak diketahui: hubungi telepon kantor, lalu Kemlu.",
    ),
    "no_mission": ("No Indonesian mission is known for this country.", "Tidak diketahui perwakilan RI untuk negara ini."),
    "in_indonesia": (
        "In Indonesia there is no mission of your own to call; use the local numbers.",
        "Di Indonesia tidak ada perwakilan RI; gunakan nomor setempat.",
    ),
}
