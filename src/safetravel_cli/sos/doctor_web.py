"""The channels over HTTPS, asked what they answer without sending: health of ntfy, the bot and its chats, TLS of an address."""

from urllib.parse import urlsplit

from safetravel_cli.sos import channels, message, reserved, setup_chats
from safetravel_cli.sos.channels import smtp_link, web, wire
from safetravel_cli.sos.doctor_channels import Found, failed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from safetravel_cli.sos.doctor import Doctor

PROXIES = ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")
WORKERS = 8
GOOD = 200


def _each(work: "Callable[[Any], Any]", given: "list[Any]") -> "list[Any]":
    """Do the same with several things side by side; all end by the deadline of their probe."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(work, given))


def _bases(row: "dict[str, Any]") -> "list[str]":
    """Return the servers of the contacts' addresses, each once."""
    urls = [urlsplit(str(one["address"])) for one in row["contacts"]]
    return list(dict.fromkeys(f"{url.scheme}://{url.netloc}" for url in urls))


def ntfy(doctor: "Doctor", probe: "Any", row: "dict[str, Any]") -> Found:
    """Ask each server of the topics whether it is well (GET /v1/health): nothing is published."""
    try:
        token = web.token(probe, "ntfy.token")
    except web.Failed as failure:
        return failed(doctor.say, failure.result)
    bases = list(dict.fromkeys(str(one["address"]).rpartition("/")[0] for one in row["contacts"]))

    def ask(base: str) -> "Any":
        try:
            reply = web.call(probe, base + "/v1/health", token, method="GET")
        except web.Failed as failure:
            return failure.result
        if reply.status == GOOD:
            healthy = web.table(reply).get("healthy")
            return None if healthy is True else channels.Result("retry", "not_answer" if healthy is None else "unwell")
        return web.refusal(reply, probe, token)

    return _sum(doctor, bases, _each(ask, bases), "doctor.ntfy_healthy")


def _sum(doctor: "Doctor", hosts: "list[str]", found: "list[Any]", good: str) -> Found:
    bad = [(host, one) for host, one in zip(hosts, found, strict=True) if one]
    if not bad:
        return Found("green", good, {"hosts": doctor.say.join(hosts)})
    return failed(doctor.say, bad[0][1], [host for host, _ in bad])


def telegram(doctor: "Doctor", probe: "Any", row: "dict[str, Any]") -> Found:
    """Ask who the bot is (getMe), and for each contact whether the bot knows the chat (getChat)."""
    from safetravel_cli.sos.channels import telegram as channel

    try:
        token = web.token(probe, "telegram.token", needed=True)
        bot = channel.ask(probe, token, "getMe")
    except web.Failed as failure:
        return failed(doctor.say, failure.result)
    name = "@" + message.line(str(dict(bot).get("username") or "?"))[:40]

    def look(one: "dict[str, str]") -> "Any":
        try:
            return channel.ask(probe, token, "getChat", chat_id=channel.chat(one["address"]))
        except web.Failed as failure:
            return failure.result

    found = list(zip(row["contacts"], _each(look, row["contacts"]), strict=True))
    lost = [(one, chat) for one, chat in found if not isinstance(chat, dict)]
    details = [
        doctor.say("doctor.telegram_chat", name=one["name"], chat=setup_chats.called(chat))
        for one, chat in found
        if isinstance(chat, dict)
    ]
    if lost:
        names = doctor.say.join([one["name"] for one, _ in lost])
        unknown = [chat for _, chat in lost if chat.code == "telegram_chat"]
        if not unknown:
            return failed(doctor.say, lost[0][1], [*details, names])
        level = "amber" if len(lost) < len(found) else "red"
        return Found(level, "doctor.telegram_lost", {"bot": name, "names": names}, details)
    return Found("green", "doctor.telegram_known", {"bot": name}, details)


def webhook(doctor: "Doctor", probe: "Any", row: "dict[str, Any]") -> Found:
    """Open a connection to each server, with its certificate verified, and close it; no request is made."""
    try:
        web.token(probe, "webhook.key")
    except web.Failed as failure:
        return failed(doctor.say, failure.result)
    if any(probe.settings.environ.get(name) for name in PROXIES):
        return Found("amber", "doctor.behind_proxy")
    bases = _bases(row)
    return _sum(doctor, bases, _each(lambda base: _connect(probe, base), bases), "doctor.web_connected")


def _connect(probe: "Any", base: str) -> "Any":
    url = urlsplit(base)
    host = url.hostname or ""
    if reserved.only(probe.settings.environ) and not web.is_reserved(base):
        return channels.Result("needs_you", "reserved")
    try:
        with smtp_link.faults(""):
            limit = wire.Limit(probe.deadline)
            link = wire.connect(host, url.port or (443 if url.scheme == "https" else 80), limit)
            try:
                if url.scheme == "https":
                    wire.context(limit).wrap_socket(link, server_hostname=host).close()
            finally:
                link.close()
    except smtp_link.Failed as failure:
        return failure.result
    return None
