"""`doctor`: is everything ready? Each check says green, amber or red, and what to do. It sends nothing to anybody.

The channels are connected to and logged in to, and let go again; the clock is compared with a server that `sync` asks too.
With SAFETRAVEL_OFFLINE set nothing is asked of the network, and that is said.
"""

import os
import time

from safetravel_cli import errors, exits, paths
from safetravel_cli.domain.answer import Answer
from safetravel_cli.i18n import Say
from safetravel_cli.services import asking
from safetravel_cli.sos import people
from safetravel_cli.store import state

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from safetravel_cli.env import Env

GREEN, AMBER, RED = "green", "amber", "red"
DAY = 86_400.0
# Bundled facts: telephone numbers change about once a year.
DATA_DAYS, DATA_OLD_DAYS = 180, 540
PASSPORT_DAYS = 183
DISK_BYTES, DISK_LEAST = 500_000_000, 50_000_000
# A certificate is refused, and a text says a wrong time, long before a day; two minutes are of no account.
CLOCK_S, CLOCK_WRONG_S = 120.0, 3600.0
CLOCK_SECONDS = 8.0
CLOCK_VARIABLE = "SAFETRAVEL_FEED_ECB_URL"
LONGEST_WAIT = 60


def answer(arguments: "dict[str, Any]", env: "Env") -> Answer:
    """Answer `doctor` with checks[]: check, level (green, amber, red), message, todo, details[]; and counts of each level.

    `worst` is the worst level. The exit code is 78 where anything is red, else 0.
    """
    doctor = Doctor(env, min(int(str(arguments.get("wait") or 0)), LONGEST_WAIT))
    if asking.possible(env):
        asking.tell(env, doctor.say("doctor.looking"))
    for check in CHECKS:
        try:
            check(doctor)
        except Exception as error:
            # One check that breaks must not hide the others.
            doctor.found(check.__name__, RED, "doctor.broken", reason=type(error).__name__)
    levels = [row["level"] for row in doctor.rows]
    worst = next((level for level in (RED, AMBER) if level in levels), GREEN)
    data: dict[str, Any] = {
        "status": "success" if worst == GREEN else "partial",
        "worst": worst,
        **{level: levels.count(level) for level in (GREEN, AMBER, RED)},
        "checks": doctor.rows,
    }
    return Answer(data, exits.STORED_NO_CHANNEL if worst == RED else exits.DONE)


class Doctor:
    """Hold what was found."""

    __slots__ = ("env", "offline", "rows", "say", "wait")

    def __init__(self, env: "Env", wait: int) -> None:
        self.env = env
        self.wait = wait
        self.say = Say(env.language)
        self.rows: list[dict[str, Any]] = []
        self.offline = env.environ.get("SAFETRAVEL_OFFLINE", "") not in ("", "0")

    def found(self, check: str, level: str, key: str, details: "list[str] | None" = None, **values: object) -> None:
        """Write down one finding; the words after | say what to do."""
        message, _, todo = self.say(key, **values).partition("|")
        self.rows.append({"check": check, "level": level, "message": message, "todo": todo, "details": details or []})

    def held(self) -> "dict[str, str]":
        """Return what is stored."""
        return state.read(self.env)


def data(doctor: Doctor) -> None:
    """Look how old the bundled facts are."""
    from safetravel_cli.store.snapshot import open_snapshot

    try:
        date = open_snapshot(doctor.env).meta("date")
        days = int((doctor.env.now() - _midnight(date)) // DAY)
    except errors.SafeTravelError as error:
        what, _, rest = doctor.say(error.key, **error.values).partition("|")
        doctor.rows.append({"check": "data", "level": RED, "message": what, "todo": rest.replace("|", " "), "details": []})
        return
    level = GREEN if days <= DATA_DAYS else AMBER if days <= DATA_OLD_DAYS else RED
    key = "doctor.data_good" if level == GREEN else "doctor.data_old"
    doctor.found("data", level, key, date=doctor.say.date(date), days=doctor.say.number(days))


def _midnight(date: str) -> float:
    import calendar

    return float(calendar.timegm(time.strptime(date, "%Y-%m-%d")))


def location(doctor: Doctor) -> None:
    """Ask each thing that could tell where the device is, and say what became of it."""
    from safetravel_cli.pages import where as page
    from safetravel_cli.services import where

    found = where.answer({"wait": doctor.wait}, doctor.env).data
    rungs: Any = found["rungs"]
    details = [page.outcome(row, doctor.say) for row in rungs if row["outcome"] not in page.QUIET]
    position: Any = found["position"]
    method = position["method"]
    if method not in ("saved_place", "time_zone", "unknown"):
        doctor.found("location", GREEN, "doctor.location_device", details)
    elif method == "saved_place":
        doctor.found("location", AMBER, "doctor.location_saved", details)
    else:
        doctor.found("location", AMBER, "doctor.location_none", details)


def contacts(doctor: Doctor) -> None:
    """Look who is told, and whether each is reached by something."""
    from safetravel_cli.sos import overview

    held = people.contacts(doctor.env)
    if not held:
        doctor.found("contacts", RED, "doctor.contacts_none")
        return
    rows: Any = overview.answer_channels({}, doctor.env).data["channels"]
    reached = {one["slug"] for row in rows if row["state"] == "ready" for one in row["contacts"]}
    lost = [one.name for one in held if one.slug not in reached]
    own = [one.name for one in held if one.kind == "own"]
    if not own:
        doctor.found("contacts", AMBER, "doctor.contacts_no_own")
    if lost:
        level = AMBER if reached else RED
        doctor.found("contacts", level, "doctor.contacts_lost", names=doctor.say.join(lost))
    elif own:
        doctor.found("contacts", GREEN, "doctor.contacts_good", names=doctor.say.join([one.name for one in held]))


def channels(doctor: Doctor) -> None:
    """Connect to each channel in use."""
    from safetravel_cli.sos import doctor_channels

    doctor_channels.check(doctor)


def sending(doctor: Doctor) -> None:
    """Look whether alerts go on leaving after a restart, whether any waits, and whether the waiter is at work."""
    from safetravel_cli.sos import autosend

    held: dict[str, Any] = autosend.answer_autosend({"action": "status"}, doctor.env).data
    installed = [row for row in held["hooks"] if row["installed"]]
    if any(row["active"] is not False and row["current"] for row in installed):
        gone = [doctor.say("autosend.secret_" + name.replace(".", "_")) for name in (*held["lost"], *held["locked"])]
        key = "doctor.autosend_lost" if held["lost"] else "doctor.autosend_locked" if gone else "doctor.autosend_good"
        doctor.found("autosend", AMBER if gone else GREEN, key, names=doctor.say.join(gone))
    elif installed:
        doctor.found("autosend", AMBER, "doctor.autosend_inactive")
    else:
        doctor.found("autosend", AMBER, "doctor.autosend_none" if held["hooks"] else "doctor.autosend_impossible")
    waiting = doctor.say.number(held["waiting"])
    if held["fault"]:
        doctor.found("waiter", RED, "doctor.waiter_fault", reason=held["fault"])
    elif held["waiting"] and held["waiter"] == "none":
        doctor.found("waiter", RED, "doctor.waiter_dead", count=waiting)
    elif held["waiting"]:
        doctor.found("waiter", AMBER, "doctor.waiter_busy", count=waiting)
    else:
        doctor.found("waiter", GREEN, "doctor.waiter_idle")


def disk(doctor: Doctor) -> None:
    """Look whether there is room for an alert with photos, and whether it may be written."""
    import shutil

    folder = os.path.abspath(paths.data_dir(doctor.env.environ))
    while not os.path.isdir(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    free = shutil.disk_usage(folder).free
    size = doctor.say.number(round(free / 1_000_000))
    if not os.access(folder, os.W_OK):
        doctor.found("disk", RED, "doctor.disk_locked", folder=folder)
    elif free < DISK_BYTES:
        doctor.found("disk", RED if free < DISK_LEAST else AMBER, "doctor.disk_full", size=size)
    else:
        doctor.found("disk", GREEN, "doctor.disk_good", size=size)


def clock(doctor: Doctor) -> None:
    """Compare the clock with that of a server."""
    from safetravel_cli.net import http
    from safetravel_cli.sync.feeds import ecb

    if doctor.offline:
        doctor.found("clock", AMBER, "doctor.clock_offline")
        return
    given = doctor.env.environ.get(CLOCK_VARIABLE, "").split()
    url = given[0].rstrip("/") if given else ecb.FEED.urls[0]
    try:
        date = http.fetch(http.Request(url, 0, method="HEAD"), doctor.env.environ, CLOCK_SECONDS).date
    except errors.NetworkNeeded as error:
        what = doctor.say(error.key, **error.values).partition("|")[0]
        doctor.found("clock", AMBER, "doctor.clock_unknown", reason=what)
        return
    if not date:
        doctor.found("clock", AMBER, "doctor.clock_unknown", reason=doctor.say("doctor.clock_no_date"))
        return
    off = doctor.env.now() - date
    if abs(off) <= CLOCK_S:
        doctor.found("clock", GREEN, "doctor.clock_good")
        return
    level = RED if abs(off) >= CLOCK_WRONG_S else AMBER
    doctor.found(
        "clock", level, "doctor.clock_fast" if off > 0 else "doctor.clock_slow", minutes=doctor.say.number(round(abs(off) / 60))
    )


def passport(doctor: Doctor) -> None:
    """Look when the passport ends."""
    date = doctor.held().get("profile.passport_expires", "")
    if not date:
        doctor.found("passport", AMBER, "doctor.passport_unknown")
        return
    days = (_midnight(date) - doctor.env.now()) / DAY
    level = RED if days < 0 else AMBER if days < PASSPORT_DAYS else GREEN
    key = {RED: "doctor.passport_over", AMBER: "doctor.passport_soon", GREEN: "doctor.passport_good"}[level]
    doctor.found("passport", level, key, date=doctor.say.date(date))


def android(doctor: Doctor) -> None:
    """Look for the programs of Termux:API; what Android does not allow is seen where each is tried."""
    if not doctor.env.environ.get("TERMUX_VERSION"):
        return
    from safetravel_cli.geo.rungs import program

    missing = [name for name in ("termux-location", "termux-sms-send", "termux-sms-list") if not program(name, doctor.env)]
    if missing:
        doctor.found("termux", AMBER, "doctor.termux_missing", names=", ".join(missing))
    else:
        doctor.found("termux", GREEN, "doctor.termux_good")


CHECKS = (contacts, channels, sending, location, data, disk, clock, passport, android)
