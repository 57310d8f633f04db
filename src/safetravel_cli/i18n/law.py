"""Words of laws and rules."""

WORDS = {
    "title": ("Laws and rules: {name}", "Hukum dan aturan: {name}"),
    "danger": (
        "Danger: can cost freedom, life or a great deal of money",
        "Bahaya: bisa berujung penjara, nyawa, atau denda besar",
    ),
    "caution": ("Caution: fine or trouble", "Hati-hati: denda atau urusan panjang"),
    "info": ("Good to know", "Perlu diketahui"),
    "nothing": (
        "No law of {name} is recorded here. That does not mean that all is allowed.",
        "Belum ada hukum {name} yang tercatat. Bukan berarti semuanya boleh.",
    ),
    "no_topic_rows": (
        "Nothing is recorded on {topics} in {name}. That does not mean that it is allowed. All laws: safetravel law {code}",
        "Belum ada catatan tentang {topics} di {name}. Bukan berarti boleh. Semua hukum: safetravel law {code}",
    ),
    "trouble": ("If you are held or questioned", "Bila Anda ditahan atau diperiksa"),
    "held": (
        "Stay calm, sign nothing that you cannot read, and ask the police to inform the Indonesian mission."
        " Numbers: safetravel emergency {code}",
        "Tetap tenang, jangan menandatangani yang tidak Anda pahami, dan minta polisi memberi tahu perwakilan RI."
        " Nomor: safetravel emergency {code}",
    ),
}
