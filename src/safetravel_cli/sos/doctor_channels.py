"""The channels, each connected to and let go again. Nothing is sent: no mail, no message, no SMS."""

import json
import time
from collections import namedtuple

from safetravel_cli.sos import channels, overview, people, reserved

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.sos.doctor import Doctor

SECONDS = 15.0
NOOP_GOOD = 250
# What the channels ask of a job before they send.
Probe = namedtuple("Probe", "settings session deadline")
WORKS = {"sendmail": "doctor.program_there", "exec": "doctor.program_there"}


def check(doctor: "Doctor") -> None:
    """Try each channel in use; where none is ready, say that the person would have to send by hand."""
    data: Any = overview.answer_channels({}, doctor.env).data
    for row in data["channels"]:
        if not row["in_use"] or row["state"] == "hand":
            continue
        if row["state"] in ("missing", "absent"):
            _not_ready(doctor, row, data["ready"])
        elif doctor.offline and row["name"] not in WORKS:
            doctor.found("channel " + row["name"], "amber", "doctor.channel_offline", name=row["name"])
        else:
            _try(doctor, row)
    if not data["ready"]:
        doctor.found("channels", "red", "doctor.channels_none")


def _not_ready(doctor: "Doctor", row: "dict[str, Any]", ready: int) -> None:
    word = "channels.missing_" + str(row["missing"]).replace(".", "_").replace("-", "_")
    missing = doctor.say(word) if doctor.say.has(word) else str(row["missing"])
    advice = [doctor.say("channels.advice_" + row["advice"])] if row["advice"] else []
    name = row["name"]
    if row["state"] == "absent":
        doctor.found("channel " + name, "amber", "doctor.channel_absent", name=name)
    else:
        doctor.found("channel " + name, "amber" if ready else "red", "doctor.channel_missing", advice, name=name, missing=missing)


def _try(doctor: "Doctor", row: "dict[str, Any]") -> None:
    name = str(row["name"])
    probe = Probe(people.settings(doctor.env), {}, time.monotonic() + SECONDS)
    works = {"smtp": _smtp, "telegram": _telegram, "ntfy": _web, "webhook": _web, "termux_sms": _sms}
    if name in WORKS:
        doctor.found("channel " + name, "green", WORKS[name], name=name)
    elif name in works:
        good, bad = works[name](doctor, probe, row)
        if bad is None:
            doctor.found("channel " + name, "green", good, name=name)
        else:
            from safetravel_cli.pages import deliveries

            said = deliveries.reasons({"last_code": bad.code, "last_text": bad.text}, doctor.say)
            level = "red" if bad.state == "needs_you" else "amber"
            doctor.found("channel " + name, level, "doctor.channel_failed", name=name, reason="; ".join(said) or bad.code)
    else:
        doctor.found("channel " + name, "amber", "doctor.channel_foreign", name=name)


def _smtp(doctor: "Doctor", probe: "Any", row: "dict[str, Any]") -> "tuple[str, Any]":
    from safetravel_cli.sos.channels import smtp, smtp_link

    try:
        link, secret = smtp_link.get(probe)
        with smtp_link.faults(secret):
            code, text = link.noop()
        if code != NOOP_GOOD:
            return "", channels.Result("retry", str(code), smtp_link.words(text, secret))
    except smtp_link.Failed as failure:
        return "", failure.result
    finally:
        smtp.close(probe.session)
    return "doctor.smtp_logged_in" if probe.settings.get("smtp.user") else "doctor.smtp_connected", None


def _telegram(doctor: "Doctor", probe: "Any", row: "dict[str, Any]") -> "tuple[str, Any]":
    from safetravel_cli.sos.channels import telegram, web

    try:
        token = web.token(probe, "telegram.token", needed=True)
        base = probe.settings.get("telegram.url", telegram.SERVER).rstrip("/")
        reply = web.call(probe, f"{base}/bot{token}/getMe", token)
    except web.Failed as failure:
        return "", failure.result
    if reply.status == 200 and web.table(reply).get("ok"):
        return "doctor.telegram_known", None
    return "", web.refusal(reply, probe, token, str(web.table(reply).get("description") or ""))


def _web(doctor: "Doctor", probe: "Any", row: "dict[str, Any]") -> "tuple[str, Any]":
    """Open a connection, with its certificate verified, and close it; no request is made."""
    from urllib.parse import urlsplit

    from safetravel_cli.sos.channels import smtp_link, web, wire

    url = urlsplit(str(row["contacts"][0]["address"]))
    if any(probe.settings.environ.get(name) for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy")):
        return "", channels.Result("retry", "", doctor.say("doctor.behind_proxy"))
    host = url.hostname or ""
    if reserved.only(probe.settings.environ) and not web.is_reserved(url.geturl()):
        return "", channels.Result("needs_you", "reserved")
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
        return "", failure.result
    return "doctor.web_connected", None


def _sms(doctor: "Doctor", probe: "Any", row: "dict[str, Any]") -> "tuple[str, Any]":
    """Look at the newest SMS alone: whether Android allows it is seen, and none is sent."""
    from safetravel_cli.sos.channels import program, termux_sms

    path = program.find(termux_sms.LIST, probe.settings.environ)
    if not path:
        return "", channels.Result("needs_you", "setup", termux_sms.LIST)
    try:
        done = program.run([path, "-t", "all", "-l", "1"], b"", probe.deadline, probe.settings.environ)
        held = json.loads(done.out.decode("utf-8", "replace") or "null")
    except program.Failed as error:
        return "", program.failed(error)
    except ValueError:
        held = None
    if isinstance(held, list):
        return "doctor.sms_allowed", None
    return "", channels.Result("needs_you", "sms_permission")
