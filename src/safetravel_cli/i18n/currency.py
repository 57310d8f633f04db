"""Words of currencies."""

WORDS = {
    "title": ("Currency: {name}", "Mata uang: {name}"),
    "used_in": ("Used in", "Dipakai di"),
    "more": (" and {count} more", " dan {count} lagi"),
    "convert": ("An amount: safetravel convert 100 {code}", "Suatu jumlah: safetravel convert 100 {code}"),
    "too_old": (
        "The rate is not shown: it is of {date}, {days} days old, more than {limit}. Fetch a fresh one: safetravel sync."
        " To see it all the same: --max-age {days}",
        "Kurs tidak ditampilkan: dari {date}, berumur {days} hari, lebih dari {limit}. Ambil yang baru: safetravel sync."
        " Tetap ingin melihatnya: --max-age {days}",
    ),
}
