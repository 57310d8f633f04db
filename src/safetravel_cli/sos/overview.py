"""`sos channels`: every way an alert can leave by, in order; what is ready, what is missing, what it costs, what it proves."""

from safetravel_cli.domain.answer import Answer
from safetravel_cli.sos import channels, people, presets, reserved, secret

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env

HAND = "hand"
SECRETS = {"smtp": "smtp.password", "ntfy": "ntfy.token", "telegram": "telegram.token", "webhook": "webhook.key"}


def answer_channels(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return all channels: those in use first, in order; then by hand; then those that are not in use.

    Each: name, in_use, state (ready: a contact is reached by it; nobody: set up, but no contact has such an address;
    missing: something is not set up; off: not in use; absent: named in the setting `channels`, but not installed; hand),
    missing (the setting or program that is lacking, or ""), contacts[] (slug, name, address), texts, media (what it carries),
    kept_in (where its secret is looked for: environment, command, file, keyring or ""), advice ("token", "bridge" or ""),
    preset (what is known of the mail provider: name, way, source, as_of, blank where nobody looked it up; or null).
    `ready` counts the channels that send by themselves; where it is 0 the status is partial. `reserved`: only reserved
    addresses may be written to here.
    """
    held = people.settings(env)
    contacts = people.contacts(env)
    used = channels.names(held)
    rest = [name for name in (*channels.BUILT_IN, *channels.OPTIONAL) if name not in used]
    rows = [_row(name, True, held, contacts) for name in used]
    rows.append(_plain(HAND, True, "hand"))
    rows += [_row(name, False, held, contacts) for name in rest]
    ready = sum(row["state"] == "ready" for row in rows)
    data = {"status": "success" if ready else "partial", "channels": rows, "ready": ready, "contacts": len(contacts)}
    return Answer({**data, "reserved": reserved.only(env.environ)})


def _plain(name: str, in_use: bool, state: str) -> "dict[str, Any]":
    return {
        "name": name, "in_use": in_use, "state": state, "missing": "", "contacts": [], "texts": True, "media": False,
        "kept_in": "", "advice": "", "preset": None,
    }  # fmt: skip


def _row(name: str, in_use: bool, held: people.Settings, contacts: "list[people.Contact]") -> "dict[str, Any]":
    row = _plain(name, in_use, "off")
    channel = channels.load(name)
    if channel is None:
        return {**row, "state": "absent", "texts": False}
    try:
        missing = str(channel.ready(held))
        reached = [(one, channel.addresses(one)) for one in contacts]
        row["texts"] = bool(channel.carries("text"))
        row["media"] = bool(channel.carries("photo"))
    except Exception:
        # A channel of others that is broken is none.
        return {**row, "state": "absent", "texts": False}
    row["contacts"] = [
        {"slug": one.slug, "name": one.name, "address": address} for one, addresses in reached for address in addresses[:1]
    ]
    if not in_use:
        return row
    row["missing"] = missing
    row["state"] = "missing" if missing else "ready" if row["contacts"] else "nobody"
    row["kept_in"] = secret.home(held, SECRETS[name]) if name in SECRETS else ""
    if name == "smtp":
        row["advice"] = presets.advice(held)
        preset = presets.of(held)
        row["preset"] = {name: getattr(preset, name) for name in ("name", "way", "source", "as_of")} if preset else None
        if held.get("smtp.token_command"):
            row["kept_in"] = "command"
        lacks = "smtp.token_command" if row["advice"] else "smtp.password_file" if not row["kept_in"] else ""
        if not missing and lacks and (row["advice"] or held.get("smtp.user")):
            # A server that will not let it in is not ready, though all settings are there.
            row["missing"], row["state"] = lacks, "missing"
    return row
