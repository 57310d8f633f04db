"""Words of the brief and the check of a trip."""

WORDS = {
    "title": ("Trip: {title}", "Perjalanan: {title}"),
    "title_plain": ("Trip", "Perjalanan"),
    "check_title": ("Check of the trip: {title}", "Pemeriksaan perjalanan: {title}"),
    "check_title_plain": ("Check of the trip", "Pemeriksaan perjalanan"),
    "leg": ("{number}. {place}", "{number}. {place}"),
    "days": ("Days", "Tanggal"),
    "one_day": ("{arrive}", "{arrive}"),
    "span": ("{arrive} to {leave} ({days}\u00a0days)", "{arrive} sampai {leave} ({days}\u00a0hari)"),
    "assumed": ("{span}; the file does not say until when", "{span}; berkas tidak menyebut sampai kapan"),
    "read_as": ("Understood as", "Dipahami sebagai"),
    "note": ("Your note", "Catatan Anda"),
    "visa_held": ("You have", "Anda punya"),
    "own_country": ("Your own country: no brief.", "Negara Anda sendiri: tanpa ringkasan."),
    "call": ("Call", "Telepon"),
    "dangers": ("Danger", "Bahaya"),
    "laws": ("Strict laws", "Hukum yang ketat"),
    "dangers_more": ("and {count} more", "dan {count} lagi"),
    "dangers_none": ("nothing of this grade is recorded", "tidak ada yang tercatat pada tingkat ini"),
    "money": ("Money", "Uang"),
    "clock": ("Clock", "Jam"),
    "clock_many": ("several clocks; name a town in the file", "beberapa zona waktu; sebutkan kotanya di berkas"),
    "clock_changes": (
        "{first}; at the end of the stay {last} (the clocks change)",
        "{first}; di akhir kunjungan {last} (jamnya berganti)",
    ),
    "prayer": ("Prayer times on {date}", "Waktu salat pada {date}"),
    "prayer_city": ("for {city}; the file names no town", "untuk {city}; berkas tidak menyebut kota"),
    "prayer_line": ("{method}: {times}", "{method}: {times}"),
    "prayer_there": ("{line} (mosques there)", "{line} (masjid setempat)"),
    "prayer_changes": (
        "they change from day to day: on {date} {times} ({method})",
        "berubah dari hari ke hari: pada {date} {times} ({method})",
    ),
    "prayer_unknown": (
        "not known here for this place in that year",
        "belum diketahui di sini untuk tempat ini pada tahun itu",
    ),
    "qibla_makkah": (
        "in the city of the Kaaba: follow the mosque",
        "di kota Kakbah: ikuti arah masjid",
    ),
    "plugs": ("Plugs", "Colokan"),
    "water": ("Tap water", "Air keran"),
    "holidays": ("Holidays in these days", "Hari libur pada tanggal ini"),
    "holidays_none": ("none in the list", "tidak ada dalam daftar"),
    "holidays_unknown": (
        "no list for these days: unknown, not none",
        "tidak ada daftar untuk tanggal ini: belum diketahui, bukan tidak ada",
    ),
    "moon": ("{name} (by the moon: may move by a day)", "{name} (mengikuti bulan: bisa bergeser sehari)"),
    "more": ("More", "Selengkapnya"),
    "more_country": ("safetravel country {code}", "safetravel country {code}"),
    "more_safety": ("safetravel safety {code}", "safetravel safety {code}"),
    "more_law": ("safetravel law {code}", "safetravel law {code}"),
    "more_card": ("safetravel card police --country {code}", "safetravel card polisi --country {code}"),
    "more_prayer": ("safetravel prayer {place} --month --date {date}", "safetravel prayer {place} --month --date {date}"),
    "more_found": (
        "{count} more to look at or to know: safetravel trip check {file}",
        "{count} lagi perlu diperiksa atau diketahui: safetravel trip check {file}",
    ),
    "from_to": ("{first} to {last}", "{first} sampai {last}"),
    "unread": ("Not understood", "Tidak dipahami"),
    "unread_place": (
        "no country or town is named in it that is known here",
        "tidak menyebut negara atau kota yang dikenal di sini",
    ),
    "unread_day": ("its day cannot be read", "tanggalnya tidak bisa dibaca"),
    "unread_repeats": ("it repeats; only single events are read", "berulang; hanya acara tunggal yang dibaca"),
    "severity_danger": ("To settle before you leave", "Bereskan sebelum berangkat"),
    "severity_caution": ("To look at", "Periksa lagi"),
    "severity_note": ("To know", "Perlu diketahui"),
    "fine": (
        "Nothing wrong was found in what is known here. That is no promise of entry.",
        "Tidak ditemukan masalah dari data yang ada di sini. Ini bukan jaminan masuk.",
    ),
    "legs": ("Legs", "Bagian perjalanan"),
    "passport": ("Passport", "Paspor"),
    "passport_until": ("{name}, valid until {date}", "{name}, berlaku sampai {date}"),
    "passport_undated": ("{name}, until when is not known", "{name}, masa berlaku belum diketahui"),
    "problem": ("{leg}: {text}", "{leg}: {text}"),
    "as_of": ("{text} (rule of {date})", "{text} (aturan per {date})"),
    "passport_unknown": (
        "Until when your passport is valid is not known: add passport_expires = 2030-05-01 to the file.",
        "Masa berlaku paspor belum diketahui: tambahkan passport_expires = 2030-05-01 ke berkas.",
    ),
    "passport_expires": (
        "your passport expires on {date}, before you leave there.",
        "paspor Anda habis pada {date}, sebelum Anda meninggalkan negara itu.",
    ),
    "passport_short": (
        "your passport should be valid until {date} (the rule as told to US citizens). Renew it before you go.",
        "paspor Anda seharusnya berlaku sampai {date} (aturan menurut panduan bagi warga AS). Perpanjang sebelum berangkat.",
    ),
    "passport_advised": (
        "it is recommended that a passport be valid until {date} (as told to US citizens).",
        "paspor disarankan berlaku sampai {date} (menurut panduan bagi warga AS).",
    ),
    "overlap": (
        "the days overlap with leg {other} by {days}\u00a0days: you cannot be in two countries.",
        "tanggalnya tumpang tindih dengan bagian {other} selama {days}\u00a0hari: Anda tidak bisa berada di dua negara.",
    ),
    "gap": (
        "{days}\u00a0days between leg {other} and this one have no place.",
        "{days}\u00a0hari di antara bagian {other} dan bagian ini belum ada tempatnya.",
    ),
    "gap_1": (
        "one day between leg {other} and this one has no place.",
        "satu hari di antara bagian {other} dan bagian ini belum ada tempatnya.",
    ),
    "visa_missing": (
        'entry needs {requirement}, and the file names none. Apply for it, then add visa = "..." to the leg.',
        'masuk perlu {requirement}, dan di berkas belum ada. Ajukan, lalu tambahkan visa = "..." ke bagian ini.',
    ),
    "paper_eta": ("an electronic permit or registration", "izin atau pendaftaran elektronik"),
    "paper_e_visa": ("an electronic visa", "visa elektronik"),
    "paper_visa_required": ("a visa", "visa"),
    "visa_on_arrival": (
        "the visa is given on arrival: have the fee, a photo and the ticket home at hand.",
        "visa diberikan saat kedatangan: siapkan biayanya, foto, dan tiket pulang.",
    ),
    "visa_unknown": (
        "what your passport needs is not known here: ask the embassy of that country.",
        "syarat masuk untuk paspor Anda belum tercatat di sini: tanyakan ke kedutaan negara itu.",
    ),
    "no_admission": ("your passport is not admitted.", "paspor Anda tidak diizinkan masuk."),
    "stay_too_long": (
        "you stay longer than the {days}\u00a0days that are allowed without another visa.",
        "Anda tinggal lebih lama dari {days}\u00a0hari yang diizinkan tanpa visa lain.",
    ),
    "yellow_fever": (
        "a yellow fever certificate is asked of those who come from {country}. It counts ten days after the vaccination; add"
        " yellow_fever = true when you have it.",
        "sertifikat demam kuning diminta dari yang datang dari {country}. Berlaku mulai sepuluh hari setelah vaksinasi; tambahkan"
        " yellow_fever = true bila sudah punya.",
    ),
    "yellow_fever_maybe": (
        "a yellow fever certificate may be asked of those who come from {country}.",
        "sertifikat demam kuning mungkin diminta dari yang datang dari {country}.",
    ),
    "yellow_fever_home": (
        "Indonesia asks for a yellow fever certificate from those who come back from {country}.",
        "Indonesia meminta sertifikat demam kuning dari yang pulang dari {country}.",
    ),
    "html_written": ("Written: {path}", "Sudah ditulis: {path}"),
    "unreadable": (
        "{path} cannot be read: {reason}.|Nothing was looked up.|Give a trip as .toml or a calendar as .ics.",
        "{path} tidak bisa dibaca: {reason}.|Tidak ada yang dicari.|Berikan perjalanan sebagai .toml atau kalender .ics.",
    ),
    "too_large": (
        "{path} is too large for a trip.|Nothing was looked up.|Export only the days of the trip.",
        "{path} terlalu besar untuk satu perjalanan.|Tidak ada yang dicari.|Ekspor hanya hari-hari perjalanan itu.",
    ),
    "too_many": (
        "{count} entries are too many for a trip: at most {most}.|Nothing was looked up.|Export only the days of the trip.",
        "{count} entri terlalu banyak untuk satu perjalanan: paling banyak {most}.|Tidak ada yang dicari.|Ekspor hanya hari-hari"
        " perjalanan itu.",
    ),
    "not_a_trip": (
        "{path} is no trip: {reason}|Nothing was looked up.|A trip has [[leg]] with place, arrive and leave; a calendar begins with"
        " BEGIN:VCALENDAR.",
        "{path} bukan berkas perjalanan: {reason}|Tidak ada yang dicari.|Perjalanan berisi [[leg]] dengan place, arrive, dan leave;"
        " kalender diawali BEGIN:VCALENDAR.",
    ),
    "no_legs": (
        '{path} names no stay in a country.|Nothing was looked up.|Add a leg: [[leg]], place = "Tokyo", arrive = 2027-03-01,'
        " leave = 2027-03-10. In a calendar the location must name a town or country.",
        '{path} tidak menyebut satu pun kunjungan.|Tidak ada yang dicari.|Tambahkan bagian: [[leg]], place = "Tokyo",'
        " arrive = 2027-03-01, leave = 2027-03-10. Di kalender, lokasinya harus menyebut kota atau negara.",
    ),
    "bad_key": (
        "“{name}” means nothing in a trip.|Nothing was looked up.|These are understood:",
        "“{name}” tidak dikenal dalam berkas perjalanan.|Tidak ada yang dicari.|Yang dikenal:",
    ),
    "no_place": (
        'Leg {number} names no place.|Nothing was looked up.|Add place = "Tokyo" or country = "japan".',
        'Bagian {number} tidak menyebut tempat.|Tidak ada yang dicari.|Tambahkan place = "Tokyo" atau country = "jepang".',
    ),
    "no_country": (
        "Leg {number}: “{text}” lies in no country.|Nothing was looked up.|Name a town or a country.",
        "Bagian {number}: “{text}” tidak berada di negara mana pun.|Tidak ada yang dicari.|Sebutkan kota atau negara.",
    ),
    "no_day": (
        "Leg {number} has no day of arrival.|Nothing was looked up.|Add arrive = 2027-03-01.",
        "Bagian {number} tidak punya tanggal tiba.|Tidak ada yang dicari.|Tambahkan arrive = 2027-03-01.",
    ),
    "bad_day": (
        "{name}: “{text}” is not a day.|Nothing was looked up.|Write year-month-day: 2027-03-01.",
        "{name}: “{text}” bukan tanggal.|Tidak ada yang dicari.|Tulis tahun-bulan-hari: 2027-03-01.",
    ),
    "backwards": (
        "Leg {number} ends ({leave}) before it begins ({arrive}).|Nothing was looked up.|Correct the days.",
        "Bagian {number} berakhir ({leave}) sebelum dimulai ({arrive}).|Tidak ada yang dicari.|Perbaiki tanggalnya.",
    ),
}
