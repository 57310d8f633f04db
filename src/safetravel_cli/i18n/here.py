"""Words of the saved place."""

WORDS = {
    "nothing": (
        "No place is saved. Save one: safetravel here kuala lumpur",
        "Belum ada tempat yang tersimpan. Simpan: safetravel here kuala lumpur",
    ),
    "forgotten": ("The saved place is forgotten.", "Tempat yang tersimpan sudah dihapus."),
    "saved": ("Saved.", "Tersimpan."),
    "read_as": ("Understood as {name}.", "Dipahami sebagai {name}."),
    "others": (
        "{name} is the most populous of that name. Add the country or the state for another one: {others}",
        "{name} adalah yang terbanyak penduduknya dengan nama itu. Untuk yang lain, tambahkan negara atau negara bagiannya: {others}",
    ),
    "place": ("Place", "Tempat"),
    "country": ("Country", "Negara"),
    "position": ("Position", "Posisi"),
    "saved_at": ("Saved on", "Disimpan"),
}
