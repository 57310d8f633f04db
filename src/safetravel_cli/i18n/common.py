"""Words used on many pages."""

WORDS = {
    "source": ("Source: {sources}", "Sumber: {sources}"),
    "source_as_of": ("Source: {sources} ({date})", "Sumber: {sources} ({date})"),
    "more_sources": ("; {count} more in --json", "; {count} lagi di --json"),
    "more_sources_paper": ("; {count} more", "; {count} lagi"),
    "undated": ("undated", "tanpa tanggal"),
    "unverified": ("unverified", "belum terverifikasi"),
    "unknown": ("unknown", "tidak diketahui"),
    "yes": ("yes", "ya"),
    "no": ("no", "tidak"),
    "about": ("about", "sekitar"),
    "danger": ("DANGER", "BAHAYA"),
    "caution": ("Caution", "Hati-hati"),
    "info": ("Note", "Catatan"),
    "penalty": ("Penalty", "Hukuman"),
    "as_of": ("as of {date}", "per {date}"),
    "old_number": ("number from {date}", "nomor dari {date}"),
    "days_old": ("{days} days old", "berumur {days} hari"),
    "warning": ("Warning", "Peringatan"),
    "more": ("More: {command}", "Selengkapnya: {command}"),
    "snapshot": ("Facts of {date}", "Data per {date}"),
}
