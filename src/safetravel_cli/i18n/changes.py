"""Words of `changes`."""

WORDS = {
    "title": ("What has changed", "Yang berubah"),
    "title_in": ("What has changed: {country}", "Yang berubah: {country}"),
    "nothing_noted": (
        "Nothing to compare with yet. Each sync notes the facts as they are, and what it changed is shown here: safetravel sync",
        "Belum ada pembanding. Setiap sync mencatat data saat itu, lalu yang berubah tampil di sini: safetravel sync",
    ),
    "none": ("Nothing has changed since {since}.", "Tidak ada yang berubah sejak {since}."),
    "noted": ("Noted on {date}", "Dicatat {date}"),
    "not_noted": (
        "Since the last sync: the bundled facts were replaced",
        "Sejak sync terakhir: data bawaan diperbarui",
    ),
    "more": (
        "{count} more: --json has them all, and a country narrows.",
        "{count} lagi: semuanya ada di --json; sebutkan negara untuk mempersempit.",
    ),
    "span": (
        "Compared since {begun}, last noted on {noted}. Told of: emergency numbers, levels of advice, laws, entry rules, and rates that moved by {percent} per cent or more.",
        "Dibandingkan sejak {begun}, terakhir dicatat {noted}. Yang disampaikan: nomor darurat, tingkat imbauan, hukum, aturan masuk, dan kurs yang bergeser {percent} persen atau lebih.",
    ),
    "of": ("{country}: {what}", "{country}: {what}"),
    "advice": ("advice of {government}", "imbauan {government}"),
    "law": ("law, {title}", "hukum, {title}"),
    "entry": ("visa (passport {passport})", "visa (paspor {passport})"),
    "rate": ("{code} ({name})", "{code} ({name})"),
    "new": ("new: {now}", "baru: {now}"),
    "gone": ("no longer there; was: {before}", "sudah tidak ada; sebelumnya: {before}"),
    "was": ("was: {before}", "sebelumnya: {before}"),
    "now": ("now: {now}", "sekarang: {now}"),
    "reworded": ("the text has changed; it now says:", "teksnya berubah; sekarang berbunyi:"),
    "worth": ("1\u00a0{code} is Rp\u00a0{rupiah}", "1\u00a0{code} senilai Rp{rupiah}"),
    "dearer": ("dearer in rupiah by {percent}\u00a0%", "naik {percent}% dalam rupiah"),
    "cheaper": ("cheaper in rupiah by {percent}\u00a0%", "turun {percent}% dalam rupiah"),
    "mobile": ("from a mobile {number}", "dari ponsel {number}"),
    "severity_danger": ("grave danger", "bahaya berat"),
    "severity_caution": ("caution", "waspada"),
    "severity_info": ("good to know", "perlu diketahui"),
    "source": ("{source}, {date}", "{source}, {date}"),
    "source_live": ("{source}, {date}, fetched by sync", "{source}, {date}, diambil lewat sync"),
    "bad_date": (
        "“{date}” is no date.|Nothing was looked up.|Write it as year, month, day: --since 2026-11-01",
        "“{date}” bukan tanggal.|Tidak ada yang dicari.|Tulis tahun, bulan, hari: --since 2026-11-01",
    ),
}
