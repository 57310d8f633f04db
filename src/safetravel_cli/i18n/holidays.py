"""Words of public holidays."""

WORDS = {
    "title": ("Public holidays: {place}", "Hari libur: {place}"),
    "title_year": ("Public holidays {year}: {place}", "Hari libur {year}: {place}"),
    "today": (
        "Today: {name}. Offices and missions are likely closed.",
        "Hari ini: {name}. Kantor dan perwakilan kemungkinan tutup.",
    ),
    "tomorrow": ("Tomorrow: {name}.", "Besok: {name}."),
    "next": ("Next, in {days} days: {name}.", "Berikutnya, {days} hari lagi: {name}."),
    "none": ("No list of holidays is known here.", "Daftar hari libur di sini tidak diketahui."),
    "no_year": (
        "No list of holidays for {year} is known here.|Nothing was guessed.|The list has other years.",
        "Daftar hari libur {year} di sini tidak diketahui.|Tidak ada yang ditebak.|Daftarnya memuat tahun lain.",
    ),
    "sighted": ("by the moon, confirmed shortly before", "mengikuti bulan, dipastikan menjelang harinya"),
    "moon": (
        "Days that follow the moon are settled by each country shortly before; ask there, and keep a day to spare.",
        "Hari yang mengikuti bulan ditetapkan tiap negara menjelang harinya; tanyakan di sana, dan sisakan satu hari.",
    ),
    "scope_regional": ("in part of the country", "di sebagian wilayah"),
    "scope_joint_leave": ("joint leave: offices close", "cuti bersama: kantor tutup"),
    "known_to": (
        "The list ends on {date}: what comes after is not known, not absent.",
        "Daftar berakhir pada {date}: sesudahnya tidak diketahui, bukan tidak ada.",
    ),
}
