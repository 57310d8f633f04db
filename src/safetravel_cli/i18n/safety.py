"""Words of dangers and practice."""

WORDS = {
    "title": ("Safety: {name}, {month}", "Keselamatan: {name}, {month}"),
    "danger": ("Danger: can cost life or freedom", "Bahaya: bisa merenggut nyawa atau kebebasan"),
    "caution": ("Caution", "Hati-hati"),
    "info": ("Good to know", "Perlu diketahui"),
    "other_months": ("Not in season in {month}", "Bukan musimnya di bulan {month}"),
    "in_month": (", {month} included", ", termasuk {month}"),
    "nothing": (
        "Nothing is recorded here on dangers in {name}. That does not mean safe.",
        "Belum ada catatan tentang bahaya di {name}. Bukan berarti aman.",
    ),
    "no_topic_rows": (
        "Nothing is recorded on {topics} in {name}. That does not mean safe. All dangers: safetravel safety {code}",
        "Belum ada catatan tentang {topics} di {name}. Bukan berarti aman. Semua bahaya: safetravel safety {code}",
    ),
    "more": (
        "Laws: safetravel law {code}. Whom to call: safetravel emergency {code}",
        "Hukum: safetravel law {code}. Siapa yang dihubungi: safetravel emergency {code}",
    ),
}
