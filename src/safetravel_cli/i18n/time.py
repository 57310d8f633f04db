"""Words of the clocks."""

WORDS = {
    "title": ("Time: {place}", "Waktu: {place}"),
    "zone": ("Time zone", "Zona waktu"),
    "against": ("Against Indonesia", "Dibanding Indonesia"),
    "same": ("same as {zone}", "sama dengan {zone}"),
    "ahead": ("{time} ahead of {zone}", "{time} lebih cepat dari {zone}"),
    "behind": ("{time} behind {zone}", "{time} lebih lambat dari {zone}"),
    "no_change": ("none within a year", "tidak ada dalam setahun ini"),
    "forward": ("{when}: {size} forward; then {after}", "{when}: maju {size}; sesudahnya {after}"),
    "back": ("{when}: {size} back; then {after}", "{when}: mundur {size}; sesudahnya {after}"),
    "call_home": ("Calling home", "Menelepon ke rumah"),
    "call_home_wib": ("Call home (WIB)", "Telepon ke rumah (WIB)"),
    "now_good": ("Now is a good time to call ({zones}).", "Sekarang waktu yang baik untuk menelepon ({zones})."),
    "now_bad": (
        "Now most people at home sleep, or it is night where you are; in need, call all the same.",
        "Sekarang orang di rumah mungkin tidur, atau di tempat Anda sudah malam; bila mendesak, teleponlah saja.",
    ),
    "window": (
        "{start} to {end} there is {home_start} to {home_end} {zone}",
        "{start} sampai {end} di sana = {home_start} sampai {home_end} {zone}",
    ),
    "assumed": (
        "Hours for calling are an assumption: {home_start} to {home_end} at home, {start} to {end} where you are.",
        "Jam menelepon adalah perkiraan: pukul {home_start} sampai {home_end} di rumah, {start} sampai {end} di tempat Anda.",
    ),
    "where": ("Where", "Di mana"),
    "several": (
        "{count} different clocks: name a city for its own",
        "{count} jam yang berbeda: sebutkan kota untuk jam kota itu",
    ),
    "elsewhere": ("Elsewhere in the country", "Di bagian lain negara ini"),
    "home": ("Now in Indonesia", "Sekarang di Indonesia"),
}
