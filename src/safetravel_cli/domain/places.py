"""What kinds of places there are, and by which of them they are looked for."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

UNKNOWN = "unknown"
CATHOLIC = "christian/catholic"
# Churches in communion with Rome, by their denomination in OpenStreetMap's words.
_CATHOLIC = frozenset("catholic roman_catholic greek_catholic maronite syro_malabar syriac_catholic armenian_catholic".split())

# What a person may call a religion, in both languages -> the categories in which its places stand.
RELIGIONS = {
    "islam": ("muslim",),
    "kristen": ("christian", CATHOLIC),
    "katolik": (CATHOLIC,),
    "hindu": ("hindu",),
    "buddha": ("buddhist",),
    "khonghucu": ("confucian", "chinese_folk"),
    "yahudi": ("jewish",),
    "sikh": ("sikh",),
    "tao": ("taoist",),
    "jain": ("jain",),
    "shinto": ("shinto",),
    "bahai": ("bahai",),
    "zoroaster": ("zoroastrian",),
}
ALSO_CALLED = {
    "muslim": "islam", "moslem": "islam", "mosque": "islam", "masjid": "islam",
    "christian": "kristen", "christianity": "kristen", "nasrani": "kristen",
    "catholic": "katolik", "budha": "buddha", "buddhist": "buddha", "buddhism": "buddha", "budhis": "buddha",
    "hinduism": "hindu", "confucian": "khonghucu", "konghucu": "khonghucu", "confucianism": "khonghucu",
    "jewish": "yahudi", "judaism": "yahudi", "taoist": "tao", "taoism": "tao", "sikhism": "sikh",
}  # fmt: skip

# What `sync --places --kind` takes -> the topic of those places.
FETCHED = {"worship": "worship", "halal": "restaurant", "hospital": "hospital", "sights": "sight"}


def category(topic: str, row: "Mapping[str, object]") -> str:
    """Return the category of a place, one tree of the index each; `topic` is worship, sight, hospital or restaurant."""
    if topic == "worship":
        religion = str(row["religion"] or UNKNOWN)
        return CATHOLIC if religion == "christian" and row["denomination"] in _CATHOLIC else religion
    if topic == "hospital":
        return "emergency" if row["emergency"] == 1 else topic
    if topic == "restaurant":
        return "halal" if row["halal"] in ("yes", "only") else topic
    return topic


def religion(word: str) -> "tuple[str, tuple[str, ...]] | None":
    """Return the name under which a religion stands in the catalogue and its categories; None for an unknown word."""
    word = word.strip().lower().replace("'", "")
    name = ALSO_CALLED.get(word, word)
    return (name, RELIGIONS[name]) if name in RELIGIONS else None
