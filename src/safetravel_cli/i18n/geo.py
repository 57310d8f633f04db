"""Words of positions, distances and directions."""

WORDS = {
    "to_n": ("north", "utara"),
    "to_nne": ("north-northeast", "utara-timur laut"),
    "to_ne": ("northeast", "timur laut"),
    "to_ene": ("east-northeast", "timur-timur laut"),
    "to_e": ("east", "timur"),
    "to_ese": ("east-southeast", "timur-tenggara"),
    "to_se": ("southeast", "tenggara"),
    "to_sse": ("south-southeast", "selatan-tenggara"),
    "to_s": ("south", "selatan"),
    "to_ssw": ("south-southwest", "selatan-barat daya"),
    "to_sw": ("southwest", "barat daya"),
    "to_wsw": ("west-southwest", "barat-barat daya"),
    "to_w": ("west", "barat"),
    "to_wnw": ("west-northwest", "barat-barat laut"),
    "to_nw": ("northwest", "barat laut"),
    "to_nnw": ("north-northwest", "utara-barat laut"),
    "metres": ("{number}\u00a0m", "{number}\u00a0m"),
    "kilometres": ("{number}\u00a0km", "{number}\u00a0km"),
    "about": ("about {distance}", "sekitar {distance}"),
    "direction": ("{distance} to the {direction}", "{distance} ke arah {direction}"),
    "same_city": (
        "in this city or district; the exact spot is not known",
        "di kota atau distrik ini; letak persisnya tidak diketahui",
    ),
    "centre_only": (
        "to the centre of its city or district; ask for the address before you set out",
        "ke pusat kota atau distriknya; tanyakan alamatnya sebelum berangkat",
    ),
}
