"""The settings that a person may change, with their defaults and what values they take."""


class Setting:
    """Name, default, the values taken (none named: an ISO 3166-1 alpha-2 code), and the word that explains it."""

    __slots__ = ("choices", "default", "key", "name")

    def __init__(self, name: str, default: str, choices: "tuple[str, ...]", key: str) -> None:
        self.name = name
        self.default = default
        self.choices = choices
        self.key = key


SETTINGS = (
    Setting("language", "", ("", "id", "en"), "config.language"),
    Setting("plain", "no", ("yes", "no"), "config.plain"),
    Setting("location", "yes", ("yes", "gps", "no"), "config.location"),
    Setting("passport", "ID", (), "config.passport"),
)
NAMES = tuple(setting.name for setting in SETTINGS)


def find(name: str) -> "Setting | None":
    """Return a setting by its name."""
    for setting in SETTINGS:
        if setting.name == name:
            return setting
    return None


def accepts(setting: Setting, value: str) -> bool:
    """Tell whether a setting takes a value."""
    if setting.choices:
        return value in setting.choices
    return len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()


def value(state: "dict[str, str]", name: str) -> str:
    """Return the value of a setting: what is stored, else the default."""
    setting = find(name)
    return state.get("setting." + name) or (setting.default if setting else "")
