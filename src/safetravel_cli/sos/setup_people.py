"""The questions of `setup` about people: who you are, whom to tell, the mission in charge."""

import functools

from safetravel_cli import errors, settings
from safetravel_cli.services import asking, profile
from safetravel_cli.sos import people
from safetravel_cli.sos.setup import SKIPPED

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.setup import Setup

WHO = ("name", "nationality", "phone", "passport_last4", "passport_expires")


def who(setup: "Setup") -> None:
    """Ask who the person is; what is known is not asked."""
    for name in WHO:
        if setup.held().get("profile." + name) and not setup.given.get(name):
            setup.note(name, "known")
            continue
        changes = setup.ask(name, "setup.ask_" + name, functools.partial(profile.entry, setup.env, name))
        if changes:
            setup.save(changes)
        setup.note(name, "set" if changes else "skipped" if SKIPPED + name in setup.held() else "open")


def contacts(setup: "Setup") -> None:
    """Ask whom to tell: several people, each with a language."""
    known = people.contacts(setup.env)
    given = [contact(text) for text in setup.given.get("contact") or []]
    for fields in given:
        add(setup, fields)
    if not given and known:
        setup.note("contact", "known", ", ".join(one.name for one in known))
        return
    if not given and setup.asks and SKIPPED + "contact" not in setup.held():
        _ask_contacts(setup)
    added = [one.name for one in people.contacts(setup.env) if one not in known]
    setup.note("contact", "set" if added else "skipped" if SKIPPED + "contact" in setup.held() else "open", ", ".join(added))


def _ask_contacts(setup: "Setup") -> None:
    key = "setup.ask_contact"
    while True:
        name = asking.line(setup.env, setup.say(key))
        if not name:
            if key == "setup.ask_contact":
                setup.save({SKIPPED + "contact": "yes"})
            return
        fields = {"name": name}
        for field in ("email", "phone"):
            found = setup.ask("of_" + field, "setup.ask_contact_" + field, functools.partial(value, field), name=name)
            setup.save({SKIPPED + "of_" + field: None})
            if found:
                fields[field] = found
        if len(fields) == 1:
            setup.tell("setup.contact_unreached", name=name)
            continue
        language = ""
        while language not in ("id", "en"):
            language = asking.line(setup.env, setup.say("setup.ask_contact_language", name=name)).casefold() or setup.env.language
        add(setup, {**fields, "language": language})
        setup.tell("setup.contact_added", name=name)
        key = "setup.ask_another"


def add(setup: "Setup", fields: "dict[str, str]") -> None:
    """Store a contact under a short name of its own; one that is there under this name is changed."""
    slug = _slug(fields["name"], {one.slug: one.name for one in people.contacts(setup.env)})
    setup.save({f"contact.{slug}.{field}": text for field, text in fields.items()})


def _slug(name: str, known: "dict[str, str]") -> str:
    from safetravel_cli.lookup.fold import fold

    base = "".join(char if char.isascii() and char.isalnum() else "-" for char in fold(name)).strip("-")[:24] or "contact"
    number, slug = 1, base
    while slug in known and known[slug] != name:
        number += 1
        slug = f"{base}-{number}"
    return slug


def contact(text: str) -> "dict[str, str]":
    """Return the fields of a contact as the option gives them: `Ibu, ibu@example.org, +12025550143, id`.

    The first is the name; of the others each is known by its form. `ntfy=`, `telegram=` and `webhook=` may stand before one.

    Raises:
        UsageError: something of it is none of these, or it cannot be reached.
    """
    name, *words = [word.strip() for word in text.split(",")]
    fields = {"name": value("name", name)}
    for word in filter(None, words):
        field, mark, rest = word.partition("=")
        if mark and field in ("ntfy", "telegram", "webhook", "exec"):
            fields[field] = value(field, rest)
        elif word.lower() in ("id", "en"):
            fields["language"] = word.lower()
        elif "@" in word:
            fields["email"] = " ".join(filter(None, [fields.get("email", ""), value("email", word)]))
        else:
            fields["phone"] = value("phone", word)
    if not set(fields) - {"name", "language"}:
        raise errors.UsageError("setup.bad_contact")
    return fields


def value(field: str, text: str) -> str:
    """Return a field of a contact as a person types it. A server of ntfy alone gets a topic that nobody guesses.

    Raises:
        UsageError: it is none.
    """
    form = next(one for one in settings.CONTACT_FIELDS if one.name == field)
    found = settings.phone(text) if field == "phone" else text.strip()
    if field in ("ntfy", "webhook") and "://" not in found:
        found = "https://" + found
    if field == "ntfy" and settings.host(found) and not found.partition("://")[2].partition("/")[2]:
        import secrets

        found = f"{found.rstrip('/')}/sos-{secrets.token_hex(8)}"
    if not settings.accepts(form, found):
        raise errors.UsageError("profile.bad_phone" if field == "phone" else "setup.bad_" + field)
    return found


def mission(setup: "Setup") -> None:
    """Offer the mission in charge of where the person goes, with its address; it is added on a yes alone."""
    held = people.contacts(setup.env)
    if any(one.kind == "mission" for one in held):
        setup.note("mission", "known", ", ".join(one.name for one in held if one.kind == "mission"))
        return
    if setup.given.get("mission") == "no" or (not setup.asks and setup.given.get("mission") != "yes"):
        setup.note("mission", "skipped" if setup.given.get("mission") else "open")
        return
    found = _in_charge(setup)
    if not found:
        setup.note("mission", "skipped" if SKIPPED + "place" in setup.held() else "open")
        return
    name, address = str(found["short_name"]), str(found.get("email") or "")
    if not settings.is_address(address):
        setup.tell("setup.mission_without_mail", name=name)
        setup.note("mission", "failed", name)
        return
    setup.tell("setup.mission_found", name=name, address=address, source=str(found.get("source") or ""))
    if setup.yes("mission", "setup.ask_mission", name=name):
        add(setup, {"name": name, "email": address.split()[0], "language": "id", "kind": "mission"})
        setup.note("mission", "set", f"{name}, {address}")
    else:
        setup.note("mission", "skipped", name)


def _in_charge(setup: "Setup") -> "dict[str, Any] | None":
    from safetravel_cli.sos import call

    def look(place: "str | None") -> "dict[str, Any] | None":
        found: list[dict[str, Any]] = call.look(setup.env, place)["call"]["missions"]
        return found[0] if found else None

    def check(text: str) -> "dict[str, Any]":
        found = look(text)
        if not found:
            raise errors.NotFound("setup.no_mission", place=text)
        return found

    found: dict[str, Any] | None = setup.ask("place", "setup.ask_place", check)
    return found or (None if setup.given.get("place") or setup.asks else look(None))


STEPS = (who, contacts, mission)
