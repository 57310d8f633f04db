"""Fold what is one place told twice: the same kind within 80 m, under a similar name or under none.

Two mosques of one name farther apart stay two, unless one of them is known only roughly. Names in different scripts cannot
be compared, and stay two.
"""

from functools import cache
from math import sqrt

from safetravel_cli.geo.distance import chord_from
from safetravel_cli.lookup.fold import fold
from safetravel_cli.lookup.typo import bound_for, distance

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

WITHIN_M = 80.0
# How far the position of a place may lie from where the place is, by its precision.
ROUGH_M = {"approx": 1_000.0, "city": 20_000.0}
NAMES = ("name", "name_en", "name_local")
PRECISION = {"city": 0, "approx": 1, "exact": 2}
# What a place is, not which one: a name of these words alone is no name.
GENERIC = frozenset(
    "a al an and as at ash da dan de del di do du el en es i la le les of san st saint santa the und y"
    " mosque masjid mesjid mescit mescid mesquita mezquita moschee moschea mosquee camii cami jami jamia jamiya jameh jame juma"
    " jumma jumah masjed musholla mushola musalla musolla surau prayer room hall place worship islamic muslim center centre"
    " church gereja iglesia igreja eglise kirche chiesa chapel kapel cathedral katedral parish christian catholic"
    " temple mandir mandhir kovil koil kuil pura devasthanam vihara wihara pagoda wat hindu buddhist taoist shrine klenteng"
    " gurdwara gurudwara gurdwara sahib synagogue sinagoge"
    " hospital rumah sakit rs clinic klinik health medical dispensary hopital krankenhaus ospedale hastanesi"
    " museum musee museo attraction viewpoint view point waterfall air terjun restaurant restoran rumah makan".split()
)


class Folder:
    """Take places one by one; keep of each that is told several times the one that tells most."""

    __slots__ = ("kept",)

    def __init__(self) -> None:
        self.kept: list[dict[str, Any]] = []

    def take(self, row: "dict[str, Any]") -> bool:
        """Take a place; tell whether it is a new one."""
        for at, other in enumerate(self.kept):
            if _is_same(row, other):
                better, lesser = (row, other) if _worth(row) > _worth(other) else (other, row)
                self.kept[at] = {**_with_phone(better, lesser), "folded": better.get("folded", 0) + lesser.get("folded", 0) + 1}
                return False
        self.kept.append(row)
        return True


def is_generic(row: "dict[str, Any]") -> bool:
    """Tell whether a place has no name that tells it from others of its kind."""
    return not any(_own_words(row))


def called_alike(one: "dict[str, Any]", other: "dict[str, Any]", apart_m: float) -> bool:
    """Tell whether two places bear one name, but for typing errors, and lie no farther apart than this."""
    if _apart(one, other) > max(apart_m, *[ROUGH_M.get(str(row.get("precision")), 0.0) for row in (one, other)]):
        return False
    return any(_near(first, second) for first in _own_words(one) for second in _own_words(other))


def _with_phone(better: "dict[str, Any]", lesser: "dict[str, Any]") -> "dict[str, Any]":
    """Let the telephone number of the other telling stand where this one has none: a fetched place never has one."""
    if better.get("phone_e164") or not lesser.get("phone_e164"):
        return better
    sources = dict.fromkeys([*str(better.get("source") or "").split(";"), *str(lesser.get("source") or "").split(";")])
    return {**better, "phone_e164": lesser["phone_e164"], "source": ";".join(filter(None, sources))}


def _is_same(one: "dict[str, Any]", other: "dict[str, Any]") -> bool:
    if one.get("place_id") and one["place_id"] == other.get("place_id"):
        return True
    if any(one.get(column) != other.get(column) for column in ("kind", "religion")):
        # Sights are sorted loosely: one source calls a museum what another calls an attraction.
        return one.get("topic") == "sight" and called_alike(one, other, WITHIN_M)
    if _apart(one, other) > WITHIN_M:
        return called_alike(one, other, WITHIN_M)
    ones, others = list(_own_words(one)), list(_own_words(other))
    if not ones or not others:
        return True
    return any(first <= second or second <= first or _near(first, second) for first in ones for second in others)


def _apart(one: "dict[str, Any]", other: "dict[str, Any]") -> float:
    # A degree of latitude is nowhere shorter than 110 km: most pairs are told apart without a sine.
    north: float = abs(one["latitude"] - other["latitude"])
    if north > 0.2:
        return north * 110_000
    return sqrt(chord_from(one["latitude"], one["longitude"])(other["latitude"], other["longitude"]))


def _own_words(row: "dict[str, Any]") -> "Iterator[frozenset[str]]":
    """Yield for each name of a place the words that are its own; none for a name without any."""
    for name in dict.fromkeys(row.get(column) for column in NAMES):
        words = _own(str(name or ""))
        if words:
            yield words


@cache
def _own(name: str) -> "frozenset[str]":
    # Each place is held against many others.
    return frozenset(fold(name).split()) - GENERIC


def _near(one: "frozenset[str]", other: "frozenset[str]") -> bool:
    if one == other:
        return True
    first, second = "".join(sorted(one)), "".join(sorted(other))
    bound = bound_for(min(first, second, key=len))
    return distance(first, second, bound) <= bound


def _worth(row: "dict[str, Any]") -> "tuple[Any, ...]":
    """Return what makes one telling of a place better: a name, a surer position, a newer date, more said."""
    return (
        not is_generic(row),
        PRECISION.get(str(row.get("precision")), 2),
        row.get("confidence") != "unverified",
        str(row.get("as_of") or ""),
        sum(value not in (None, "") for value in row.values()),
    )
