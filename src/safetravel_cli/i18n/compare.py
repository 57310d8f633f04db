"""Words of countries side by side."""

WORDS = {
    "title": ("Compared: {names}", "Perbandingan: {names}"),
    "count": (
        "Two to four countries can be compared; understood: {count}.|Nothing was compared.|For example: safetravel compare"
        " japan south korea",
        "Yang bisa dibandingkan dua sampai empat negara; yang dipahami: {count}.|Tidak ada yang dibandingkan.|Misalnya: safetravel"
        " compare jepang korea selatan",
    ),
    "fact": ("Fact", "Hal"),
    "differ": ("What differs", "Yang berbeda"),
    "same": ("The same in all", "Yang sama"),
    "advice": ("Advice ({government})", "Imbauan {government}"),
    "laws": ("Laws of grave danger", "Hukum yang paling perlu diwaspadai"),
    "safety": ("Dangers", "Bahaya"),
    "visa": ("Visa ({passport})", "Visa (paspor {passport})"),
    "passport": ("Passport (as told to US citizens)", "Paspor (menurut panduan bagi warga AS)"),
    "yellow_fever": ("Yellow fever", "Demam kuning"),
    "malaria": ("Malaria", "Malaria"),
    "currency": ("Currency", "Mata uang"),
    "rate": ("Rate", "Kurs"),
    "time": ("Time", "Waktu"),
    "clocks": ("{time} (one of {count} clocks)", "{time} (salah satu dari {count} zona waktu)"),
    "plugs": ("Plugs", "Colokan"),
    "voltage": ("Mains", "Listrik"),
    "driving": ("Traffic", "Lalu lintas"),
    "side_left": ("on the left", "di kiri"),
    "side_right": ("on the right", "di kanan"),
    "water": ("Tap water", "Air keran"),
    "languages": ("Languages", "Bahasa"),
    "weekend": ("Weekend", "Akhir pekan"),
    "halal": ("Halal food", "Makanan halal"),
    "unknown": (
        "A law or danger that is missing on one side is not recorded there: that does not mean that all is allowed or safe.",
        "Hukum atau bahaya yang hanya ada di satu sisi berarti belum tercatat di sisi lain: bukan berarti boleh atau aman.",
    ),
}
