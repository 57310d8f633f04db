"""Words of `alerts`."""

WORDS = {
    "title": ("Disasters", "Bencana"),
    "title_in": ("Disasters: {place}", "Bencana: {place}"),
    "title_near": (
        "Disasters within {km}\u00a0km of {place}, and in that country",
        "Bencana dalam {km}\u00a0km dari {place}, dan di negara itu",
    ),
    "never": (
        "No list of disasters has been fetched on this device, so nothing is known. With a connection: safetravel sync --only gdacs",
        "Daftar bencana belum pernah diambil di perangkat ini, jadi belum ada yang diketahui. Saat ada koneksi: safetravel sync --only gdacs",
    ),
    "stale": (
        "The list is of {date}, {days} days old: what happened since is not in it. With a connection: safetravel sync --only gdacs",
        "Daftar ini dari {date}, sudah {days} hari: yang terjadi sesudahnya belum termuat. Saat ada koneksi: safetravel sync --only gdacs",
    ),
    "clock": (
        "The list is of {date}, which lies ahead by the clock of this device: check the clock.",
        "Daftar ini dari {date}, padahal menurut jam perangkat ini tanggal itu belum tiba: periksa jamnya.",
    ),
    "none": (
        "No disaster of the last {days} days is listed here. That does not mean safe.",
        "Tidak ada bencana dalam {days} hari terakhir yang tercatat di sini. Bukan berarti aman.",
    ),
    "over": ("Near, outside {country}", "Dekat, di luar {country}"),
    "over_within": ("Within {km}\u00a0km of the border of {country}", "Dalam {km}\u00a0km dari perbatasan {country}"),
    "in_about": ("in {country}, about {km}\u00a0km from the border", "di {country}, kira-kira {km}\u00a0km dari perbatasan"),
    "in_close": ("in {country}, at the border", "di {country}, tepat di dekat perbatasan"),
    "at_sea_about": (
        "at sea, about {km}\u00a0km from the territorial sea",
        "di laut, kira-kira {km}\u00a0km dari laut teritorial",
    ),
    "at_sea_close": ("at sea, close to the territorial sea", "di laut, dekat batas laut teritorial"),
    "note": (
        "Each point stands for an area: a flood or a storm reaches much farther. Follow the local authorities.",
        "Setiap titik mewakili suatu daerah: banjir atau badai menjangkau jauh lebih luas. Ikuti petugas setempat.",
    ),
    "call": ("Whom to call: safetravel emergency {country}", "Siapa yang dihubungi: safetravel emergency {country}"),
    "counted": (
        "In the whole world: {recent} in the {days} days before {date}.",
        "Di seluruh dunia: {recent} dalam {days} hari sebelum {date}.",
    ),
    "by_saved_place": (
        "From the place you saved: {hint} ({age}). Another one: safetravel alerts PLACE",
        "Dari tempat yang Anda simpan: {hint} ({age}). Tempat lain: safetravel alerts TEMPAT",
    ),
    "by_time_zone": (
        "Country taken from the time zone of this device ({hint}). If that is wrong, name the place: safetravel alerts PLACE",
        "Negara diambil dari zona waktu perangkat ini ({hint}). Bila keliru, sebutkan tempatnya: safetravel alerts TEMPAT",
    ),
    "unknown": (
        "It is not known where you are, so all are listed. To narrow: safetravel alerts PLACE",
        "Tempat Anda tidak diketahui, jadi semuanya ditampilkan. Untuk mempersempit: safetravel alerts TEMPAT",
    ),
    "kind_EQ": ("earthquake", "gempa bumi"),
    "kind_TC": ("tropical cyclone", "siklon tropis"),
    "kind_FL": ("flood", "banjir"),
    "kind_VO": ("volcano", "gunung api"),
    "kind_DR": ("drought", "kekeringan"),
    "kind_WF": ("wildfire", "kebakaran hutan"),
    "kind_TS": ("tsunami", "tsunami"),
    "named": ("{what} {name}", "{what} {name}"),
    "level_red": ("Red, {what}", "Merah, {what}"),
    "level_orange": ("Orange, {what}", "Oranye, {what}"),
    "level_green": ("Green, {what}", "Hijau, {what}"),
    "magnitude": ("magnitude {number}", "magnitudo {number}"),
    "wind": ("winds up to {number}\u00a0km/h", "angin hingga {number}\u00a0km/jam"),
    "since": ("since {start}, going on when the list was fetched", "sejak {start}, masih berlangsung saat daftar diambil"),
    "from_to": ("{start} to {end}", "{start} sampai {end}"),
    "today": ("; began today", "; mulai hari ini"),
    "one_day": ("; began 1\u00a0day ago", "; mulai 1\u00a0hari lalu"),
    "days": ("; began {days}\u00a0days ago", "; mulai {days}\u00a0hari lalu"),
    "report": ("report", "laporan"),
}
