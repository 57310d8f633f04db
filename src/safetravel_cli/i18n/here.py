"""Words of the saved place."""

WORDS = {
    "nothing": (
        "No place is saved. Save one: safetravel here kuala lumpur",
        "Belum ada tempat yang tersimpan. Simpan: safetravel here kuala lumpur",
    ),
    "forgotten": ("The saved place is forgotten.", "Tempat yang tersimpan sudah dihapus."),
    "saved": ("Saved.", "Tersimpan."),
    "place": ("Place", "Tempat"),
    "country": ("Country", "Negara"),
    "position": ("Position", "Posisi"),
    "saved_at": ("Saved on", "Disimpan"),
}
