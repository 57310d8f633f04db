"""The three sources of `sync` on loopback, with the recorded answers dated as a test needs them."""

import json
import os

from loopback import Loopback

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures", "feeds")
ECB, IDR, ADVICE = "/eurofxref-daily.xml", "/idr.min.json", "/advice"
FEED_NAMES = ("ecb", "fawazahmed0", "uk_advice")


def recorded(name):
    """Return a recorded answer."""
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()


def ecb(date="2026-11-24", **rates):
    """Return the bank's file of a day; `rates` replace units for one euro (USD="1.2")."""
    text = recorded("ecb_daily.xml").decode().replace("2026-03-18", date)
    lines = text.split("\n")
    for code, rate in rates.items():
        place = next(place for place, line in enumerate(lines) if f"'{code}'" in line)
        lines[place] = f"\t\t\t<Cube currency='{code}' rate='{rate}'/>"
    return "\n".join(lines).encode()


def fawazahmed0(date="2026-11-24", **units):
    """Return the collector's file of a day; `units` replace units for one rupiah."""
    answer = json.loads(recorded("fawazahmed0_idr_2026-09-29.json"))
    answer["date"] = date
    answer["idr"].update(units)
    return json.dumps(answer).encode()


def index(**changed):
    """Return the index of advice; `changed` gives countries (mali=..., st_maarten=...) another time of last change."""
    answer = json.loads(recorded("uk_advice_index_2026-05-03.json"))
    for child in answer["links"]["children"]:
        slug = child["details"]["country"]["slug"].replace("-", "_")
        if slug in changed:
            child["public_updated_at"] = changed[slug]
    return json.dumps(answer).encode()


def page(slug, changed_at, *status):
    """Return the page of a country in the shape that docs/reference/feeds.md describes."""
    country = {"name": slug.title(), "slug": slug}
    details = {"alert_status": list(status), "change_description": "", "country": country, "parts": []}
    return json.dumps({"title": slug, "public_updated_at": changed_at, "details": details}).encode()


def bundled_times(snapshot):
    """Return slug (with _) -> the bundled date of change at noon, for every country of the index that has one."""
    from safetravel_cli.sync.advice import _codes
    from safetravel_cli.sync.feeds import uk_advice

    class Held:
        pass

    Held.snapshot = snapshot
    dates = {
        row["country_code"]: row["updated_on"]
        for row in snapshot.rows("SELECT country_code, updated_on FROM advice_level WHERE government = 'GB'")
    }
    found = {}
    for listed in uk_advice.parse(recorded("uk_advice_index_2026-05-03.json")):
        codes = _codes(listed, Held)
        if codes and dates.get(codes[0]):
            found[listed.slug.replace("-", "_")] = dates[codes[0]] + "T12:00:00Z"
    return found


class Sources(Loopback):
    """The three sources, whole and new; `environ` leads the program to them."""

    def __enter__(self):
        super().__enter__()
        self.put(ECB, ecb(), "text/xml")
        self.put(IDR, fawazahmed0())
        self.put(ADVICE, recorded("uk_advice_index_2026-05-03.json"), "application/json; charset=utf-8")
        return self

    @property
    def environ(self):
        """Return the variables that lead the program here."""
        return {
            "SAFETRAVEL_FEED_ECB_URL": self.url(ECB),
            "SAFETRAVEL_FEED_FAWAZAHMED0_URL": self.url(IDR),
            "SAFETRAVEL_FEED_UK_ADVICE_URL": self.url(ADVICE),
        }
