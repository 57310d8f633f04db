"""Airports with an IATA code, from the package airportsdata."""

import re
from importlib.metadata import version

import airportsdata

from refresh.table import Refresher, Row
from snapshot.package import Package

ICAO = re.compile("[A-Z][A-Z0-9]{3}")


def fetch(_package: Package) -> list[Row]:
    """Return the airports. The country of a known airport is not fetched: territories were set apart by their borders."""
    released = version("airportsdata")
    as_of = f"{released[:4]}-{released[4:6]}-{released[6:8]}"
    return [
        {
            "iata_code": code,
            "icao_code": airport["icao"] if ICAO.fullmatch(airport["icao"]) else "",
            "name": airport["name"].strip(),
            "city": airport["city"].strip(),
            "country_code": airport["country"],
            "latitude": str(round(airport["lat"], 5)),
            "longitude": str(round(airport["lon"], 5)),
            "zone": airport["tz"],
            "source": "airportsdata",
            "as_of": as_of,
        }
        for code, airport in airportsdata.load("IATA").items()
    ]


REFRESHER = Refresher("airport", fetch, source="airportsdata", kept=("country_code",))
