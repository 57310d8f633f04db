"""The settings that a person may change, with their defaults and what values they take; contacts among them.

A contact is some settings with one name in the middle: `contact.ibu.email`. Passwords are no settings.
"""


class Setting:
    """Name, default, the values taken (none named: whatever has the `form`), and the word that explains it."""

    __slots__ = ("choices", "default", "form", "key", "name")

    def __init__(self, name: str, default: str, choices: "tuple[str, ...]", key: str, form: str = "") -> None:
        self.name = name
        self.default = default
        self.choices = choices
        self.key = key
        self.form = form

    @property
    def stored(self) -> str:
        """Return the name in the state."""
        return self.name if "." in self.name else "setting." + self.name


SETTINGS = (
    Setting("language", "", ("", "id", "en"), "config.language"),
    Setting("plain", "no", ("yes", "no"), "config.plain"),
    Setting("location", "yes", ("yes", "gps", "no"), "config.location"),
    Setting("passport", "ID", (), "config.passport", "country"),
    Setting("second_passport", "", (), "config.second_passport", "country"),
    Setting("smtp.host", "", (), "config.smtp_host", "host"),
    Setting("smtp.port", "", (), "config.smtp_port", "port"),
    Setting("smtp.security", "tls", ("tls", "starttls"), "config.smtp_security"),
    Setting("smtp.user", "", (), "config.smtp_user", "line"),
    Setting("smtp.from", "", (), "config.smtp_from", "address"),
    Setting("smtp.password_command", "", (), "config.smtp_password_command", "line"),
    Setting("smtp.password_file", "", (), "config.smtp_password_file", "line"),
    Setting("smtp.token_command", "", (), "config.smtp_token_command", "line"),
    Setting("channels", "", (), "config.channels", "line"),
    Setting("capture.video_input", "", (), "config.capture_video", "input"),
    Setting("capture.audio_input", "", (), "config.capture_audio", "input"),
    Setting("keyring", "no", ("yes", "no"), "config.keyring"),
    Setting("sendmail.command", "", (), "config.sendmail_command", "line"),
    Setting("exec.command", "", (), "config.exec_command", "line"),
    Setting("ntfy.token_command", "", (), "config.token_command", "line"),
    Setting("ntfy.token_file", "", (), "config.token_file", "line"),
    Setting("telegram.token_command", "", (), "config.token_command", "line"),
    Setting("telegram.token_file", "", (), "config.token_file", "line"),
    Setting("telegram.url", "https://api.telegram.org", (), "config.telegram_url", "url"),
    Setting("webhook.key_command", "", (), "config.key_command", "line"),
    Setting("webhook.key_file", "", (), "config.key_file", "line"),
)
CONTACT_FIELDS = (
    Setting("name", "", (), "config.contact_name", "line"),
    Setting("email", "", (), "config.contact_email", "addresses"),
    Setting("phone", "", (), "config.contact_phone", "phone"),
    Setting("language", "", ("id", "en"), "config.contact_language"),
    Setting("kind", "own", ("own", "mission"), "config.contact_kind"),
    Setting("ntfy", "", (), "config.contact_ntfy", "topic"),
    Setting("telegram", "", (), "config.contact_telegram", "chat"),
    Setting("webhook", "", (), "config.contact_webhook", "url"),
    Setting("exec", "", (), "config.contact_exec", "line"),
)
# What a person may write down of themselves; kept under `profile.`, read by the alert, the cards and `trip check`.
PROFILE = (
    Setting("name", "", (), "profile.name", "line"),
    Setting("nationality", "", (), "profile.nationality", "line"),
    Setting("born", "", (), "profile.born", "date"),
    Setting("passport_last4", "", (), "profile.passport_last4", "last4"),
    Setting("passport_expires", "", (), "profile.passport_expires", "date"),
    Setting("phone", "", (), "profile.phone", "phone"),
    Setting("next_of_kin", "", (), "profile.next_of_kin", "line"),
    Setting("next_of_kin_phone", "", (), "profile.next_of_kin_phone", "phone"),
    Setting(
        "blood_type", "", ("A", "B", "AB", "O", "A+", "A-", "B+", "B-", "AB+", "AB-", "O+", "O-"), "profile.blood_type", "blood"
    ),
    Setting("allergies", "", (), "profile.allergies", "line"),
    Setting("medicines", "", (), "profile.medicines", "line"),
    Setting("languages", "", (), "profile.languages", "line"),
    Setting("insurer", "", (), "profile.insurer", "line"),
    Setting("employer", "", (), "profile.employer", "line"),
    Setting("hotel", "", (), "profile.hotel", "line"),
    Setting("kloter", "", (), "profile.kloter", "line"),
)
NAMES = tuple(setting.name for setting in SETTINGS)
SLUG_LENGTH = 32
LINE_LENGTH = 500
LOOPBACK = ("localhost", "127.0.0.1", "[::1]")


def find(name: str) -> "Setting | None":
    """Return a setting by its name, `contact.NAME.FIELD` included."""
    for setting in SETTINGS:
        if setting.name == name:
            return setting
    head, _, rest = name.partition(".")
    slug, _, field = rest.partition(".")
    if head == "contact" and is_slug(slug):
        for one in CONTACT_FIELDS:
            if one.name == field:
                return Setting(name, one.default, one.choices, one.key, one.form)
    return None


def is_slug(slug: str) -> bool:
    """Tell whether a contact may have this short name: small letters of ASCII, digits, hyphen, underscore."""
    plain = slug.isascii() and slug == slug.lower() and all(char.isalnum() or char in "-_" for char in slug)
    return 0 < len(slug) <= SLUG_LENGTH and plain


def contacts(state: "dict[str, str]") -> "list[str]":
    """Return the names of all settings of contacts that are stored, sorted by contact."""
    slugs = sorted({name.split(".")[1] for name in state if name.startswith("contact.") and name.count(".") == 2})
    names = [f"contact.{slug}.{field.name}" for slug in slugs for field in CONTACT_FIELDS]
    return [name for name in names if name in state]


def accepts(setting: Setting, value: str) -> bool:
    """Tell whether a setting takes a value."""
    if setting.choices:
        return value in setting.choices
    return _FORMS[setting.form](value)


def value(state: "dict[str, str]", name: str) -> str:
    """Return the value of a setting: what is stored, else the default."""
    setting = find(name)
    return (state.get(setting.stored) or setting.default) if setting else ""


def is_address(value: str) -> bool:
    """Tell whether a mail address is plain: ASCII, one @, no quoting, a domain with a dot (or localhost)."""
    local, _, domain = value.rpartition("@")
    signs = "!#$%&'*+-/=?^_`{|}~."
    if not value.isascii() or not 0 < len(local) <= 64 or not _is_host(domain) or domain.replace(".", "").isdigit():
        return False
    dots = local.startswith(".") or local.endswith(".") or ".." in local
    return not dots and all(char.isalnum() or char in signs for char in local) and ("." in domain or domain == "localhost")


def _is_country(value: str) -> bool:
    return len(value) == 2 and value.isascii() and value.isalpha() and value.isupper()


def _is_host(value: str) -> bool:
    labels = value.split(".")
    names = all(one and not one.startswith("-") and not one.endswith("-") and len(one) <= 63 for one in labels)
    return value.isascii() and len(value) <= 253 and names and all(char.isalnum() or char in ".-" for char in value)


def _is_port(value: str) -> bool:
    return value.isascii() and value.isdigit() and len(value) <= 5 and 0 < int(value) < 65536


def _is_phone(value: str) -> bool:
    digits = value[1:]
    return value.startswith("+") and digits.isascii() and digits.isdigit() and 7 <= len(digits) <= 15 and digits[0] != "0"


def phone(value: str) -> str:
    """Return a telephone number without the blanks, dots and brackets that people write into it."""
    return "".join(char for char in value if char not in " -().\u00a0")


def _is_date(value: str) -> bool:
    import datetime

    try:
        return datetime.date.fromisoformat(value).isoformat() == value
    except ValueError:
        return False


def _is_last4(value: str) -> bool:
    return len(value) == 4 and value.isascii() and value.isalnum()


def _is_line(value: str) -> bool:
    return 0 < len(value) <= LINE_LENGTH and value.isprintable() and bool(value.strip())


def host(url: str) -> str:
    """Return the host of a plain https address, or of http on this machine; "" of anything else.

    Plain: ASCII, nothing of a user or password in it, no fragment.
    """
    scheme, mark, rest = url.partition("://")
    place = rest.partition("/")[0].partition("?")[0]
    name, colon, port = (place, "", "") if place.endswith("]") else place.rpartition(":") if ":" in place else (place, "", "")
    clean = url.isascii() and url.isprintable() and len(url) <= LINE_LENGTH and not any(char in url for char in ' "<>\\^`{|}#@')
    name = name.lower()
    local = name in LOOPBACK
    if not mark or not clean or (colon and not _is_port(port)) or not (local or (_is_host(name) and name)):
        return ""
    return name if scheme == "https" or (scheme == "http" and local) else ""


def _is_url(value: str) -> bool:
    return bool(host(value))


def _is_topic(value: str) -> bool:
    base, _, topic = value.rpartition("/")
    plain = topic.replace("-", "").replace("_", "")
    return bool(host(base)) and "?" not in value and 0 < len(topic) <= 64 and (plain.isalnum() or not plain)


def _is_input(value: str) -> bool:
    """Tell whether a device is named as ffmpeg names it: FORMAT:INPUT, such as v4l2:/dev/video2."""
    form, _, name = value.partition(":")
    return _is_line(value) and form.isascii() and form.replace("_", "").isalnum() and bool(name.strip())


def _is_chat(value: str) -> bool:
    if value.startswith("@"):
        return 5 <= len(value) <= 33 and value.isascii() and value[1:].replace("_", "").isalnum()
    digits = value.removeprefix("-")
    return digits.isascii() and digits.isdigit() and len(digits) <= 19 and digits[0] != "0"


def _are_addresses(value: str) -> bool:
    given = value.replace(",", " ").split()
    return bool(given) and len(value) <= LINE_LENGTH and all(map(is_address, given))


_FORMS = {
    "country": _is_country,
    "host": _is_host,
    "port": _is_port,
    "address": is_address,
    "addresses": _are_addresses,
    "phone": _is_phone,
    "date": _is_date,
    "last4": _is_last4,
    "line": _is_line,
    "url": _is_url,
    "topic": _is_topic,
    "input": _is_input,
    "chat": _is_chat,
}
