"""Settings: list, read, change, move between machines."""

import os

from safetravel_cli import errors, paths, settings
from safetravel_cli.domain.answer import Answer
from safetravel_cli.store import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return all settings: name, value, default."""
    held = state.read(env)
    rows = [
        {
            "name": setting.name,
            "value": settings.value(held, setting.name),
            "default": setting.default,
            "set": f"setting.{setting.name}" in held,
        }
        for setting in settings.SETTINGS
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
    if not setting.choices:
        value = value.upper()
    _check(setting, value)
    save(env, {"setting." + setting.name: value})
    return Answer({"name": setting.name, "value": value})


def answer_unset(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return one setting to its default."""
    setting = _known(str(arguments["name"]))
    save(env, {"setting." + setting.name: None})
    return Answer({"name": setting.name, "value": setting.default})


def answer_path(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return where the settings are kept and whether the file exists."""
    path = paths.state_file(env.environ)
    return Answer({"path": path, "exists": os.path.exists(path)})


def answer_export(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return the stored settings as TOML text."""
    held = state.read(env)
    lines = [f'{name} = "{held["setting." + name]}"' for name in settings.NAMES if "setting." + name in held]
    return Answer({"toml": "\n".join(lines)})


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
    for name, value in read.items():
        setting = _known(name)
        _check(setting, str(value))
        changes["setting." + name] = str(value)
    save(env, changes)
    return Answer({"settings": [{"name": name.partition(".")[2], "value": value} for name, value in changes.items()]})


def _known(name: str) -> settings.Setting:
    setting = settings.find(name)
    if not setting:
        raise errors.NotFound("config.no_such", choices=list(settings.NAMES), name=name)
    return setting


def _check(setting: settings.Setting, value: str) -> None:
    if not settings.accepts(setting, value):
        raise errors.UsageError(
            "config.bad_value", name=setting.name, taken=", ".join(filter(None, setting.choices)) or "ID, MY, JP"
        )


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
