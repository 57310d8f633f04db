"""Words of the guides; their steps are facts, in data/guide."""

WORDS = {
    "all": ("Guides: emergencies first, checklists last", "Panduan: keadaan darurat dahulu, daftar periksa terakhir"),
    "open": (
        "Open one by its name in either language: safetravel guide lost passport",
        "Buka salah satu dengan namanya dalam bahasa mana pun: safetravel guide paspor hilang",
    ),
    "title": ("Guide: {title}", "Panduan: {title}"),
    "first": ("The first ten minutes", "Sepuluh menit pertama"),
    "call": ("Whom to call", "Siapa yang dihubungi"),
    "then": ("Then", "Selanjutnya"),
    "done": ("[done]", "[selesai]"),
    "progress": (
        "{done} of {count} steps are done; next is step {next}.",
        "{done} dari {count} langkah selesai; berikutnya langkah {next}.",
    ),
    "finished": ("All {count} steps are done.", "Semua {count} langkah selesai."),
    "count": ("{done} of {count} done", "{done} dari {count} selesai"),
    "remember": (
        "To remember a step that is done: safetravel guide {topic} --done {number}",
        "Untuk mencatat langkah yang selesai: safetravel guide {topic} --done {number}",
    ),
    "more": ("All numbers there: safetravel emergency {code}", "Semua nomor di sana: safetravel emergency {code}"),
    "unknown": (
        "It is not known where you are, so only the ministry's number stands here. Add the country: --country japan",
        "Tempat Anda tidak diketahui, jadi hanya nomor Kemlu yang tertera. Tambahkan negaranya: --country jepang",
    ),
    "by_saved_place": (
        "{name}: the country of the place you saved. Another one: --country japan",
        "{name}: negara dari tempat yang Anda simpan. Negara lain: --country jepang",
    ),
    "by_time_zone": (
        "{name}: taken from the time zone of this device. If that is wrong: --country japan",
        "{name}: diambil dari zona waktu perangkat ini. Bila keliru: --country jepang",
    ),
    "here": ("{name}: where this device is.", "{name}: tempat perangkat ini berada."),
    "kind_need": ("Have ready", "Siapkan"),
    "kind_know": ("Know", "Ketahui"),
    "kind_deadline": ("Deadline", "Batas waktu"),
    "audience_worker": ("for migrant workers", "untuk pekerja migran"),
    "audience_pilgrim": ("for pilgrims", "untuk jemaah"),
    "audience_seafarer": ("for seafarers", "untuk pelaut"),
    "audience_student": ("for students", "untuk mahasiswa"),
    "audience_tourist": ("for tourists", "untuk wisatawan"),
    "no_topic": (
        "There is no guide “{name}”.|Nothing was opened.|All of them: safetravel guide. Or look for the word: safetravel search {name}",
        "Tidak ada panduan “{name}”.|Tidak ada yang dibuka.|Semuanya: safetravel guide. Atau cari katanya: safetravel search {name}",
    ),
    "several": (
        "“{name}” fits several guides.|None was chosen for you.|Name one of them:",
        "“{name}” cocok dengan beberapa panduan.|Tidak ada yang dipilihkan untuk Anda.|Sebutkan salah satunya:",
    ),
    "which": (
        "It is not said which guide.|Nothing was changed.|Name it: safetravel guide lost passport --done 1",
        "Panduannya belum disebutkan.|Tidak ada yang diubah.|Sebutkan: safetravel guide paspor hilang --done 1",
    ),
    "no_number": (
        "“{text}” is not the number of a step.|Nothing was changed.|Write it as --done 3",
        "“{text}” bukan nomor langkah.|Tidak ada yang diubah.|Tulis seperti --done 3",
    ),
    "no_step": (
        "This guide has no step {number}.|Nothing was changed.|Its steps are 1 to {count}.",
        "Panduan ini tidak punya langkah {number}.|Tidak ada yang diubah.|Langkahnya 1 sampai {count}.",
    ),
}
