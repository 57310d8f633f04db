"""Words on the place that a look-up is about."""

WORDS = {
    "in_country": ("{place}, {country}", "{place}, {country}"),
    "read_as": ("Understood as {name}.", "Dipahami sebagai {name}."),
    "by_saved_place": (
        "For the place you saved: {hint}. Another one: safetravel {command} japan",
        "Untuk tempat yang Anda simpan: {hint}. Tempat lain: safetravel {command} jepang",
    ),
    "by_time_zone": (
        "Country taken from the time zone of this device ({hint}). If that is wrong, name it: safetravel {command} japan",
        "Negara diambil dari zona waktu perangkat ini ({hint}). Bila keliru, sebutkan: safetravel {command} jepang",
    ),
}
