"""All countries and territories, for choosing."""

from safetravel_cli import errors, settings
from safetravel_cli.domain.answer import Answer
from safetravel_cli.lookup.fold import fold
from safetravel_cli.store import overlay, state
from safetravel_cli.store.snapshot import Snapshot, open_snapshot

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.env import Env

FREE = ("visa_free", "free_movement")


def answer(arguments: "dict[str, object]", env: "Env") -> Answer:
    """Return one row a country: code, names, region, levels by government, visa for the passport; filtered and sorted.

    `max_level` keeps a country where at least one government gives a level and none gives a higher one.

    Raises:
        NotFound: no such region, with the regions. UsageError: a level outside 1 to 4.
    """
    snapshot = open_snapshot(env)
    passport = settings.value(state.read(env), "passport")
    level = arguments.get("max_level")
    if level is not None and not 1 <= int(str(level)) <= 4:
        raise errors.UsageError("countries.bad_level")
    rows = _rows(snapshot, passport, env)
    if arguments.get("region"):
        rows = _in_region(rows, str(arguments["region"]))
    if arguments.get("visa_free"):
        rows = [row for row in rows if row["visa"] in FREE and row["code"] != passport]
    if level is not None:
        rows = [row for row in rows if row["levels"] and _highest(row) <= int(str(level))]
    order = str(arguments.get("sort") or "name")
    name = "name_id" if env.language == "id" else "name_en"
    keys = {
        "name": lambda row: fold(str(row[name])),
        "code": lambda row: row["code"],
        "level": lambda row: (-_highest(row), fold(str(row[name]))),
        "population": lambda row: -(row["population"] or 0),
    }
    rows.sort(key=keys[order])
    return Answer({"countries": rows, "passport": passport})


def _rows(snapshot: Snapshot, passport: str, env: "Env") -> "list[dict[str, object]]":
    levels: dict[str, dict[str, object]] = {}
    dates: dict[tuple[str, str], str] = {}
    for row in snapshot.rows("SELECT country_code, government, level, as_of FROM advice_level WHERE level IS NOT NULL"):
        code, government = str(row["country_code"]), str(row["government"])
        levels.setdefault(code, {})[government] = row["level"]
        dates[code, government] = str(row["as_of"] or "")
    for code, held in levels.items():
        for fresh in overlay.advice(env, code):
            government = str(fresh["government"])
            # The bundled facts may have been renewed since the last sync.
            if fresh.get("level") and str(fresh["as_of"]) >= dates.get((code, government), ""):
                held[government] = fresh["level"]
    visa = {
        row["country_code"]: (row["requirement"], row["stay_days"])
        for row in snapshot.rows(
            "SELECT country_code, requirement, stay_days FROM entry_requirement WHERE passport_code = ?", passport
        )
    }
    columns = "country_code AS code, flag, name_en, name_id, region_en, region_id, subregion_en, subregion_id, population"
    rows = snapshot.rows(f"SELECT {columns} FROM country")  # noqa: S608
    for row in rows:
        row["levels"] = levels.get(str(row["code"]), {})
        row["visa"], row["stay_days"] = visa.get(row["code"], ("", None))
    return rows


def _highest(row: "dict[str, object]") -> int:
    held = row["levels"]
    assert isinstance(held, dict)
    return max((int(level) for level in held.values()), default=0)


def _in_region(rows: "list[dict[str, object]]", text: str) -> "list[dict[str, object]]":
    columns = ("region_en", "region_id", "subregion_en", "subregion_id")
    word = fold(text)
    found = [row for row in rows if word in [fold(str(row[column] or "")) for column in columns]]
    if not found:
        names = sorted({str(row[column]) for row in rows for column in columns if row[column]})
        raise errors.NotFound("countries.no_region", choices=names, name=text)
    return found
