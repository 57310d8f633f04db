"""Words of prayer times."""

_MONTHS = (
    ("Muharram", "Muharam"),
    ("Safar", "Safar"),
    ("Rabi al-Awwal", "Rabiulawal"),
    ("Rabi al-Thani", "Rabiulakhir"),
    ("Jumada al-Ula", "Jumadilawal"),
    ("Jumada al-Akhirah", "Jumadilakhir"),
    ("Rajab", "Rajab"),
    ("Shaban", "Syakban"),
    ("Ramadan", "Ramadan"),
    ("Shawwal", "Syawal"),
    ("Dhu al-Qadah", "Zulkaidah"),
    ("Dhu al-Hijjah", "Zulhijah"),
)
WORDS = {
    "title": ("Prayer times: {place}, {date}", "Waktu salat: {place}, {date}"),
    "capital": (
        "These are the times of {city}. Name your own city for its times: safetravel prayer osaka",
        "Ini waktu untuk {city}. Sebutkan kota Anda untuk waktu kota itu: safetravel prayer osaka",
    ),
    "at_sea": ("By ship's time, the nearest whole hour.", "Menurut jam kapal, jam bulat terdekat."),
    "no_point": (
        "This place has no position that is known.|Prayer times need one.|Name a city, or a position such as 35.66,139.70.",
        "Posisi tempat ini tidak diketahui.|Waktu salat memerlukan posisi.|Sebutkan kota, atau posisi seperti 35.66,139.70.",
    ),
    "bad_date": (
        "“{text}” is no date from {first} to {last}.|The clocks of other years are not known.|Write it as 2027-02-08.",
        "“{text}” bukan tanggal antara {first} dan {last}.|Jam untuk tahun lain tidak diketahui.|Tulis seperti 2027-02-08.",
    ),
    "imsak": ("Imsak", "Imsak"),
    "fajr": ("Fajr", "Subuh"),
    "sunrise": ("Sunrise", "Terbit"),
    "dhuhr": ("Dhuhr", "Zuhur"),
    "asr": ("Asr", "Asar"),
    "maghrib": ("Maghrib", "Magrib"),
    "isha": ("Isha", "Isya"),
    "day": ("Day", "Tgl"),
    "next": ("Next: {prayer} at {time}, in {left}.", "Berikutnya: {prayer} pukul {time}, {left} lagi."),
    "tomorrow": ("{time} tomorrow", "{time} besok"),
    "other_day": ("on {day}", "({day})"),
    "hijri": (
        "{date} (Umm al-Qura calendar), from Maghrib on {after}. In Indonesia it may differ by a day.",
        "{date} (kalender Ummulqura), mulai Magrib {after}. Di Indonesia bisa berbeda sehari.",
    ),
    "no_hijri": ("The date of the Hijra is not known for this day.", "Tanggal Hijriah untuk hari ini tidak diketahui."),
    **{f"month_{number}": names for number, names in enumerate(_MONTHS, 1)},
    "high": (
        "* The sun does not sink far enough that night: taken in proportion to the night at latitude 45, the rule of the Fiqh"
        " Council of the Muslim World League (1406 H). Ask a mosque there which rule it keeps.",
        "* Matahari tidak cukup jauh terbenam malam itu: dihitung sebanding dengan malam di lintang 45, menurut keputusan Majelis"
        " Fikih Rabithah Alam Islami (1406 H). Tanyakan kaidah yang dipakai masjid setempat.",
    ),
    "polar": (
        "* The sun does not rise and set there as elsewhere: the times are those of latitude 45, the rule of the Fiqh Council of"
        " the Muslim World League (1406 H). Ask a mosque there which rule it keeps.",
        "* Matahari tidak terbit dan terbenam seperti biasa: waktunya diambil dari lintang 45, menurut keputusan Majelis Fikih"
        " Rabithah Alam Islami (1406 H). Tanyakan kaidah yang dipakai masjid setempat.",
    ),
    "method": (
        "{method}: {authority}; Fajr {fajr}°, {isha}, its margins included.",
        "{method}: {authority}; Subuh {fajr}°, {isha}, sudah termasuk ihtiyat.",
    ),
    "isha_angle": ("Isha {angle}°", "Isya {angle}°"),
    "isha_after": ("Isha {minutes} minutes after Maghrib", "Isya {minutes} menit sesudah Magrib"),
    "follow": (
        "Mosques there go by {method}; its printed table may differ from this by a minute or two, and the table counts.",
        "Masjid di sana mengikuti {method}; jadwal resminya bisa berbeda satu dua menit dari ini, dan jadwal itulah yang berlaku.",
    ),
    "method_kemenag": ("Kemenag", "Kemenag"),
    "method_ummalqura": ("Umm al-Qura", "Ummulqura"),
    "method_jakim": ("JAKIM", "JAKIM"),
    "method_muis": ("MUIS", "MUIS"),
    "method_diyanet": ("Diyanet", "Diyanet"),
    "method_uae": ("Awqaf UAE", "Awqaf UEA"),
    "method_qatar": ("Awqaf Qatar", "Awqaf Qatar"),
    "method_kuwait": ("Awqaf Kuwait", "Awqaf Kuwait"),
    "method_egypt": ("Egypt", "Mesir"),
    "method_karachi": ("Karachi", "Karachi"),
    "method_mwl": ("Muslim World League", "Rabithah"),
    "method_isna": ("ISNA", "ISNA"),
    "authority_kemenag": ("Ministry of Religious Affairs of Indonesia", "Kementerian Agama RI"),
    "authority_ummalqura": ("Umm al-Qura calendar of Saudi Arabia", "kalender Ummulqura, Arab Saudi"),
    "authority_jakim": ("Department of Islamic Development Malaysia", "Jabatan Kemajuan Islam Malaysia"),
    "authority_muis": ("Islamic Religious Council of Singapore", "Majelis Ugama Islam Singapura"),
    "authority_diyanet": ("Presidency of Religious Affairs of Türkiye", "Badan Urusan Agama Turki"),
    "authority_uae": ("authority of endowments of the United Arab Emirates", "otoritas wakaf Uni Emirat Arab"),
    "authority_qatar": ("Ministry of Endowments of Qatar", "Kementerian Wakaf Qatar"),
    "authority_kuwait": ("Ministry of Endowments of Kuwait", "Kementerian Wakaf Kuwait"),
    "authority_egypt": ("Egyptian General Authority of Survey", "Otoritas Survei Umum Mesir"),
    "authority_karachi": ("University of Islamic Sciences, Karachi", "Universitas Ilmu Islam, Karachi"),
    "authority_mwl": ("Muslim World League", "Rabithah Alam Islami"),
    "authority_isna": ("Islamic Society of North America", "Masyarakat Islam Amerika Utara"),
    "source": (
        "Computed here from the position of the sun (Meeus, Astronomical Algorithms); height above sea level is not"
        " counted. Hijri date: {hijri} ({date})",
        "Dihitung di sini dari posisi matahari (Meeus, Astronomical Algorithms); ketinggian tempat tidak"
        " diperhitungkan. Tanggal Hijriah: {hijri} ({date})",
    ),
    "qibla": ("Qibla", "Kiblat"),
    "direction": (
        "{degrees}° from true north, to the {compass}; {distance} to the Kaaba.",
        "{degrees}° dari utara sejati, ke {compass}; {distance} ke Kakbah.",
    ),
    "month_other": (
        "This month is by Kemenag; by {method}: safetravel prayer {place}--month --date {date} --method {name}",
        "Bulan ini menurut Kemenag; menurut {method}: safetravel prayer {place}--month --date {date} --method {name}",
    ),
    "in_makkah": (
        "You are in the city of the Kaaba: follow the mosque, or give your own position.",
        "Anda di kota Kakbah: ikuti arah masjid, atau sebutkan posisi Anda sendiri.",
    ),
    "at_kaaba": ("You are at the Kaaba: face it.", "Anda berada di Kakbah: menghadaplah kepadanya."),
    "true_north": (
        "+ is you, K the Kaaba. A magnetic compass may point some degrees beside true north.",
        "+ adalah Anda, K Kakbah. Jarum kompas bisa menyimpang beberapa derajat dari utara sejati.",
    ),
    "letters": ("NESW", "UTSB"),
}
