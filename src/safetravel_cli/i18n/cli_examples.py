"""Examples in the help, a line each: a part of `cli`."""

WORDS = {
    "examples_where": ("safetravel where\nsafetravel where --wait 30", "safetravel where\nsafetravel where --wait 30"),
    "examples_prayer": (
        "safetravel prayer makkah\nsafetravel prayer london --date 2027-06-21\nsafetravel prayer kuala lumpur --month --method jakim",
        "safetravel prayer makkah\nsafetravel prayer london --date 2027-06-21\nsafetravel prayer kuala lumpur --month --method jakim",
    ),
    "examples_guide": (
        "safetravel guide\nsafetravel guide lost passport\nsafetravel guide before you go --done 1 --done 2",
        "safetravel guide\nsafetravel guide paspor hilang\nsafetravel guide sebelum berangkat --done 1 --done 2",
    ),
    "examples_card": (
        'safetravel card police --country japan\nsafetravel card taxi thailand --hotel "Baan Siam"\nsafetravel card halal --in korean --html card.html\nsafetravel card pocket --pdf card.pdf',
        'safetravel card polisi --country jepang\nsafetravel card taksi thailand --hotel "Baan Siam"\nsafetravel card halal --in korea --html kartu.html\nsafetravel card pocket --pdf kartu.pdf',
    ),
    "examples_trip": (
        "safetravel trip umrah.toml --html umrah.html\nsafetravel trip calendar.ics\nsafetravel trip check umrah.toml",
        "safetravel trip umrah.toml --html umrah.html\nsafetravel trip kalender.ics\nsafetravel trip check umrah.toml",
    ),
    "examples_search": (
        "safetravel search drone\nsafetravel search vape singapore",
        "safetravel search drone\nsafetravel search rokok elektrik singapura",
    ),
    "examples_time": (
        "safetravel time japan\nsafetravel time los angeles",
        "safetravel time jepang\nsafetravel time los angeles",
    ),
    "examples_holidays": (
        "safetravel holidays malaysia\nsafetravel holidays SA --year 2027",
        "safetravel holidays malaysia\nsafetravel holidays arab saudi --year 2027",
    ),
    "examples_root": (
        "safetravel country japan\nsafetravel embassy --near\nsafetravel sos --photo img.jpg\nsafetravel sync",
        "safetravel country jepang\nsafetravel embassy --near\nsafetravel sos --photo img.jpg\nsafetravel sync",
    ),
    "examples_country": (
        "safetravel country hong kong\nsafetravel country SA --section call,danger",
        "safetravel country hong kong\nsafetravel country arab saudi --section call,danger",
    ),
    "examples_embassy": (
        "safetravel embassy japan\nsafetravel embassy --near kowloon\nsafetravel embassy --near -33.87,151.21 --map",
        "safetravel embassy jepang\nsafetravel embassy --near kowloon\nsafetravel embassy --near -33.87,151.21 --map",
    ),
    "examples_law": (
        "safetravel law saudi arabia\nsafetravel law singapore --topic drugs",
        "safetravel law arab saudi\nsafetravel law singapura --topic narkoba",
    ),
    "examples_safety": (
        "safetravel safety philippines --month august\nsafetravel safety thailand --topic scams",
        "safetravel safety filipina --month agustus\nsafetravel safety thailand --topic penipuan",
    ),
    "examples_visa": (
        "safetravel visa japan\nsafetravel visa brazil --from kenya\nsafetravel visa japan --passport ID,MY",
        "safetravel visa jepang\nsafetravel visa brasil --from kenya\nsafetravel visa jepang --passport ID,MY",
    ),
    "examples_currency": (
        "safetravel currency japan --table\nsafetravel currency MYR --chart",
        "safetravel currency jepang --table\nsafetravel currency ringgit --chart",
    ),
    "examples_convert": (
        "safetravel convert 15000 JPY\nsafetravel convert 1.5 million idr to yen\nsafetravel convert 20 usd thb",
        "safetravel convert 15000 JPY\nsafetravel convert 1,5 juta idr ke yen\nsafetravel convert 20 usd thb",
    ),
    "examples_food": ("safetravel food south korea", "safetravel food korea selatan"),
    "examples_compare": (
        "safetravel compare japan south korea\nsafetravel compare SG MY TH",
        "safetravel compare jepang korea selatan\nsafetravel compare SG MY TH",
    ),
    "examples_worship": (
        "safetravel worship --near\nsafetravel worship --near kowloon --religion islam\nsafetravel worship japan --religion katolik",
        "safetravel worship --near\nsafetravel worship --near kowloon --religion islam\nsafetravel worship jepang --religion katolik",
    ),
    "examples_hospitals": (
        "safetravel hospitals --near\nsafetravel hospitals --near -33.87,151.21 --emergency",
        "safetravel hospitals --near\nsafetravel hospitals --near -33.87,151.21 --emergency",
    ),
    "examples_sos": (
        'safetravel sos --photo img.jpg\nsafetravel sos --message "Lost in Mina, gate 3" --at mina --kind lost\nsafetravel sos --drill --message "Only a test"',
        'safetravel sos --photo img.jpg\nsafetravel sos --message "Tersesat di Mina, gerbang 3" --at mina --kind lost\nsafetravel sos --drill --message "Hanya latihan"',
    ),
    "examples_changes": (
        "safetravel changes\nsafetravel changes japan --since 2026-11-01",
        "safetravel changes\nsafetravel changes jepang --since 2026-11-01",
    ),
    "examples_alerts": (
        "safetravel alerts japan\nsafetravel alerts manila --radius 300",
        "safetravel alerts jepang\nsafetravel alerts manila --radius 300",
    ),
    "examples_sync": (
        "safetravel sync\nsafetravel sync --only ecb\nsafetravel sync --check\nsafetravel sync --from /media/stick/answers",
        "safetravel sync\nsafetravel sync --only ecb\nsafetravel sync --check\nsafetravel sync --from /media/stick/jawaban",
    ),
}
