"""Words of the list of countries."""

WORDS = {
    "title": ("{count} countries and territories", "{count} negara dan wilayah"),
    "name": ("Country", "Negara"),
    "region": ("Region", "Kawasan"),
    "levels": ("Levels", "Tingkat"),
    "visa": ("Visa ({passport})", "Visa ({passport})"),
    "none": ("No country fits.", "Tidak ada negara yang cocok."),
    "explain": (
        "Levels 1 to 4 of governments for their own citizens: AU, CA and US print them; GB speaks in words, placed here on the same"
        " scale. They are not Kemlu's. No level does not mean safe.",
        "Tingkat 1 sampai 4 dari pemerintah untuk warganya sendiri: AU, CA, dan US mencantumkan angka; GB memakai kata-kata yang di sini"
        " ditempatkan pada skala yang sama. Bukan dari Kemlu. Tanpa tingkat bukan berarti aman.",
    ),
    "no_region": (
        "There is no region “{name}”.|Nothing was listed.|Give one of the names below.",
        "Tidak ada kawasan “{name}”.|Tidak ada yang ditampilkan.|Sebutkan salah satu nama di bawah.",
    ),
    "bad_level": (
        "A level is 1, 2, 3 or 4.|Nothing was listed.|For example: safetravel countries --max-level 2",
        "Tingkat adalah 1, 2, 3, atau 4.|Tidak ada yang ditampilkan.|Misalnya: safetravel countries --max-level 2",
    ),
}
