"""A tiny data package that is sound, for tests that break it."""

import csv
import json
import os
import sys
from collections.abc import Callable

import pytest

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path[:0] = [folder for folder in (os.path.join(ROOT, "tools"), os.path.join(ROOT, "src")) if folder not in sys.path]

VERSION = "2026-11-25"
SOURCED = "source as_of"
POINT = "latitude:number longitude:number"
COUNTRY_KEY = [{"fields": "country_code", "reference": {"resource": "country", "fields": "country_code"}}]
CONSTRAINTS = {
    ("country", "country_code"): {"pattern": "[A-Z]{2}"},
    ("helpline", "rank"): {"minimum": 1},
    ("helpline", "kind"): {"enum": ["police", "medical"]},
    ("city", "latitude"): {"minimum": -90, "maximum": 90},
    ("place", "source"): {"required": True},
}

# name: (database, columns as `name` or `name:type`, primary key, foreign keys, indexes).
TABLES = {
    "licence": ("snapshot", "licence_id allowed:boolean family", "licence_id", [], []),
    "source": ("snapshot", "source_id title licence", "source_id", [], []),
    "omission": ("snapshot", "topic reason_en reason_id", "topic", [], []),
    "country": (
        "snapshot",
        f"country_code alpha3_code numeric_code name_en name_id native_names calling_codes top_level_domain {SOURCED}",
        "country_code",
        [],
        [],
    ),
    "country_alias": ("snapshot", f"alias country_code {SOURCED}", "alias country_code", COUNTRY_KEY, []),
    "city": (
        "snapshot",
        f"geonames_id name name_id country_code {POINT} population:integer other_names {SOURCED}",
        "geonames_id",
        COUNTRY_KEY,
        [["country_code"], ["name"]],
    ),
    "helpline": (
        "snapshot",
        f"country_code rank:integer kind short_code phone_e164 free:boolean opened:date label_en label_id confidence {SOURCED}",
        "country_code rank",
        COUNTRY_KEY,
        [["kind"]],
    ),
    "border_area": (
        "snapshot",
        "area_id:integer country_code zone name_en name_id control police_en police_id claimed_by precision "
        f"west:number south:number east:number north:number shape:binary confidence {SOURCED}",
        "area_id",
        [],
        [],
    ),
    "border_region": ("snapshot", f"region_id:integer country_code zone control {SOURCED}", "region_id", [], []),
    "border_tile": ("snapshot", f"tile:integer data:binary {SOURCED}", "tile", [], []),
    "place": (
        "places",
        f"place_id name kind country_code {POINT} {SOURCED}",
        "place_id",
        COUNTRY_KEY,
        [["country_code", "kind"], ["latitude", "longitude"]],
    ),
    "place_copyleft": ("places-copyleft", f"place_id name {SOURCED}", "place_id", [], []),
}

# A tile of the border index here is one region as a whole: 1 is the country AA, 2 is BB to the east of it.
ROWS = {
    "licence": ["CC0-1.0,yes,public-domain", "GPL-3.0,yes,copyleft", "own-work,yes,own", "unclear,no,permissive"],
    "source": ["atlas,Atlas,CC0-1.0", "general-knowledge,General knowledge,own-work", "mosque-list,List,GPL-3.0"],
    "omission": ["law,No licence.,Tanpa lisensi."],
    "country": [
        "AA,AAA,001,Aland,Alandia,aa:Ølland,1,aa,atlas,2026",
        "BB,BBB,002,Beland,Belandia,,2,bb,atlas,2026-10",
    ],
    "country_alias": ["Alia,AA,atlas,2026", "Shared,AA,atlas,2026", "Shared,BB,atlas,2026"],
    "city": [
        "10,Ålesby,Alesbi,AA,2.0,2.0,5000,Unheard,atlas,2026",
        "9,Bigtown,,BB,2.0,7.0,200000,Grandeville|Grossstadt,atlas,2026",
    ],
    "helpline": [
        "AA,1,police,110,,yes,2020-01-31,Police,Polisi,sourced,atlas,2026-11-25",
        "AA,2,medical,,+12025550123,,,Ambulance,Ambulans,unverified,general-knowledge,",
        "AA,10,police,*112#,,no,,,,sourced,atlas,2026",
    ],
    "border_area": [],
    "border_region": ["1,AA,Etc/UTC,,atlas,2026", "2,BB,Etc/UTC,,atlas,2026"],
    "border_tile": ["1056,AAE=,atlas,2026", "1057,AAI=,atlas,2026"],
    "place": ["p1,Mosque,mosque,AA,2.0,2.0,atlas,2026", "p2,Shrine,shrine,BB,2.0,7.0,atlas,2026"],
    "place_copyleft": ["c1,Mosque,mosque-list,2026"],
}


def columns(table: str) -> list[tuple[str, str]]:
    """Return (name, type) of the columns of a table."""
    return [(name, kind or "string") for name, _, kind in (word.partition(":") for word in TABLES[table][1].split())]


def names(table: str) -> list[str]:
    """Return the names of the columns of a table."""
    return [name for name, _ in columns(table)]


def field(table: str, column: tuple[str, str]) -> dict[str, object]:
    """Return the descriptor of a column."""
    name, kind = column
    described = {"name": name, "type": kind, "description": name, "constraints": CONSTRAINTS.get((table, name), {})}
    return described | {"type": "string", "format": "binary"} if kind == "binary" else described


class Tiny:
    """Write the sound package into a folder, and change it there."""

    def __init__(self, root: str) -> None:
        self.root = root
        resources = []
        os.makedirs(os.path.join(root, "schema"))
        for name, (database, _, key, foreign, indexes) in TABLES.items():
            fields = [field(name, column) for column in columns(name)]
            schema = {"fields": fields, "primaryKey": key.split(), "foreignKeys": foreign, "x-indexes": indexes}
            self.write(f"schema/{name}.json", json.dumps(schema))
            self.write(f"{name}.csv", "\n".join([",".join(names(name)), *ROWS[name]]) + "\n")
            resources.append({"name": name, "path": f"{name}.csv", "schema": f"schema/{name}.json", "x-database": database})
        self.descriptor = {"name": "tiny", "version": VERSION, "resources": resources}
        self.write("datapackage.json", json.dumps(self.descriptor))
        self.write("exceptions.csv", "table,key,rule,reason\n")
        self.write("coverage_floor.csv", "table,row_count\n" + "".join(f"{name},{len(ROWS[name])}\n" for name in TABLES))

    def write(self, path: str, text: str) -> None:
        """Write a file of the package."""
        with open(os.path.join(self.root, path), "w", encoding="utf-8", newline="") as file:
            file.write(text)

    def read(self, path: str) -> str:
        """Return the text of a file of the package."""
        with open(os.path.join(self.root, path), encoding="utf-8", newline="") as file:
            return file.read()

    def rows(self, table: str) -> list[dict[str, str]]:
        """Return the rows of a table."""
        with open(os.path.join(self.root, f"{table}.csv"), encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def put(self, table: str, rows: list[dict[str, str]]) -> None:
        """Write the rows of a table."""
        with open(os.path.join(self.root, f"{table}.csv"), "w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, names(table), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)

    def change(self, table: str, number: int, **cells: str) -> None:
        """Change cells of a row."""
        rows = self.rows(table)
        rows[number].update(cells)
        self.put(table, rows)

    def edit_schema(self, table: str, change: Callable[[dict], object]) -> None:
        """Change the descriptor of a table by a function."""
        schema = json.loads(self.read(f"schema/{table}.json"))
        change(schema)
        self.write(f"schema/{table}.json", json.dumps(schema))


@pytest.fixture
def tiny(tmp_path):
    """Return a sound tiny package in a folder of its own."""
    return Tiny(str(tmp_path / "data"))
