"""Who gets an alert: the person's own contacts, those named with --to, and a mission only where the person said so."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.sos.people import Recipient

# The word of --to for the mission in charge of where the person is.
MISSION = "mission"


def choose(
    env: "Env", to: "Sequence[str]", drill: bool, missions: "Sequence[dict[str, Any]]", problem: "Callable[..., None]"
) -> "list[Recipient]":
    """Return who gets the alert; what is wrong goes to `problem(key, **values)`. Nothing is raised.

    A name that no contact has is told, and where none is left all contacts get the alert. A drill goes to no mission.
    """
    known = _known(env, problem)
    wanted = [name.strip().casefold() for name in to]
    names = [name for name in wanted if name != MISSION]
    chosen = [one for one in known if not names or one.contact.casefold() in names or one.name.casefold() in names]
    for name, folded in zip(to, wanted, strict=True):
        if folded in names and not any(folded in (one.contact.casefold(), one.name.casefold()) for one in known):
            problem("sos.no_such_contact", name=name)
    chosen = chosen or known
    if MISSION in wanted:
        chosen = [*chosen, *[one for one in known if one.kind == MISSION], *_in_charge(env, missions, problem)]
    if drill:
        for name in dict.fromkeys(one.name for one in chosen if one.kind == MISSION):
            problem("sos.drill_no_mission", name=name)
        chosen = [one for one in chosen if one.kind != MISSION]
    # One address may stand with several contacts, but the alert goes there once.
    return list({(one.channel, one.rcpt): one for one in reversed(chosen)}.values())[::-1]


def _known(env: "Env", problem: "Callable[..., None]") -> "list[Recipient]":
    try:
        from safetravel_cli.sos import people

        return list(people.recipients(env))
    except Exception as error:
        problem("sos.contacts_unreadable", reason=type(error).__name__)
        return []


def _in_charge(env: "Env", missions: "Sequence[dict[str, Any]]", problem: "Callable[..., None]") -> "list[Recipient]":
    """Return the first mission as a recipient of mail: that in charge, where it is known."""
    mission = missions[0] if missions else {}
    name, address = str(mission.get("short_name") or ""), str(mission.get("email") or "")
    if not address:
        problem("sos.mission_without_mail" if mission else "sos.mission_unknown", name=name)
        return []
    try:
        from safetravel_cli.sos import channels, people

        held = people.settings(env)
        used = channels.names(held)
        way = "sendmail" if "sendmail" in used and "smtp" not in used else "smtp"
        missing = str(channels.load(way).ready(held))
    except Exception as error:
        problem("sos.contacts_unreadable", reason=type(error).__name__)
        return []
    return [people.Recipient("", way, address, name, MISSION, "id", (), missing)]
