"""Prayer times by the methods of the authorities that publish them (docs/explanation/prayer.md has the sources and the check)."""

import math

from safetravel_cli.domain import sun

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

PRAYERS = ("fajr", "sunrise", "dhuhr", "asr", "maghrib", "isha")
# Decree 6 of the Fiqh Council of the Muslim World League (Makkah, 9th session, 1406 AH): up to 66 degrees a twilight that does
# not end is taken in proportion to the night at latitude 45; beyond, where signs are missing, all times are those of latitude 45.
POLAR_LATITUDE = 66.0
MODEL_LATITUDE = 45.0
IMSAK_BEFORE = 10


class Method:
    """Angles in degrees below the horizon, margins in minutes added after rounding, minutes from maghrib to isha if fixed."""

    __slots__ = ("countries", "fajr", "horizon", "isha", "isha_after", "isha_after_ramadan", "margins", "name", "nearest")

    def __init__(
        self,
        name: str,
        fajr: float,
        isha: float,
        margins: "Mapping[str, int]",
        countries: str = "",
        horizon: float = 0.8333,
        nearest: bool = False,
        isha_after: int = 0,
        isha_after_ramadan: int = 0,
    ) -> None:
        self.name = name
        self.fajr = fajr
        self.isha = isha
        self.margins = margins
        self.countries = countries.split()
        self.horizon = horizon
        self.nearest = nearest
        self.isha_after = isha_after
        self.isha_after_ramadan = isha_after_ramadan or isha_after


# What is not marked `nearest` is rounded up to the minute, as its authority does.
METHODS = {
    method.name: method
    for method in (
        Method("kemenag", 20, 18, {"fajr": 2, "sunrise": -3, "dhuhr": 3, "asr": 2, "maghrib": 2, "isha": 2}, "ID", horizon=1),
        Method("ummalqura", 18.5, 0, {"sunrise": -1}, "SA", isha_after=90, isha_after_ramadan=120),
        Method("jakim", 18, 18, {"fajr": 1, "sunrise": -1, "dhuhr": 2, "asr": 1, "maghrib": 1, "isha": 1}, "MY"),
        Method("muis", 20, 18, {"dhuhr": 1}, "SG"),
        Method("diyanet", 18, 17, {"sunrise": -7, "dhuhr": 5, "asr": 4, "maghrib": 7}, "TR", nearest=True),
        Method("uae", 18.2, 18.2, {"sunrise": -3, "dhuhr": 3, "asr": 3, "maghrib": 3}, "AE", nearest=True),
        Method("qatar", 18, 0, {"maghrib": 1, "isha": 1}, "QA", nearest=True, isha_after=90),
        Method("kuwait", 18, 17.5, {}, "KW", nearest=True),
        Method("egypt", 19.5, 17.5, {"dhuhr": 1}, "EG", nearest=True),
        Method("karachi", 18, 18, {"dhuhr": 1}, "PK", nearest=True),
        Method("mwl", 18, 17, {"dhuhr": 1}, nearest=True),
        Method("isna", 15, 15, {"dhuhr": 1}, nearest=True),
    )
}


def local(country: str) -> "Method | None":
    """Return the method of the authority of a country (ISO 3166-1 alpha-2), None where none is known here."""
    return next((method for method in METHODS.values() if country in method.countries), None)


class Times:
    """Minutes from 0 h UTC of the day by prayer, and which of them were taken from latitude 45."""

    __slots__ = ("minutes", "modelled")

    def __init__(self, minutes: "dict[str, int]", modelled: "list[str]") -> None:
        self.minutes = minutes
        self.modelled = modelled


def times(method: Method, latitude: float, longitude: float, day: int, ramadan: bool = False) -> Times:
    """Return the times of a day (days since 1970-01-01): rounded as the authority does, its margins included."""
    exact = _exact(method, latitude, longitude, day, ramadan)
    modelled: list[str] = []
    missing = [name for name, at in exact.items() if at is None]
    if missing:
        whole = _exact(method, math.copysign(MODEL_LATITUDE, latitude), longitude, day, ramadan)
        if abs(latitude) > POLAR_LATITUDE or set(missing) - {"fajr", "isha"}:
            exact, modelled = whole, list(PRAYERS)
        else:
            exact, modelled = _in_proportion(exact, whole), missing
    known = {name: at for name, at in exact.items() if at is not None}
    rounded = {name: math.floor(at + 0.5) if method.nearest else math.ceil(at - 1e-9) for name, at in known.items()}
    return Times({name: rounded[name] + method.margins.get(name, 0) for name in PRAYERS}, modelled)


def _exact(method: Method, latitude: float, longitude: float, day: int, ramadan: bool) -> "dict[str, float | None]":
    sunset = sun.crossing(day, latitude, longitude, -method.horizon, 1)
    after = method.isha_after_ramadan if ramadan else method.isha_after
    isha = sun.crossing(day, latitude, longitude, -method.isha, 1)
    if after:
        isha = None if sunset is None else sunset + after
    return {
        "fajr": sun.crossing(day, latitude, longitude, -method.fajr, -1),
        "sunrise": sun.crossing(day, latitude, longitude, -method.horizon, -1),
        "dhuhr": sun.noon(day, longitude),
        "asr": sun.crossing(day, latitude, longitude, sun.shadow(1), 1),
        "maghrib": sunset,
        "isha": isha,
    }


def _in_proportion(own: "dict[str, float | None]", model: "dict[str, float | None]") -> "dict[str, float | None]":
    """Return the own times with fajr and isha, where missing, at the same part of the night as at the model latitude."""
    rise, fall = own["sunrise"], own["maghrib"]
    model_rise, model_fall = model["sunrise"], model["maghrib"]
    dawn, dusk = model["fajr"], model["isha"]
    assert rise is not None and fall is not None and model_rise is not None and model_fall is not None
    assert dawn is not None and dusk is not None
    # Both nights measured from this sunset to a sunrise like today's: a day later it moves by a minute or two.
    share = (1440 - (fall - rise)) / (1440 - (model_fall - model_rise))
    return {
        **own,
        "fajr": own["fajr"] if own["fajr"] is not None else rise - (model_rise - dawn) * share,
        "isha": own["isha"] if own["isha"] is not None else fall + (dusk - model_fall) * share,
    }


def civil_day(day: int, longitude: float, offset_minutes: int) -> int:
    """Return the UTC day whose noon at a longitude falls on the civil day of a clock that is ahead of UTC by an offset.

    Only across the date line (Kiribati, Samoa) is it another one than `day`.
    """
    return day - math.floor((720 - 4 * longitude + offset_minutes) / 1440)
