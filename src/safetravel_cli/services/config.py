"""Settings: list, read, change, move between machines."""

import os

from safetravel_cli import errors, paths, settings
from safetravel_cli.domain.answer import Answer
from safetravel_cli.store import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

# What a form looks like; addresses and numbers are reserved for documentation.
EXAMPLES = {
    "country": "ID, MY, JP",
    "host": "mail.example.org",
    "port": "465, 587",
    "address": "siti@example.org",
    "addresses": "ibu@example.org",
    "phone": "+12025550143",
    "line": "Siti",
    "url": "https://alerts.example.org/sos",
    "topic": "https://ntfy.example.org/sos-3f9c1a7be2d84c55",
    "input": "v4l2:/dev/video2, alsa:hw:1",
    "chat": "123456789, -1001234567890, @channel_name",
}


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return all settings, those of contacts last: name, value, default, set."""
    held = state.read(env)
    rows = [
        {
            "name": setting.name,
            "value": settings.value(held, setting.name),
            "default": setting.default,
            "set": setting.stored in held,
        }
        for setting in [*settings.SETTINGS, *filter(None, map(settings.find, settings.contacts(held)))]
    ]
    return Answer({"settings": rows, "damaged": held.get("damaged", "")})


answer_list = answer


def answer_get(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return one setting.

    Raises:
        NotFound: there is no such setting.
    """
    setting = _known(str(arguments["name"]))
    return Answer({"name": setting.name, "value": settings.value(state.read(env), setting.name)})


def answer_set(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Store one setting.

    Raises:
        NotFound: there is no such setting.
        UsageError: it does not take that value, or nothing can be written.
    """
    setting, value = _known(str(arguments["name"])), str(arguments["value"])
    if setting.form == "country":
        value = value.upper()
    if setting.form == "phone":
        # As people write it; a number without its country code is none.
        value = settings.phone(value)
    _check(setting, value)
    save(env, {setting.stored: value})
    return Answer({"name": setting.name, "value": value})


def answer_unset(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return one setting to its default; `contact.NAME` forgets the whole contact."""
    name = str(arguments["name"])
    whole = [one for one in settings.contacts(state.read(env)) if one.startswith(name + ".")]
    if name.count(".") == 1 and whole:
        save(env, dict.fromkeys(whole))
        return Answer({"settings": [{"name": one, "value": ""} for one in whole]})
    setting = _known(name)
    save(env, {setting.stored: None})
    return Answer({"name": setting.name, "value": setting.default})


def answer_path(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return where the settings are kept and whether the file exists."""
    path = paths.state_file(env.environ)
    return Answer({"path": path, "exists": os.path.exists(path)})


def answer_export(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return the stored settings as TOML text."""
    held = state.read(env)
    known = [setting for name in (*settings.NAMES, *settings.contacts(held)) if (setting := settings.find(name))]
    lines = [f"{setting.name} = {_quoted(held[setting.stored])}" for setting in known if setting.stored in held]
    return Answer({"toml": "\n".join(lines)})


def _quoted(value: str) -> str:
    """Write a value as a string of TOML; no value holds control characters."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _flat(table: "dict[str, object]", head: str = "") -> "dict[str, object]":
    """Return dotted names of what TOML reads as tables in tables."""
    flat: dict[str, object] = {}
    for name, value in table.items():
        flat.update(_flat(value, f"{head}{name}.") if isinstance(value, dict) else {head + name: value})
    return flat


def answer_import(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Take the settings of a TOML file, all or none.

    Raises:
        UsageError: the file cannot be read, is not TOML, or holds what is not a setting.
    """
    import tomllib

    path = str(arguments["file"])
    try:
        with open(path, "rb") as file:
            read = tomllib.load(file)
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise errors.UsageError("config.unreadable", path=path, reason=str(error)) from None
    changes: dict[str, str | None] = {}
    taken: list[dict[str, str]] = []
    for name, value in _flat(read).items():
        setting = _known(name)
        _check(setting, str(value))
        changes[setting.stored] = str(value)
        taken.append({"name": name, "value": str(value)})
    save(env, changes)
    return Answer({"settings": taken})


def _known(name: str) -> settings.Setting:
    setting = settings.find(name)
    if not setting:
        contacts = [f"contact.NAME.{field.name}" for field in settings.CONTACT_FIELDS]
        raise errors.NotFound("config.no_such", choices=[*settings.NAMES, *contacts], name=name)
    return setting


def _check(setting: settings.Setting, value: str) -> None:
    if not settings.accepts(setting, value):
        taken = ", ".join(filter(None, setting.choices)) or EXAMPLES[setting.form]
        raise errors.UsageError("config.bad_value", name=setting.name, taken=taken)


def save(env: "Env", changes: "dict[str, str | None]") -> None:
    """Write to the state; None removes a value.

    Raises:
        UsageError: nothing can be written there.
    """
    try:
        state.write(env, changes)
    except OSError as error:
        raise errors.UsageError(
            "config.unwritable", path=paths.state_file(env.environ), reason=error.strerror or str(error)
        ) from None
