"""Words of --version."""

WORDS = {
    "line": ("safetravel {version}, facts of {date} ({id})", "safetravel {version}, data per {date} ({id})"),
    "no_snapshot": ("safetravel {version}, facts cannot be read", "safetravel {version}, data tidak bisa dibaca"),
}
