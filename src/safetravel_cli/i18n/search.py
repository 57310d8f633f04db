"""Words of the search."""

WORDS = {
    "title": ("Search: {text}", "Cari: {text}"),
    "all": ("{count} found.", "{count} ditemukan."),
    "first": (
        "{count} found; these are the {shown} best. More: --limit {count}",
        "{count} ditemukan; ini {shown} yang terbaik. Selebihnya: --limit {count}",
    ),
    "partial": (
        "No fact has all of these words. These have: {words}.",
        "Tidak ada data yang memuat semua kata itu. Yang ini memuat: {words}.",
    ),
    "nothing": (
        "Nothing is found for “{text}”.|That does not mean that it is allowed or safe.|Try one word, in either language. Mosques, sights and"
        " hospitals are not searched by their names: safetravel worship tokyo, sights tokyo, hospitals tokyo find those near.",
        "Tidak ada yang ditemukan untuk “{text}”.|Bukan berarti boleh atau aman.|Coba satu kata, dalam bahasa mana pun. Nama masjid, objek wisata, dan"
        " rumah sakit tidak ikut dicari: safetravel worship tokyo, sights tokyo, hospitals tokyo mencari yang terdekat.",
    ),
    "no_word": (
        "There is no word to look for.|Nothing was searched.|Write one: safetravel search drone",
        "Tidak ada kata yang dicari.|Pencarian tidak dilakukan.|Tulis kata: safetravel search drone",
    ),
    "bad_limit": (
        "--limit takes a number from 1 on.|Nothing was searched.|For example --limit 20",
        "--limit harus angka mulai dari 1.|Pencarian tidak dilakukan.|Misalnya --limit 20",
    ),
    "kind_law": ("Law", "Hukum"),
    "kind_safety": ("Safety", "Keselamatan"),
    "kind_guide": ("Guide", "Panduan"),
    "kind_dish": ("Dish", "Makanan"),
    "kind_eating": ("Food", "Makanan"),
    "kind_certifier": ("Halal certifier", "Lembaga halal"),
    "kind_contact": ("Contact", "Kontak"),
    "kind_sight": ("Sight", "Tempat wisata"),
    "kind_holiday": ("Holiday", "Hari libur"),
    "kind_emergency": ("Emergency number", "Nomor darurat"),
    "kind_area": ("Special area", "Wilayah khusus"),
    "kind_currency": ("Currency", "Mata uang"),
    "kind_mission": ("Mission", "Perwakilan"),
    "kind_country": ("Country", "Negara"),
    "kind_water": ("Tap water", "Air keran"),
    "kind_card": ("Card to show", "Kartu"),
    "kind_number": ("Emergency number", "Nomor darurat"),
    "kind_place": ("Place", "Tempat"),
    "kind_airport": ("Airport", "Bandara"),
    "kind_health": ("Health at the border", "Kesehatan di perbatasan"),
}
