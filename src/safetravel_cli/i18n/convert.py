"""Words of amounts and rates."""

WORDS = {
    "title": ("{amount} is about {worth}", "{amount} sekitar {worth}"),
    "rupiah": ("Rp\u00a0{number}", "Rp{number}"),
    "about": ("about {amount}", "sekitar {amount}"),
    "one": ("{one} is about {worth}", "{one} sekitar {worth}"),
    "from": ("From", "Dari"),
    "to": ("To", "Ke"),
    "date": ("Date of the rate", "Tanggal kurs"),
    "dated": ("{date} ({age})", "{date} ({age})"),
    "today": ("of today", "hari ini"),
    "day_old": ("{days}\u00a0day old", "{days}\u00a0hari lalu"),
    "days_old": ("{days}\u00a0days old", "{days}\u00a0hari lalu"),
    "here": ("{code}: the currency of where you are, {name}.", "{code}: mata uang di tempat Anda, {name}."),
    "not_the_till": (
        "A bank, card or money changer gives less than this.",
        "Bank, kartu, atau tempat penukaran uang memberi kurang dari ini.",
    ),
    "rate_old": (
        "The rate is {days} days old ({date}) and may be far off.|Fetch a fresh one: safetravel sync",
        "Kurs ini berumur {days} hari ({date}) dan bisa jauh meleset.|Ambil yang baru: safetravel sync",
    ),
    "too_old": (
        "The rate of {code} is of {date}, {days} days old, more than {limit}.|It is too old to be told as a worth.|Fetch a fresh"
        " one: safetravel sync. Or take it all the same: --max-age {days}",
        "Kurs {code} dari {date}, berumur {days} hari, lebih dari {limit}.|Terlalu lama untuk dipakai menghitung.|Ambil yang baru:"
        " safetravel sync. Atau tetap pakai: --max-age {days}",
    ),
    "table": ("{code}, rate of {date}", "{code}, kurs {date}"),
    "chart": ("1 {start} in {end}", "1 {start} dalam {end}"),
    "chart_explain": (
        "Worth of 1 {start} in {end} on the last {days} days on which banks traded, one line a week. Bars run from the lowest day"
        " to the highest, not from nought.",
        "Nilai 1 {start} dalam {end} pada {days} hari bank terakhir, satu baris per pekan. Batang dimulai dari hari terendah"
        " sampai tertinggi, bukan dari nol.",
    ),
    "chart_numbers": (
        "Worth of 1 {start} in {end} on the last {days} days on which banks traded, one line a week.",
        "Nilai 1 {start} dalam {end} pada {days} hari bank terakhir, satu baris per pekan.",
    ),
    "no_chart": (
        "No series of {start} in {end} is bundled: the European Central Bank quotes only some thirty currencies.",
        "Tidak ada deret kurs {start} dalam {end}: Bank Sentral Eropa hanya mencatat sekitar tiga puluh mata uang.",
    ),
    "part": ("{source}, {days}\u00a0days up to {date}", "{source}, {days}\u00a0hari sampai {date}"),
    "part_live": (
        "{source}, {days}\u00a0days up to {date}, fetched by sync",
        "{source}, {days}\u00a0hari sampai {date}, diambil lewat sync",
    ),
    "lowest": ("Lowest", "Terendah"),
    "highest": ("Highest", "Tertinggi"),
    "change": ("Change", "Perubahan"),
    "percent": ("{change} % since {date}", "{change}% sejak {date}"),
    "ambiguous": (
        "“{name}” can be several currencies.|Nothing was chosen for you.|Give the code of one of these:",
        "“{name}” bisa berarti beberapa mata uang.|Tidak ada yang dipilihkan untuk Anda.|Tulis kode salah satunya:",
    ),
    "no_currency": (
        "No currency is known as “{name}”.|Nothing was converted.|Give a code such as JPY, a name such as yen, or a country.",
        "Tidak ada mata uang bernama “{name}”.|Tidak ada yang dihitung.|Tulis kode seperti JPY, nama seperti yen, atau negaranya.",
    ),
    "no_rate": (
        "No rate of {code} is known.|Nothing was converted.|Ask a bank, or try again after: safetravel sync",
        "Kurs {code} tidak diketahui.|Tidak ada yang dihitung.|Tanyakan ke bank, atau coba lagi setelah: safetravel sync",
    ),
    "which": (
        "It is not clear between which currencies.|Nothing was converted.|Name both: safetravel convert 1.5 million idr to yen",
        "Tidak jelas dari mata uang apa ke mana.|Tidak ada yang dihitung.|Sebutkan keduanya: safetravel convert 1,5 juta idr ke yen",
    ),
    "same": (
        "Both currencies are {code}.|There is nothing to convert.|Name two: safetravel convert 15000 JPY IDR",
        "Kedua mata uangnya {code}.|Tidak ada yang perlu dihitung.|Sebutkan dua: safetravel convert 15000 JPY IDR",
    ),
    "bad_number": (
        "“{text}” is no amount.|Nothing was converted.|Write 15000, 15,000 or 1.5 million.",
        "“{text}” bukan jumlah uang.|Tidak ada yang dihitung.|Tulis 15000, 15.000, atau 1,5 juta.",
    ),
    "two_amounts": (
        "There are two amounts in “{text}”.|Nothing was converted.|Give one: 1.5 million, or 1500000",
        "Ada dua jumlah di “{text}”.|Tidak ada yang dihitung.|Tulis satu saja: 1,5 juta, atau 1500000",
    ),
    "lone_m": (
        "“m” is a million in English and a milliard in Indonesian.|Nothing was converted.|Write million or billion in full.",
        "“m” bisa berarti miliar atau juta (Inggris).|Tidak ada yang dihitung.|Tulis lengkap: juta atau miliar.",
    ),
    "negative": (
        "The amount in “{text}” is below nought.|Nothing was converted.|Write it without the sign.",
        "Jumlah di “{text}” kurang dari nol.|Tidak ada yang dihitung.|Tulis tanpa tanda minus.",
    ),
    "too_large": (
        "The amount in “{text}” is too large.|Nothing was converted.|Check the noughts.",
        "Jumlah di “{text}” terlalu besar.|Tidak ada yang dihitung.|Periksa jumlah nolnya.",
    ),
}
