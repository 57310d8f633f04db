"""`sync --places PLACE --kind KIND`: fetch places of an area from OpenStreetMap into packs of one's own.

Kind after kind, one request at a time: first how many there are, then, where that is not too much, the places. A busy
server is given time. Nothing that is held is replaced by less than half of it, by a part, or by something older.
"""

import errno
import os
import time

from safetravel_cli import errors, paths
from safetravel_cli.domain import places as kinds
from safetravel_cli.domain.answer import Answer
from safetravel_cli.env import is_terminal
from safetravel_cli.geo import place
from safetravel_cli.geo.borders import Borders
from safetravel_cli.geo.distance import geodesic
from safetravel_cli.i18n import Say
from safetravel_cli.net import http
from safetravel_cli.pages import sync_places as page
from safetravel_cli.services.sources import Sources
from safetravel_cli.store import pack_writer, packs
from safetravel_cli.store.snapshot import open_snapshot
from safetravel_cli.sync import ends, osm_place, overpass
from safetravel_cli.sync.sizes import limit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from safetravel_cli.env import Env
    from safetravel_cli.geo.place import Place
    from safetravel_cli.store.snapshot import Snapshot

    Row = dict[str, Any]

RADIUS_KM, MOST_KM = 10, 50
# More elements than this are a planet file's business, not that of a shared server.
MOST = 50_000
# Seconds for everything, for one request, and for the silence of a server that works.
ALL_SECONDS, ONE_SECONDS, PATIENCE = 600.0, 90.0, 75.0
# A server that says that it is busy is asked again after so many seconds, or later where it says when.
BUSY = (429, 503, 504)
PAUSES = (5.0, 15.0, 45.0)
# What an element takes on the way, compressed; and at most in an answer.
WIRE_EACH, BODY_EACH, BODY_LEAST = 120, 4_000, 200_000
BEYOND_M = 3_000.0
DAY = 86400.0
VARIABLE = "SAFETRAVEL_FEED_OVERPASS_URL"

pause = time.sleep


def answer(arguments: "Row", env: "Env") -> "Iterator[Answer]":
    """Answer `sync --places PLACE [--kind K,K] [--radius KM] [--dry-run] [--max-size SIZE]`: one row a kind.

    A row has kind, status (updated, unchanged, none, sized, failed), counted, rows, left_out, as_of, pack; `problem` where
    it failed. `sized`: asked with --dry-run, nothing fetched. Exit 0 where at least one kind came through.

    Raises:
        UsageError: no such kind, a radius that cannot be, an address that may not be asked, or nothing can be written.
        NotFound, Ambiguous: the place cannot be understood.
        NetworkNeeded: no kind came through. IntegrityError: answers came, and none was what it claims to be.
    """
    chosen = _kinds(arguments.get("kind"))
    snapshot = open_snapshot(env)
    found = place.resolve(snapshot, str(arguments["places"]))
    run = _Run(arguments, env, snapshot, found)
    if not run.only_size:
        _check_folder(env)
    rows, problems = [], []
    for kind in chosen:
        try:
            rows.append(run.fetch(kind))
        except (errors.NetworkNeeded, errors.IntegrityError) as error:
            problems.append(error)
            rows.append(run.failed(kind, error))
        except OSError as error:
            raise _unwritable(env, error) from None
    status = "success" if not problems else "partial" if len(problems) < len(rows) else "error"
    data = {"status": status, "places": run.described(), "kinds": rows, **run.counted()}
    warnings: list[Row] = [
        {"id": row["problem"]["id"], "message": f"{row['kind']}: {page.reason(row, run.say)}", "hint": ""}
        for row in rows
        if row["status"] == "failed"
    ]
    yield Answer(data, warnings=warnings)
    if status == "error":
        held = rows if env.view == "json" else []
        if all(isinstance(problem, errors.IntegrityError) for problem in problems):
            raise errors.IntegrityError("sync.nothing_trusted", choices=held)
        raise ends.nothing_came(problems, held)


def _check_folder(env: "Env") -> None:
    """Refuse a folder that cannot be written before anything is fetched, which may cost money abroad.

    Raises:
        UsageError: it cannot be written.
    """
    folder = paths.places_dir(env.environ)
    try:
        os.makedirs(folder, 0o700, exist_ok=True)
        if not os.access(folder, os.W_OK | os.X_OK):
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise _unwritable(env, error) from None


def _unwritable(env: "Env", error: OSError) -> errors.UsageError:
    return errors.UsageError("sync.unwritable", path=paths.places_dir(env.environ), reason=error.strerror or str(error))


def _kinds(given: object) -> "list[str]":
    names = [name for name in str(given or "").lower().replace(",", " ").split() if name]
    for name in names:
        if name not in kinds.FETCHED:
            raise errors.UsageError("sync_places.no_kind", choices=list(kinds.FETCHED), name=name)
    return [kind for kind in kinds.FETCHED if not names or kind in names]


class _Run:
    """One run: the area, the servers, the time that is left, and what was asked so far."""

    def __init__(self, arguments: "Row", env: "Env", snapshot: "Snapshot", found: "Place") -> None:
        self.env = env
        self.say = Say(env.language)
        self.snapshot = snapshot
        self.place = found
        self.only_size = bool(arguments.get("dry_run"))
        self.meter = http.Meter(limit(arguments.get("max_size")) or 0)
        self.requests = 0
        self.urls = _urls(env)
        self.ends = time.monotonic() + ALL_SECONDS
        self.area = _area(found, arguments.get("radius"))
        self.borders = Borders(snapshot.db)

    def fetch(self, kind: str) -> "Row":
        """Fetch a kind and return its row.

        Raises:
            NetworkNeeded, IntegrityError: why there is nothing. OSError: the pack cannot be written.
        """
        self.tell("counting", kind=kind)
        counted = overpass.parse_count(self.ask(kind, True, BODY_LEAST).body)
        row: Row = {"kind": kind, "status": "sized", "counted": counted, "bytes_about": counted * WIRE_EACH}
        row |= {"rows": 0, "left_out": 0, "as_of": "", "pack": self.name(kind)}
        if counted == 0:
            return {**row, "status": "none"}
        if counted > MOST:
            raise errors.IntegrityError("sync_places.too_many", counted=counted, most=MOST)
        if self.meter.would_burst(row["bytes_about"]):
            raise errors.IntegrityError("sync_places.over_size", counted=counted, size=row["bytes_about"])
        if self.only_size:
            return row
        self.tell("fetching", kind=kind, count=self.say.number(counted), size=page.size(row["bytes_about"], self.say))
        response = self.ask(kind, False, BODY_LEAST + BODY_EACH * counted)
        return self.keep(kind, overpass.parse(response.body), response.date, row)

    def keep(self, kind: str, got: overpass.Answer, clock: float, row: "Row") -> "Row":
        """Check an answer and write its places."""
        self.check_day(got.base, clock)
        if got.raw < row["counted"] * 0.9:
            raise errors.IntegrityError("sync.too_few", feed=overpass.NAME, found=got.raw, minimum=row["counted"])
        found = osm_place.rows(kind, got.elements, self.country, got.base)
        before, held = self.held(kind)
        row = {**row, "rows": len(found), "left_out": got.raw - len(found), "as_of": got.base}
        if held > 20 and len(found) * 2 < held:
            raise errors.IntegrityError("sync.too_few", feed=overpass.NAME, found=len(found), minimum=held // 2)
        if not found:
            return {**row, "status": "none"}
        if got.base < before:
            return {**row, "status": "unchanged", "rows": held, "as_of": before}
        area = self.described()
        meta = {
            "database": "places",
            "date": got.base,
            "fetched_on": _day(self.env.now()),
            "place": str(area["name_en"]),
            "radius_km": str(area["radius_km"] or ""),
            "size": str(len(found)),
            "source": overpass.SOURCE,
            "licence": overpass.LICENCE,
        }
        pack_writer.write(self.path(kind), kinds.FETCHED[kind], found, meta)
        return {**row, "status": "updated"}

    def failed(self, kind: str, error: errors.SafeTravelError) -> "Row":
        """Return the row of a kind that did not come."""
        before, held = self.held(kind)
        row = {"kind": kind, "status": "failed", "counted": 0, "bytes_about": 0, "rows": held, "left_out": 0, "as_of": before}
        return {**row, "pack": self.name(kind), "problem": {"id": error.key.partition(".")[2], **error.values}}

    def ask(self, kind: str, count: bool, most: int) -> http.Response:
        """Ask the servers in turn, each again after a while where it is busy.

        Raises:
            NetworkNeeded: none answered in time.
        """
        text = overpass.query(kind, self.area, count)
        problem = errors.NetworkNeeded("sync.net_timeout", host="overpass")
        for url in list(self.urls):
            for seconds in (*PAUSES, 0.0):
                left = self.ends - time.monotonic()
                if left <= 0:
                    raise problem
                self.requests += 1
                request = http.Request(overpass.address(url, text), most, patience=PATIENCE)
                try:
                    return http.fetch(request, self.env.environ, min(ONE_SECONDS, left), self.meter)
                except errors.NetworkNeeded as error:
                    problem = error
                wait = max(seconds, float(str(problem.values.get("retry_after") or 0)))
                if problem.values.get("status") not in BUSY or not seconds or wait > self.ends - time.monotonic():
                    break
                self.tell("busy", seconds=round(wait))
                pause(wait)
            # The next kind begins with the server that may answer.
            self.urls.append(self.urls.pop(0))
        raise problem

    def country(self, latitude: float, longitude: float) -> str:
        """Return the country of a point; '' for one that lies in none, or not where it was asked for."""
        code = str(self.borders.lookup(latitude, longitude).country_code or "")
        if self.area.country_code:
            return code if code == self.area.country_code else ""
        # The middle of a large site may lie a little outside.
        within = geodesic(self.area.latitude, self.area.longitude, latitude, longitude)[0] <= self.area.radius_m + BEYOND_M
        return code if within else ""

    def check_day(self, base: str, clock: float) -> None:
        """Refuse map data of a day that has not come by any clock that is known here."""
        newest = max(_day(max(self.env.now(), clock) + 2 * DAY), self.snapshot.meta("date")[:10])
        if base > newest:
            raise errors.IntegrityError("sync.date_ahead", feed=overpass.NAME, date=base)

    def name(self, kind: str) -> str:
        """Return the name of the pack: the area and the topic."""
        from safetravel_cli.lookup.fold import fold

        if self.area.country_code:
            where = str(self.area.country_code).lower()
        else:
            plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in fold(str(self.place.name_en)))
            label = "" if self.place.kind == "position" else plain[:30].strip("-") + "_"
            where = f"{label}{self.area.latitude:.2f}_{self.area.longitude:.2f}_{self.area.radius_m / 1000:.0f}km"
        return f"{packs.OWN}{where}.{kinds.FETCHED[kind]}"

    def path(self, kind: str) -> str:
        """Return the path of the pack of a kind."""
        return os.path.join(paths.places_dir(self.env.environ), self.name(kind) + packs.ENDING)

    def held(self, kind: str) -> "tuple[str, int]":
        """Return the day and the number of places of the pack that is there; '' and 0 where there is none to be read."""
        try:
            facts = packs.Pack(self.name(kind), self.path(kind), "", own=True).facts
            return facts.meta("date"), int(facts.meta("size") or 0)
        except (errors.SnapshotError, ValueError):
            return "", 0

    def described(self) -> "Row":
        """Return the place and how far round it was asked."""
        circle = not self.area.country_code
        return {
            "name_en": self.place.name_en,
            "name_id": self.place.name_id,
            "kind": self.place.kind,
            "country": self.place.country_code,
            "radius_km": round(self.area.radius_m / 1000) if circle else None,
        }

    def counted(self) -> "Row":
        """Return what was asked and how much came, and of whom."""
        source = Sources(self.snapshot, self.env.language)(overpass.SOURCE)
        return {"requests": self.requests, "bytes": self.meter.received, "source": source, "licence": overpass.LICENCE}

    def tell(self, word: str, **values: object) -> None:
        """Tell a person at a terminal what is going on."""
        if self.env.view != "json" and is_terminal(self.env.stderr):
            if values.get("kind"):
                values["kind"] = self.say(f"sync_places.kind_{values['kind']}")
            self.env.stderr.write(self.say("sync_places." + word, **values) + "\n")
            self.env.stderr.flush()


def _area(found: "Place", radius: object) -> overpass.Area:
    if found.latitude is None:
        if radius is not None:
            raise errors.UsageError("sync_places.no_radius")
        return overpass.Area(0.0, 0.0, 0.0, found.country_code)
    km = RADIUS_KM if radius is None else int(str(radius))
    if not 1 <= km <= MOST_KM:
        raise errors.UsageError("sync_places.bad_radius", most=MOST_KM)
    # Where exactly the traveller stands is nobody's business.
    return overpass.Area(round(found.latitude, 2), round(found.longitude, 2), km * 1000.0, "")


def _urls(env: "Env") -> "list[str]":
    given = env.environ.get(VARIABLE, "").split()
    if not all(map(http.is_allowed, given)):
        raise errors.UsageError("sync.bad_address", variable=VARIABLE)
    return given or list(overpass.URLS)


def _day(seconds: float) -> str:
    return time.strftime("%Y-%m-%d", time.gmtime(seconds))
