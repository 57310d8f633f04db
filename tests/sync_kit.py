"""The sources of `sync` on loopback, with recorded or made answers, dated as a test needs them.

What was not recorded is made in the documented shape, with names and levels of the bundled tables and words of our own.
"""

import calendar
import csv
import functools
import io
import json
import os
import time
import zipfile

from loopback import Loopback

FOLDER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fixtures", "feeds")
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
ECB, IDR, ADVICE = "/eurofxref-daily.xml", "/idr.min.json", "/advice"
US, CA, DE = "/TravelAdvisories", "/index-alpha-eng.json", "/travelwarning"
CDC, GDACS, HISTORY = "/notices.xml", "/EVENTS4APP", "/eurofxref-hist-90d.xml"
PATHS = {
    "ecb": ECB,
    "fawazahmed0": IDR,
    "uk_advice": ADVICE,
    "us_advice": US,
    "ca_advice": CA,
    "de_advice": DE,
    "cdc": CDC,
    "gdacs": GDACS,
    "ecb_history": HISTORY,
}
FEED_NAMES = tuple(PATHS)
# How many rows of each are stored when nothing is wrong.
ROWS = {
    "ecb": 29,
    "fawazahmed0": 151,
    "uk_advice": 229,
    "us_advice": 216,
    "ca_advice": 228,
    "de_advice": 199,
    "cdc": 8,
    "gdacs": 12,
    "ecb_history": 1856,
}


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


@functools.cache
def table(name):
    """Return the rows of a table in data/."""
    with open(os.path.join(ROOT, "data", name), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def levels(government):
    """Return (row of the country, its bundled level row) of all countries that a government advises on."""
    countries = {row["country_code"]: row for row in table("country/country.csv")}
    return [(countries[row["country_code"]], row) for row in table("advice/advice_level.csv") if row["government"] == government]


def us(updated="2026-11-20T19:00:00-05:00", **changed):
    """Return the array of the United States; `changed` gives countries (JP=4) another level. Every entry has this time."""
    rows = []
    for country, row in levels("US"):
        # As it is published: two places under one code, territories without any, a code that is another country's.
        if not country["gec_code"]:
            continue
        title = f"{country['name_en']} - Level {changed.get(country['country_code'], row['level'])}: Made-up words"
        code = {"KN": "KN"}.get(country["country_code"], country["gec_code"])
        rows.append(us_row(title, updated, code))
    return json.dumps(rows).encode()


def us_row(title, updated="2026-11-20T19:00:00-05:00", *codes):
    """Return one entry of the array."""
    return {
        "Title": title,
        "Link": "https://travel.state.gov/made-up.html",
        "Category": list(codes),
        "Summary": "<p>Made up.</p>",
        "id": "https://travel.state.gov/made-up.html",
        "Published": updated,
        "Updated": updated,
    }


def us_feed(published="Sat, 21 Nov 2026"):
    """Return the RSS feed of the United States, which says the same as the array."""
    items = [
        f"<item><title>{country['name_en'].replace('&', '&amp;')} - Level {row['level']}: Made-up words</title>"
        f"<link>https://travel.state.gov/made-up.html</link><pubDate>{published}</pubDate>"
        f'<category domain="Threat-Level">Level {row["level"]}</category>'
        f'<category domain="Country-Tag">{country["gec_code"]}</category></item>'
        for country, row in levels("US")
    ]
    return rss("\n".join(items))


def rss(items):
    """Return a channel around items."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Made up</title>'
    return f"{head}{items}</channel></rss>".encode()


def ca(published="2026-11-21T12:00:00", **changed):
    """Return the index of Canada; `changed` gives countries (JP=3) another state, 0 to 3."""
    data = {"PT-20": ca_row("PT-20", "Azores", 0, published), "IC": ca_row("IC", "Canary Islands", 0, published)}
    for country, row in levels("CA"):
        code = country["country_code"]
        data[code] = ca_row(code, country["name_en"], changed.get(code, int(row["level"]) - 1), published)
    return json.dumps({"metadata": {"generated": {"date": published}}, "data": data}).encode()


def ca_row(code, name, state, published):
    """Return one country of the index."""
    seconds = calendar.timegm(time.strptime(published, "%Y-%m-%dT%H:%M:%S"))
    words = {"name": name, "url-slug": name.lower(), "advisory-text": "Made up", "recent-updates": "Made up"}
    return {
        "country-iso": code,
        "country-eng": name,
        "advisory-state": state,
        "has-regional-advisory": 0,
        "date-published": {"timestamp": seconds, "date": published.replace("T", " "), "asp": published},
        "eng": words,
        "fra": words,
    }


def de(modified=1795219200, **flags):
    """Return the object of Germany; `flags` gives countries (JP="warning") a flag of their own, or none ("")."""
    names = {"warning": "warning", "partial_warning": "partialWarning"}
    answer = {"lastModified": modified, "contentList": []}
    for number, (country, row) in enumerate(levels("DE")):
        code = country["country_code"]
        flag = flags.get(code, names.get(row["flags"], ""))
        answer["contentList"].append(str(100000 + number))
        answer[str(100000 + number)] = {
            "lastModified": modified,
            "effective": modified,
            "title": "Made up",
            "countryCode": code,
            "iso3CountryCode": country["alpha3_code"],
            "countryName": country["name_en"],
            **{name: name == flag for name in ("warning", "partialWarning", "situationWarning", "situationPartWarning")},
        }
    return json.dumps({"response": answer}).encode()


NOTICES = (
    "Level 2 - Dengue in Mali",
    "Level 1 - Measles in Japan",
    "Level 3 - Cholera in Sudan and Chad",
    "Level 1 - Global Measles",
    "Level 2 - Yellow Fever in South America",
    "Level 1 - Malaria in Malawi",
    "Level 2 - Polio in Indonesia, Niger, and Papua New Guinea",
)


def cdc(published="Fri, 20 Nov 2026 05:00:00 GMT", titles=NOTICES):
    """Return the feed of notices."""
    items = [
        f"<item><title>{title}</title><link>http://wwwnc.cdc.gov/travel/notices/made-up-{number}</link>"
        f"<description>Made up.</description><pubDate>{published}</pubDate></item>"
        for number, title in enumerate(titles)
    ]
    return rss("\n".join(items))


def gdacs_event(number, kind="EQ", level="Orange", latitude=35.0, longitude=139.0, changed="2026-11-23T09:00:00", **facts):
    """Return one event of the list; `facts` replace properties."""
    report = f"https://www.gdacs.org/report.aspx?eventid={number}&episodeid=1&eventtype={kind}"
    return {
        "type": "Feature",
        "bbox": [longitude, latitude, longitude, latitude],
        "geometry": {"type": "Point", "coordinates": [longitude, latitude]},
        "properties": {
            "eventtype": kind,
            "eventid": number,
            "episodeid": 1,
            "eventname": "",
            "name": "Made up",
            "description": "Made up",
            "htmldescription": "Made up",
            "url": {"report": report, "details": report},
            "alertlevel": level,
            "iscurrent": "true",
            "country": "Japan",
            "fromdate": "2026-11-22T07:53:00",
            "todate": "2026-11-22T07:53:00",
            "datemodified": changed,
            "iso3": "JPN",
            "affectedcountries": [{"iso2": "JP", "iso3": "JPN", "countryname": "Japan"}],
            "severitydata": {"severity": 6.1, "severitytext": "Made up", "severityunit": "M"},
            **facts,
        },
    }


def gdacs(changed="2026-11-23T09:00:00", events=()):
    """Return the list of disasters: twelve made-up ones, and `events`."""
    kinds = ("EQ", "TC", "FL", "VO", "DR", "WF")
    rows = [
        gdacs_event(
            1000 + number, kinds[number % 6], ("Green", "Orange", "Red")[number % 3], number * 5.0, number * 11.0, changed
        )
        for number in range(12)
    ]
    return json.dumps({"type": "FeatureCollection", "features": [*rows, *events], "bbox": [0, 0, 1, 1]}).encode()


def history_days(last="2026-11-24", count=64):
    """Return the last working days, the newest first."""
    seconds = calendar.timegm(time.strptime(last, "%Y-%m-%d"))
    days = [time.gmtime(seconds - 86400 * back) for back in range(count * 2)]
    return [time.strftime("%Y-%m-%d", one) for one in days if one.tm_wday < 5][:count]


def ecb_history(last="2026-11-24", count=64):
    """Return the bank's file of ninety days, every day with the same rates."""
    text = recorded("ecb_daily.xml").decode()
    start = text.index("<Cube time=")
    end = text.index("</Cube>", start) + len("</Cube>")
    one = text[start:end]
    return (text[:start] + "\n".join(one.replace("2026-03-18", day) for day in history_days(last, count)) + text[end:]).encode()


def ecb_archive(last="2026-11-24", count=64, table=None):
    """Return the bank's archive of all days."""
    from safetravel_cli.sync.feeds import ecb as feed

    rates = next(iter(feed.days(recorded("ecb_daily.xml"), "ecb").values()))
    lines = ["Date," + ",".join([*rates, "CYP"]) + ","]
    lines += [day + "," + ",".join([*map(str, rates.values()), "N/A"]) + "," for day in history_days(last, count)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("eurofxref-hist.csv", "\n".join(lines) if table is None else table)
    return out.getvalue()


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
    """All sources, whole and new; `environ` leads the program to them."""

    def __enter__(self):
        super().__enter__()
        self.put(ECB, ecb(), "text/xml")
        self.put(IDR, fawazahmed0())
        self.put(ADVICE, recorded("uk_advice_index_2026-05-03.json"), "application/json; charset=utf-8")
        self.put(US, us())
        self.put(CA, ca())
        self.put(DE, de())
        self.put(CDC, cdc(), "application/rss+xml")
        self.put(GDACS, gdacs())
        self.put(HISTORY, ecb_history(), "text/xml")
        return self

    @property
    def environ(self):
        """Return the variables that lead the program here."""
        return {f"SAFETRAVEL_FEED_{name.upper()}_URL": self.url(path) for name, path in PATHS.items()}


def save_all(folder):
    """Write the answer of every source into a folder, under the names that a browser gives them."""
    made = {
        "eurofxref-daily.xml": ecb(),
        "idr.min.json": fawazahmed0(),
        "foreign-travel-advice.json": recorded("uk_advice_index_2026-05-03.json"),
        "TravelAdvisories.json": us(),
        "index-alpha-eng.json": ca(),
        "travelwarning.json": de(),
        "notices.xml": cdc(),
        "EVENTS4APP": gdacs(),
        "eurofxref-hist.zip": ecb_archive(),
    }
    for name, body in made.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(body)
    return made
