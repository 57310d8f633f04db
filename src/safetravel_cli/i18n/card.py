"""Words of the cards to show, and of the pocket card."""

WORDS = {
    "title": ("Card: {title}, in {language}", "Kartu: {title}, bahasa {language}"),
    "list_title": ("Cards to show", "Kartu untuk ditunjukkan"),
    "list_how": (
        "Name one, and the country where you show it: safetravel card police --country japan. In big letters, for a telephone or paper:"
        " --html card.html. Your own card for the purse: safetravel card pocket",
        "Sebutkan salah satu dan negaranya: safetravel card polisi --country jepang. Dengan huruf besar, untuk ponsel atau kertas:"
        " --html kartu.html. Kartu milik Anda untuk dompet: safetravel card pocket",
    ),
    "phrases": ("{count} phrases", "{count} kalimat"),
    "about": ("About this card", "Tentang kartu ini"),
    "numbers": ("Numbers", "Nomor"),
    "for_nationals": (
        "The phrases on the Indonesian embassy are left out: your passport is not Indonesian.",
        "Kalimat tentang KBRI tidak disertakan: paspor Anda bukan paspor Indonesia.",
    ),
    "unchecked": ("[unchecked]", "[belum diperiksa]"),
    "doubtful": ("[doubtful]", "[meragukan]"),
    "in_english": ("[in English]", "[dalam bahasa Inggris]"),
    "legend_unchecked": (
        "[unchecked]: no native speaker has checked this translation.",
        "[belum diperiksa]: terjemahan ini belum diperiksa penutur aslinya.",
    ),
    "legend_doubtful": (
        "[doubtful]: this translation may be wrong; show the English beside it.",
        "[meragukan]: terjemahan ini mungkin keliru; tunjukkan juga kalimat bahasa Inggrisnya.",
    ),
    "legend_in_english": (
        "[in English]: there is no translation into {language} that is sure enough for this card.",
        "[dalam bahasa Inggris]: belum ada terjemahan bahasa {language} yang cukup meyakinkan untuk kartu ini.",
    ),
    "reading": ("How it is written in Latin letters: {system}.", "Cara penulisan dengan huruf Latin: {system}."),
    "reading_approximate": (
        "How it is written in Latin letters: {system}. It only comes near; let them read the letters.",
        "Cara penulisan dengan huruf Latin: {system}. Hanya mendekati; biarkan mereka membaca hurufnya.",
    ),
    "setting": (
        "If the letters look wrong here, this terminal cannot set them: show the file of --html, or scan --qr with a telephone.",
        "Bila hurufnya tampak keliru di sini, terminal ini tidak bisa menyusunnya: tunjukkan berkas dari --html, atau pindai --qr dengan ponsel.",
    ),
    "big": ("In big letters: --html card.html", "Dengan huruf besar: --html kartu.html"),
    "others": (
        "Also understood in {name}: {languages}. Choose with --in.",
        "Juga dipahami di {name}: {languages}. Pilih dengan --in.",
    ),
    "number_unverified": ("{number} [unverified]", "{number} [belum terverifikasi]"),
    "code_part": (
        "The code holds the first {held} of {count} phrases. Choose with --only 1,2,3",
        "Kode ini memuat {held} dari {count} kalimat pertama. Pilih dengan --only 1,2,3",
    ),
    "code_all": ("The code holds the phrases above.", "Kode ini memuat kalimat di atas."),
    "code_none": (
        "This window is too narrow for a QR code. Make it wider, or choose one phrase with --only 1.",
        "Jendela ini terlalu sempit untuk kode QR. Lebarkan, atau pilih satu kalimat dengan --only 1.",
    ),
    "written": ("Written: {path}", "Sudah ditulis: {path}"),
    "written_fonts": ("Written: {path}. Fonts in it: {fonts}", "Sudah ditulis: {path}. Fon di dalamnya: {fonts}"),
    "no_topic": (
        "There is no card “{name}”.|Nothing is shown.|Choose one of these, or see all: safetravel card",
        "Tidak ada kartu “{name}”.|Tidak ada yang ditampilkan.|Pilih salah satu di bawah, atau lihat semua: safetravel card",
    ),
    "no_language": (
        "There are no phrases in “{name}”.|Nothing is shown.|Choose one of these:",
        "Belum ada kalimat dalam bahasa “{name}”.|Tidak ada yang ditampilkan.|Pilih salah satu:",
    ),
    "no_language_of": (
        "For {name} there is no language to choose.|Nothing is shown.|Name the language: --in en",
        "Untuk {name} tidak ada bahasa yang bisa dipilih.|Tidak ada yang ditampilkan.|Sebutkan bahasanya: --in en",
    ),
    "bad_only": (
        "“{text}” is not the number of a phrase on this card.|Nothing is shown.|Give numbers from 1 to {count}, such as --only 1,3",
        "“{text}” bukan nomor kalimat di kartu ini.|Tidak ada yang ditampilkan.|Tulis angka 1 sampai {count}, misalnya --only 1,3",
    ),
    "no_pdf": (
        "PDF needs two libraries that are not installed here.|No file was written.|Install them: pip install 'safetravel-cli[pdf]'. Or"
        " write --html {path}.html, which any browser prints.",
        "PDF memerlukan dua pustaka yang belum terpasang di sini.|Tidak ada berkas yang ditulis.|Pasang: pip install 'safetravel-cli[pdf]'."
        " Atau tulis --html {path}.html, yang bisa dicetak dari peramban apa pun.",
    ),
    "no_font": (
        "No font on this device has all letters of {language}.|No PDF was written: it would show boxes.|Install a font such as {font},"
        " or name a file: --font FILE. --html needs no font here.",
        "Tidak ada fon di perangkat ini yang memuat semua huruf bahasa {language}.|PDF tidak ditulis karena akan berisi kotak-kotak"
        " kosong.|Pasang fon seperti {font}, atau sebutkan berkasnya: --font BERKAS. --html tidak memerlukan fon di sini.",
    ),
    "no_font_letters": (
        "No font that was found has these letters: {letters}.|No PDF was written: it would show boxes.|Install a font such as {font},"
        " or name a file: --font FILE. --html needs no font here.",
        "Tidak ada fon yang memuat huruf ini: {letters}.|PDF tidak ditulis karena akan berisi kotak-kotak kosong.|Pasang fon seperti"
        " {font}, atau sebutkan berkasnya: --font BERKAS. --html tidak memerlukan fon di sini.",
    ),
    "bad_font": (
        "{path} is not a font that can be read.|No PDF was written.|Give a .ttf, .otf or .ttc file.",
        "{path} bukan fon yang bisa dibaca.|PDF tidak ditulis.|Berikan berkas .ttf, .otf, atau .ttc.",
    ),
    "font_lacks": (
        "{path} lacks letters of {language}.|No PDF was written: it would show boxes.|Give another font, or leave --font out.",
        "{path} tidak memuat semua huruf bahasa {language}.|PDF tidak ditulis karena akan berisi kotak-kotak kosong.|Berikan fon lain,"
        " atau jangan pakai --font.",
    ),
    "unwritable": (
        "{path} cannot be written: {reason}.|No file was made.|Give another path.",
        "{path} tidak bisa ditulis: {reason}.|Tidak ada berkas yang dibuat.|Pilih lokasi lain.",
    ),
    "pocket": ("Pocket card", "Kartu saku"),
    "pocket_how": (
        "Print it, fill in by hand what is blank, and carry it with your passport. It holds what you put in your profile; nothing is sent.",
        "Cetak, isi bagian kosong dengan tangan, dan simpan bersama paspor. Isinya dari profil Anda; tidak ada yang dikirim.",
    ),
    "pocket_show": ("To show", "Untuk ditunjukkan"),
    "pocket_both": ("{label} / {other}", "{label} / {other}"),
    "pocket_name": ("Name", "Nama"),
    "pocket_nationality": ("Nationality", "Kewarganegaraan"),
    "pocket_born": ("Date of birth", "Tanggal lahir"),
    "pocket_passport": ("Passport number", "Nomor paspor"),
    "pocket_passport_ends": ("Passport number ends with", "Akhir nomor paspor"),
    "pocket_passport_expires": ("Passport valid until", "Paspor berlaku sampai"),
    "pocket_phone": ("My telephone", "Telepon saya"),
    "pocket_next_of_kin": ("Please call", "Mohon hubungi"),
    "pocket_next_of_kin_phone": ("Their telephone", "Teleponnya"),
    "pocket_blood_type": ("Blood type", "Golongan darah"),
    "pocket_allergies": ("Allergies", "Alergi"),
    "pocket_medicines": ("Medicines", "Obat"),
    "pocket_languages": ("I speak", "Bahasa"),
    "pocket_insurer": ("Insurance", "Asuransi"),
    "pocket_employer": ("Employer or group leader", "Majikan atau ketua rombongan"),
    "pocket_kloter": ("Group of pilgrims (kloter)", "Kloter"),
    "pocket_hotel": ("Hotel or address", "Hotel atau alamat"),
    "words_police": (
        "theft, thief, robbed, stolen, crime, attacked",
        "pencurian, maling, copet, kecurian, kejahatan, dirampok, diserang",
    ),
    "words_detained": ("arrest, arrested, jail, prison, detention", "ditahan, penjara, ditangkap, tahanan"),
    "words_embassy": (
        "call my embassy, consulate, consular, mission, call embassy",
        "kedutaan, kbri, kjri, konsulat, perwakilan, hubungi kedutaan, telepon kbri",
    ),
    "words_doctor": (
        "ambulance, medical, hospital, sick, medicine, pharmacy, pregnant",
        "ambulans, medis, rumah sakit, sakit, obat, apotek, hamil",
    ),
    "words_taxi": ("cab, driver, hotel, address, airport", "taksi, sopir, alamat, bandara"),
    "words_restaurant": ("halal, food, eat, muslim, pork, vegetarian", "rumah makan, makan, makanan, restoran, babi, vegetarian"),
    "words_allergy": ("allergies, allergic, peanut, nuts", "alergi, kacang"),
    "words_work": ("employer, boss, wages, worker, labour", "majikan, gaji, pekerja, kerja, tki, pmi"),
    "words_pilgrim": ("hajj, umrah, pilgrimage, group", "haji, umrah, jemaah, rombongan"),
    "words_disaster": ("earthquake, flood, fire, tsunami, evacuation", "gempa, banjir, kebakaran, pengungsian"),
    "words_everyday": ("basic, polite, toilet, wifi", "dasar, sopan, toilet"),
}
