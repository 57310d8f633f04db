"""An Overpass server on loopback: it reads the query, counts and answers in the documented shape with made-up places."""

import json
from urllib.parse import parse_qs, urlsplit

from loopback import Loopback

BASE = "2026-11-24T03:00:00Z"
# In Saudi Arabia, where no place is bundled for many kilometres.
DESERT = (20.0, 52.0)


def node(number, latitude, longitude, **tags):
    """Return a node; `_` stands for `:` in the names of tags."""
    named = {name.replace("__", ":"): value for name, value in tags.items()}
    return {"type": "node", "id": number, "lat": latitude, "lon": longitude, "tags": named}


def way(number, latitude, longitude, **tags):
    """Return a way with its centre."""
    held = node(number, latitude, longitude, **tags)
    return {"type": "way", "id": number, "center": {"lat": held["lat"], "lon": held["lon"]}, "tags": held["tags"]}


def mosques(count, latitude=DESERT[0], longitude=DESERT[1]):
    """Return so many mosques in a row to the north, 100 m apart."""
    return [
        node(
            1000 + at,
            latitude + at * 0.0009,
            longitude,
            amenity="place_of_worship",
            religion="muslim",
            name=f"Masjid Contoh {at}",
        )
        for at in range(count)
    ]


def document(elements, base=BASE, **more):
    """Return an answer around elements."""
    osm3s = {"timestamp_osm_base": base, "copyright": "The data included in this document is from www.openstreetmap.org."}
    return json.dumps({"version": 0.6, "generator": "Overpass API", "osm3s": osm3s, "elements": elements, **more}).encode()


def counted(total, **more):
    """Return the answer to `out count`."""
    tags = {"nodes": str(total), "ways": "0", "relations": "0", "total": str(total)}
    return document([{"type": "count", "id": 0, "tags": tags}], **more)


class _Asked(dict):
    """Answers by what is asked: found under every address, made when asked for."""

    def __init__(self, server):
        super().__init__()
        self.server = server

    def __contains__(self, path):
        return True

    def __getitem__(self, path):
        return self.server.reply(path), "application/json"


class _Faults(dict):
    """Faults in the order in which they come, then none."""

    def __init__(self, server):
        super().__init__()
        self.server = server

    def get(self, path, default=None):
        return self.server.trouble.pop(0) if self.server.trouble else default


class Overpass(Loopback):
    """Serve `places` (kind -> elements). `trouble`: faults for the next requests; `queries`: what was asked.

    `count`: what `out count` says in place of the truth. `body`: an answer in place of the places.
    """

    def __init__(self):
        super().__init__()
        self.places = {}
        self.trouble = []
        self.queries = []
        self.count = None
        self.body = None
        self.validators = False
        self.base = BASE
        self.answers, self.faults = _Asked(self), _Faults(self)

    def reply(self, path):
        """Return the body for an address."""
        text = parse_qs(urlsplit(path).query)["data"][0]
        self.queries.append(text)
        words = {"worship": "place_of_worship", "halal": "diet:halal", "hospital": "hospital", "sights": "tourism"}
        kind = next(kind for kind, word in words.items() if word in text)
        elements = self.places.get(kind, [])
        if "out count" in text:
            return counted(len(elements) if self.count is None else self.count, base=self.base)
        return document(elements, self.base) if self.body is None else self.body

    @property
    def environ(self):
        """Return the variables that lead the program here."""
        return {"SAFETRAVEL_FEED_OVERPASS_URL": self.url("/api/interpreter")}
