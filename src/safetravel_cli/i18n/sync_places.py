"""Words of `sync --places`."""

WORDS = {
    "title": ("Places from OpenStreetMap: {place}", "Tempat dari OpenStreetMap: {place}"),
    "title_near": (
        "Places from OpenStreetMap: within {km}\u00a0km of {place}",
        "Tempat dari OpenStreetMap: dalam {km}\u00a0km dari {place}",
    ),
    "kind_worship": ("Places of worship", "Tempat ibadah"),
    "kind_halal": ("Restaurants with halal food", "Restoran dengan makanan halal"),
    "kind_hospital": ("Hospitals and clinics", "Rumah sakit dan klinik"),
    "kind_sights": ("Sights", "Tempat wisata"),
    "updated": ("{rows} fetched, map of {date}", "{rows} diambil, peta per {date}"),
    "unchanged": (
        "what you have is newer: {rows}, map of {date}",
        "yang sudah Anda punya lebih baru: {rows}, peta per {date}",
    ),
    "none": (
        "none on the map there, or none that tells enough; what you had stays",
        "tidak ada di peta untuk daerah itu, atau keterangannya kurang; yang sudah ada tetap dipakai",
    ),
    "sized": ("{counted} on the map, about {size} to fetch", "{counted} di peta, kira-kira {size} untuk diambil"),
    "failed": ("failed: {reason}", "gagal: {reason}"),
    "left_out": (
        "; {count} left out, for they say too little or lie elsewhere",
        "; {count} tidak dimuat karena keterangannya kurang atau letaknya di tempat lain",
    ),
    "only_sized": (
        "Nothing was fetched. To fetch: the same without --dry-run",
        "Belum ada yang diambil. Untuk mengambil: jalankan lagi tanpa --dry-run",
    ),
    "look": ("To see them: safetravel {command} --near {place}", "Untuk melihatnya: safetravel {command} --near {place}"),
    "asked": ("Requests: {requests}; received: {size}", "Permintaan: {requests}; diterima: {size}"),
    "credit": (
        "{source}, {licence}. Anyone can edit this map; telephone numbers are not taken from it.",
        "{source}, {licence}. Siapa pun dapat menyunting peta ini; nomor telepon tidak diambil dari sana.",
    ),
    "counting": ("{kind}: asking how many there are ...", "{kind}: menanyakan jumlahnya ..."),
    "fetching": ("{kind}: fetching {count}, about {size} ...", "{kind}: mengambil {count}, kira-kira {size} ..."),
    "busy": (
        "The server is busy; next try in {seconds} seconds ...",
        "Server sedang sibuk; dicoba lagi dalam {seconds} detik ...",
    ),
    "remark": (
        "the server sent an error in place of the places, and nothing was used",
        "server mengirim pesan galat sebagai ganti tempat, sehingga tidak ada yang dipakai",
    ),
    "too_much": (
        "the server could not finish in time; name a smaller area, a city in place of a country",
        "server tidak sempat menyelesaikannya; sebutkan daerah yang lebih kecil, misalnya kota alih-alih negara",
    ),
    "too_many": (
        "{counted} on the map, more than the {most} that may be fetched at once; name a smaller area, a city in place of a country",
        "{counted} di peta, lebih dari {most} yang boleh diambil sekaligus; sebutkan daerah yang lebih kecil, misalnya kota alih-alih negara",
    ),
    "over_size": (
        "{counted} on the map, about {size}, more than --max-size allows",
        "{counted} di peta, kira-kira {size}, melebihi batas --max-size",
    ),
    "no_kind": (
        "There is no kind of place “{name}”.|Nothing was fetched.|The kinds are:",
        "Tidak ada jenis tempat “{name}”.|Tidak ada yang diambil.|Jenis yang ada:",
    ),
    "bad_radius": (
        "--radius takes whole kilometres from 1 to {most}.|Nothing was fetched.|For example: --radius 20",
        "--radius perlu bilangan bulat dari 1 sampai {most} (km).|Tidak ada yang diambil.|Contoh: --radius 20",
    ),
    "no_radius": (
        "--radius needs a city or position to measure from, not a country.|Nothing was fetched.|For example: safetravel sync --places jeddah --radius 20",
        "--radius perlu kota atau posisi sebagai titik awal, bukan negara.|Tidak ada yang diambil.|Contoh: safetravel sync --places jeddah --radius 20",
    ),
}
