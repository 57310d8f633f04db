"""What a person has written down of themselves: shown, set, forgotten. It stays here until an alert or a card has it."""

from safetravel_cli import errors, settings
from safetravel_cli.domain.answer import Answer
from safetravel_cli.services.config import save
from safetravel_cli.store import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

LINE = 200
NAMES = tuple(field.name for field in settings.PROFILE)


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return profile[] (name, value), in the order of the card; blank where nothing is written down."""
    held = state.read(env)
    rows = [{"name": name, "value": held.get("profile." + name, "")} for name in NAMES]
    return Answer({"profile": rows, "done": ""})


answer_show = answer


def answer_set(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Write one entry down; `-` as its value is read from standard input, so that it stands in no history of a shell.

    Raises:
        NotFound: there is no such entry, or no such country.
        UsageError: it cannot be that, or nothing can be written.
    """
    name = _known(str(arguments["name"]))
    words = arguments.get("value") or []
    assert isinstance(words, list)
    text = " ".join(map(str, words))
    changes = entry(env, name, env.stdin.readline() if text == "-" else text)
    save(env, changes)
    return Answer({"profile": [{"name": name, "value": changes["profile." + name] or ""}], "done": "set"})


def answer_unset(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Forget one entry; `all` forgets every one.

    Raises:
        NotFound: there is no such entry.
    """
    asked = str(arguments["name"])
    names = list(NAMES) if asked == "all" else [_known(asked)]
    changes: dict[str, str | None] = {"profile." + name: None for name in names}
    if "languages" in names:
        changes["profile.language"] = None
    save(env, changes)
    return Answer({"profile": [{"name": name, "value": ""} for name in names], "done": "unset"})


def entry(env: "Env", name: str, value: str) -> "dict[str, str | None]":
    """Return what is to be stored for an entry as a person types it.

    Raises:
        UsageError: it cannot be that. The words never repeat the value.
        NotFound, Ambiguous: a nationality that is no country.
    """
    value = " ".join(value.split())
    if name == "nationality":
        return _nationality(env, value)
    field = next(one for one in settings.PROFILE if one.name == name)
    if field.form == "phone":
        value = settings.phone(value)
    if field.form in ("blood", "last4"):
        value = value.upper().replace(" ", "")
    past = field.name == "born" and value > _today(env)
    if len(value) > LINE or past or not settings.accepts(field, value):
        form = "choices" if field.choices else field.form
        raise errors.UsageError("profile.bad_" + form, name=name, taken=", ".join(field.choices))
    changes: dict[str, str | None] = {"profile." + name: value}
    if name == "languages":
        # The officer who calls back reads it in the alert.
        changes["profile.language"] = value[:40]
    return changes


def _nationality(env: "Env", value: str) -> "dict[str, str | None]":
    """Return one or two nationalities by name, and the passports that `visa` and the others go by."""
    from safetravel_cli.lookup import country
    from safetravel_cli.store.snapshot import open_snapshot

    snapshot = open_snapshot(env)
    words = [word.strip() for word in value.replace("/", ",").split(",") if word.strip()]
    if not 1 <= len(words) <= 2:
        raise errors.UsageError("profile.bad_nationality")
    codes = list(dict.fromkeys(country.find(snapshot, word).code for word in words))
    names = [str(one["name_en"]) for one in country.named(snapshot, codes)]
    return {
        "profile.nationality": ", ".join(names),
        "setting.passport": codes[0],
        "setting.second_passport": codes[1] if len(codes) > 1 else None,
    }


def _today(env: "Env") -> str:
    import time

    return time.strftime("%Y-%m-%d", time.gmtime(env.now()))


def _known(name: str) -> str:
    folded = name.strip().lower().replace("-", "_")
    if folded not in NAMES:
        raise errors.NotFound("profile.no_such", choices=list(NAMES), name=name)
    return folded
