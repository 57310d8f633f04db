"""Words of missions."""

WORDS = {
    "title": ("Indonesian missions for {place}", "Perwakilan RI untuk {place}"),
    "title_unknown": ("Indonesian missions", "Perwakilan RI"),
    "title_foreign": ("Missions of {sender} for {place}", "Perwakilan {sender} untuk {place}"),
    "title_foreign_unknown": ("Missions of {sender}", "Perwakilan {sender}"),
    "in_country": ("{place}, {country}", "{place}, {country}"),
    "high_sea": ("{place}, on the high sea", "{place}, di laut lepas"),
    "off_coast": (
        "The point lies at sea, {distance} off the waters of {country}.",
        "Titik ini di laut, {distance} dari perairan {country}.",
    ),
    "read_as": ("Understood as {name}.", "Dipahami sebagai {name}."),
    "by_saved_place": (
        "From the place you saved: {hint} ({age}). Another one: safetravel embassy --near PLACE",
        "Dari tempat yang Anda simpan: {hint} ({age}). Tempat lain: safetravel embassy --near TEMPAT",
    ),
    "saved_today": ("today", "hari ini"),
    "saved_day": ("yesterday", "kemarin"),
    "saved_days": ("{days} days ago", "{days} hari lalu"),
    "by_time_zone": (
        "Country taken from the time zone of this device ({hint}). If that is wrong, name the place: safetravel embassy "
        "--near PLACE",
        "Negara diambil dari zona waktu perangkat ini ({hint}). Bila keliru, sebutkan tempatnya: safetravel embassy "
        "--near TEMPAT",
    ),
    "unknown": (
        "It is not known where you are. Call the hotline below, or name the place: safetravel embassy --near kuala "
        "lumpur, or --near 35.66,139.70",
        "Tempat Anda tidak diketahui. Hubungi hotline di bawah, atau sebutkan tempatnya: safetravel embassy --near kuala "
        "lumpur, atau --near 35.66,139.70",
    ),
    "unknown_save": (
        "Save a place once and it is used from then on: safetravel here kuala lumpur",
        "Simpan tempat sekali saja untuk dipakai seterusnya: safetravel here kuala lumpur",
    ),
    "candidates": (
        "The time zone of this device ({hint}) is used in several countries: {names}.",
        "Zona waktu perangkat ini ({hint}) dipakai di beberapa negara: {names}.",
    ),
    "in_indonesia": (
        "This is Indonesia: there is no mission of your own to call here. The ministry answers.",
        "Ini wilayah Indonesia: tidak ada perwakilan RI di sini. Hubungi Kemlu.",
    ),
    "controlled": (
        "Caution: {country} by most states' reckoning, but under the control of {control}. Both missions are listed.",
        "Hati-hati: menurut sebagian besar negara ini wilayah {country}, tetapi dikendalikan {control}. Kedua perwakilan "
        "dicantumkan.",
    ),
    "controlled_party": (
        "Caution: {country} by most states' reckoning, but under the control of {control}.",
        "Hati-hati: menurut sebagian besar negara ini wilayah {country}, tetapi dikendalikan {control}.",
    ),
    "area": ("{name}: {police}.", "{name}: {police}."),
    "area_box": ("In or near {name}: {police}.", "Di atau dekat {name}: {police}."),
    "in_charge": ("In charge", "Yang berwenang"),
    "embassy_open": ("Embassy", "Kedutaan besar"),
    "in_charge_by_control": ("In charge for {control}", "Yang berwenang untuk {control}"),
    "nearest": ("Nearest in this country", "Terdekat di negara ini"),
    "across": ("Nearer, but across a border", "Lebih dekat, tetapi di seberang perbatasan"),
    "across_only": ("Nearest, across a border", "Terdekat, di seberang perbatasan"),
    "across_sea": ("Nearest", "Terdekat"),
    "others": ("Other missions in this country", "Perwakilan lain di negara ini"),
    "others_covering": ("Also covering this country", "Juga mencakup negara ini"),
    "across_warning": (
        "Caution: getting there means crossing a border, with passport and perhaps a visa. Call the mission in charge first.",
        "Hati-hati: untuk ke sana Anda harus menyeberangi perbatasan, dengan paspor dan mungkin visa. Hubungi dulu "
        "perwakilan yang berwenang.",
    ),
    "any_helps": ("In an emergency any Indonesian mission helps.", "Dalam keadaan darurat, perwakilan RI mana pun membantu."),
    "also_nearest": ("It is also the nearest.", "Ini juga yang terdekat."),
    "open": (
        "{country} is shared by {count} missions; which one is in charge depends on the place: safetravel embassy --near CITY",
        "{country} dilayani {count} perwakilan; mana yang berwenang tergantung tempatnya: safetravel embassy --near KOTA",
    ),
    "basis_division": (
        "The ministry counts {division} to this mission.",
        "Kemlu memasukkan {division} ke wilayah perwakilan ini.",
    ),
    "basis_division_rest": (
        "The ministry's list names {division} for no other mission, so it is counted to the embassy.",
        "Daftar Kemlu tidak memasukkan {division} ke perwakilan lain, jadi dihitung ke kedutaan besar.",
    ),
    "basis_division_inferred": (
        "The ministry's list does not name {division}; it is counted to this mission by inference.",
        "Daftar Kemlu tidak menyebut {division}; wilayah ini dihitung ke perwakilan ini berdasarkan kesimpulan.",
    ),
    "basis_accredited": ("Covers {country} from {city}.", "Mencakup {country} dari {city}."),
    "basis_also_covers": (
        "Covers {country} from {city}; the ministry's list does not say so, another source does.",
        "Mencakup {country} dari {city}; daftar Kemlu tidak menyebutnya, sumber lain menyebutnya.",
    ),
    "basis_territory": (
        "{reason} This is inferred, not stated by the ministry.",
        "{reason} Ini kesimpulan, bukan pernyataan Kemlu.",
    ),
    "no_mission": ("No Indonesian mission is known for this place.", "Tidak diketahui perwakilan RI untuk tempat ini."),
    "mission": ("Mission", "Perwakilan"),
    "name": ("Name", "Nama"),
    "distance": ("Distance", "Jarak"),
    "covers": ("Covers", "Wilayah"),
    "more_divisions": ("{names} and {count} more", "{names}, dan {count} lagi"),
    "address": ("Address", "Alamat"),
    "email": ("E-mail", "Surel"),
    "website": ("Website", "Situs web"),
    "hotline_none": (
        "No hotline is known. Call the telephone, then the ministry's hotline below.",
        "Hotline tidak diketahui. Hubungi telepon kantor, lalu hotline Kemlu di bawah.",
    ),
    "central": ("Ministry hotline, from anywhere", "Hotline kementerian, dari mana saja"),
    "local_numbers": (
        "Police, ambulance, fire: safetravel emergency {country}",
        "Polisi, ambulans, pemadam: safetravel emergency {country}",
    ),
    "asean": (
        "Missions of other ASEAN members may be able to help; call the Indonesian mission in charge first.",
        "Perwakilan negara ASEAN lain mungkin bisa membantu; hubungi dulu perwakilan RI yang berwenang.",
    ),
    "asean_title": ("ASEAN missions here", "Perwakilan ASEAN di sini"),
    "foreign_age": (
        "Caution: this list is from {date}. Missions move and close: check the website before you go, and call the local "
        "emergency number in danger.",
        "Hati-hati: daftar ini dari {date}. Perwakilan bisa pindah atau tutup: periksa situs webnya sebelum pergi, dan "
        "hubungi nomor darurat setempat bila dalam bahaya.",
    ),
    "foreign_none": ("No mission of {sender} is listed for {place}.", "Tidak tercatat perwakilan {sender} untuk {place}."),
    "foreign_unplaced": (
        "Name a country or place to see its missions there: safetravel embassy japan --for {code}",
        "Sebutkan negara atau tempat untuk melihat perwakilannya di sana: safetravel embassy jepang --for {code}",
    ),
    "foreign_own": ("{place} is {sender} itself.", "{place} adalah {sender} sendiri."),
    "foreign_here": ("In this country", "Di negara ini"),
    "foreign_accredited": ("Covering this country from elsewhere", "Mencakup negara ini dari luar"),
    "foreign_nearest": ("Nearest across a border", "Terdekat di seberang perbatasan"),
    "foreign_more": ("{count} more are in the JSON answer.", "{count} lagi ada dalam jawaban JSON."),
    "kind_in": ("{kind}, {city}", "{kind}, {city}"),
    "telephone_form": ("{number} (valid in form, not tried)", "{number} (bentuknya benar, belum dicoba)"),
    "telephone": ("Telephone", "Telepon"),
    "kind_apostolic_delegation": ("Apostolic delegation", "Delegasi apostolik"),
    "kind_apostolic_nunciature": ("Apostolic nunciature", "Nunsiatur apostolik"),
    "kind_assistant_high_commission": ("Assistant high commission", "Komisi tinggi pembantu"),
    "kind_consular_agency": ("Consular agency", "Agen konsuler"),
    "kind_consular_office": ("Consular office", "Kantor konsuler"),
    "kind_consulate": ("Consulate", "Konsulat"),
    "kind_consulate_general": ("Consulate general", "Konsulat jenderal"),
    "kind_de_facto_consulate": ("De facto consulate", "Konsulat de facto"),
    "kind_de_facto_embassy": ("De facto embassy", "Kedutaan besar de facto"),
    "kind_diplomatic_mission": ("Diplomatic mission", "Misi diplomatik"),
    "kind_embassy": ("Embassy", "Kedutaan besar"),
    "kind_high_commission": ("High commission", "Komisi tinggi"),
    "kind_honorary_consulate": ("Honorary consulate", "Konsulat kehormatan"),
    "kind_interests_section": ("Interests section", "Seksi kepentingan"),
    "kind_liaison_office": ("Liaison office", "Kantor penghubung"),
    "kind_permanent_mission": ("Permanent mission", "Perutusan tetap"),
    "kind_representative_office": ("Representative office", "Kantor perwakilan"),
    "kind_trade_office": ("Trade office", "Kantor dagang"),
}
