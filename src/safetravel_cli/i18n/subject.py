"""Words on which country a look-up is about."""

WORDS = {
    "read_as": ("Understood as {name}.", "Dipahami sebagai {name}."),
    "by_saved_place": (
        "{name}: the country of the place you saved ({hint}).",
        "{name}: negara dari tempat yang Anda simpan ({hint}).",
    ),
    "by_time_zone": (
        "{name}: taken from the time zone of this device ({hint}); name the country if that is wrong.",
        "{name}: diambil dari zona waktu perangkat ini ({hint}); sebutkan negaranya bila keliru.",
    ),
    "by_device": ("{name}: where this device is. {fix}", "{name}: tempat perangkat ini berada. {fix}"),
    "unknown": (
        "It is not known where you are.|Nothing was looked up.|Name the country: safetravel {command} japan. Or save where you"
        " are: safetravel here tokyo",
        "Tempat Anda tidak diketahui.|Tidak ada yang dicari.|Sebutkan negaranya: safetravel {command} jepang. Atau simpan tempat"
        " Anda: safetravel here tokyo",
    ),
    "several": (
        "The time zone of this device ({hint}) is used in several countries.|Nothing was chosen for you.|Name the country, for"
        " example safetravel {command} japan:",
        "Zona waktu perangkat ini ({hint}) dipakai di beberapa negara.|Tidak ada yang dipilihkan untuk Anda.|Sebutkan negaranya,"
        " misalnya safetravel {command} jepang:",
    ),
    "no_topic": (
        "There is no topic “{name}”.|Nothing was looked up.|Leave --topic out to see all, or look for the word: safetravel search {name}",
        "Tidak ada topik “{name}”.|Tidak ada yang dicari.|Tanpa --topic semuanya tampil. Atau cari katanya: safetravel search {name}",
    ),
    "bad_month": (
        "“{text}” is not a month.|Nothing was looked up.|Give a number from 1 to 12 or a name such as August.",
        "“{text}” bukan nama bulan.|Tidak ada yang dicari.|Tulis angka 1 sampai 12 atau nama seperti Agustus.",
    ),
}
