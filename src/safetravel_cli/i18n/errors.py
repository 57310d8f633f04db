"""Errors in three parts, separated by |: what happened, what it means for the traveller, what to do next."""

WORDS = {
    "defect": (
        "safetravel failed: {reason}.|This is our mistake, not yours.|A report is in {report}. Emergency numbers: safetravel emergency",
        "safetravel gagal: {reason}.|Ini kesalahan kami, bukan kesalahan Anda.|Laporan ada di {report}. Nomor darurat: safetravel emergency",
    ),
    "usage": ("{message}|Nothing was done.|See: {help}", "{message}|Tidak ada yang dilakukan.|Lihat: {help}"),
    "usage_sos": (
        "{message}|No alert was stored.|Call first: +62\u00a0812\u00a09007\u00a00027 (Kemlu), or safetravel emergency. Then, without options:"
        " safetravel sos. Help: {help}",
        "{message}|Pesan darurat belum tersimpan.|Telepon dahulu: +62\u00a0812\u00a09007\u00a00027 (Kemlu), atau safetravel emergency."
        " Lalu, tanpa opsi: safetravel sos. Bantuan: {help}",
    ),
    "snapshot_missing": (
        "The bundled facts are not there ({path}).|Nothing can be looked up.|Install again: pip install --force-reinstall safetravel-cli",
        "Data bawaan tidak ditemukan ({path}).|Tidak ada yang bisa dicari.|Pasang ulang: pip install --force-reinstall safetravel-cli",
    ),
    "snapshot_damaged": (
        "The bundled facts are damaged ({path}).|What they say cannot be trusted.|Install again: pip install --force-reinstall safetravel-cli",
        "Data bawaan rusak ({path}).|Isinya tidak bisa dipercaya.|Pasang ulang: pip install --force-reinstall safetravel-cli",
    ),
    "snapshot_foreign": (
        "{path} is not a snapshot of safetravel.|Nothing can be looked up in it.|Unset SAFETRAVEL_SNAPSHOT, or install again.",
        "{path} bukan berkas data safetravel.|Tidak ada yang bisa dicari di dalamnya.|Hapus SAFETRAVEL_SNAPSHOT, atau pasang ulang.",
    ),
    "snapshot_too_new": (
        "The bundled facts have schema {found}, this program reads {known}.|They were made for a newer version.|Update: pip install --upgrade safetravel-cli",
        "Data bawaan memakai skema {found}, program ini membaca {known}.|Data itu dibuat untuk versi yang lebih baru.|Perbarui: pip install --upgrade safetravel-cli",
    ),
    "snapshot_old": (
        "The bundled facts have schema {found}, this program needs {known}.|They are from an older version.|Install again: pip install --force-reinstall safetravel-cli",
        "Data bawaan memakai skema {found}, program ini butuh {known}.|Data itu dari versi lama.|Pasang ulang: pip install --force-reinstall safetravel-cli",
    ),
    "snapshot_stale": (
        "The facts in this checkout were built from other tables than data/ holds now.|The old facts are not shown.|Build again: python tools/build_snapshot.py",
        "Data di checkout ini dibuat dari tabel yang berbeda dengan isi data/ sekarang.|Data lama tidak ditampilkan.|Bangun ulang: python tools/build_snapshot.py",
    ),
    "not_found": (
        "No country or place is known as “{name}”.|Nothing was looked up.|Check the spelling, or give a code such as JP.",
        "Tidak ada negara atau tempat bernama “{name}”.|Tidak ada yang dicari.|Periksa ejaannya, atau pakai kode seperti JP.",
    ),
    "ambiguous": (
        "“{name}” can be several.|Nothing was chosen for you.|Give one of these:",
        "“{name}” bisa berarti beberapa.|Tidak ada yang dipilihkan untuk Anda.|Sebutkan salah satu:",
    ),
    "did_you_mean": ("Did you mean:", "Mungkin maksud Anda:"),
    "bad_position": (
        "“{text}” is not a position.|{reason}|Write latitude first, then longitude: 35.66,139.70 or -33.87,151.21",
        "“{text}” bukan posisi.|{reason}|Tulis lintang dulu, lalu bujur: 35.66,139.70 atau -33.87,151.21",
    ),
    "latitude_range": ("The latitude lies outside -90 to 90.", "Lintang di luar -90 sampai 90."),
    "longitude_range": ("The longitude lies outside -180 to 180.", "Bujur di luar -180 sampai 180."),
    "position_swapped": (
        "Latitude and longitude seem swapped.",
        "Lintang dan bujur tampaknya tertukar.",
    ),
    "position_form": ("It does not have two numbers.", "Tidak ada dua angka di dalamnya."),
    "position_sides": (
        "Its letters do not name one latitude and one longitude.",
        "Hurufnya tidak menunjukkan satu lintang dan satu bujur.",
    ),
    "minutes_range": ("Minutes and seconds must be below 60.", "Menit dan detik harus di bawah 60."),
    "position_zero": (
        "0,0 lies in the sea off West Africa; a device writes it when it does not know where it is.",
        "0,0 ada di laut lepas Afrika Barat; perangkat menuliskannya saat tidak tahu di mana ia berada.",
    ),
    "link": (
        "No position can be read from “{text}”.|{reason}|Open it online and paste the long address from the browser,"
        " or press and hold the spot on the map and copy the two numbers: 35.66,139.70",
        "Tidak ada posisi yang bisa dibaca dari “{text}”.|{reason}|Buka saat ada internet, lalu tempelkan alamat panjang dari peramban;"
        " atau tekan lama titiknya di peta dan salin kedua angkanya: 35.66,139.70",
    ),
    "link_short": (
        "It is a short link: where it leads is only known online.",
        "Ini tautan pendek: tujuannya hanya diketahui lewat internet.",
    ),
    "link_empty": (
        "The link has a name or a search in it, but no two numbers.",
        "Isi tautan ini nama atau pencarian, bukan dua angka.",
    ),
    "link_unknown": (
        "It is not the address of a map that is understood here.",
        "Ini bukan alamat peta yang dikenali di sini.",
    ),
    "link_words": (
        "Three words become a position only online, at their owner.",
        "Tiga kata hanya bisa diubah menjadi posisi lewat internet, oleh pemiliknya.",
    ),
    "plus_code_town": (
        "“{text}” is a shortened plus code.|It says where in a town, and the town is missing or not known.|Add the town"
        " (7MX2+F5 Tokyo), or copy the two numbers from the map: 35.66,139.70",
        "“{text}” adalah kode plus yang disingkat.|Kode ini butuh nama kota, dan kotanya belum disebut atau tidak dikenal.|Tambahkan"
        " kotanya (7MX2+F5 Tokyo), atau salin kedua angka dari peta: 35.66,139.70",
    ),
    "interrupted": ("Interrupted.", "Dihentikan."),
}
