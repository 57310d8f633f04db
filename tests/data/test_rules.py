"""Each rule refuses the row that breaks it, and nothing else is said of a sound package."""

import json

import pytest

from snapshot.check import RULES, check
from snapshot.package import Package, PackageError

BROKEN_CELLS = [
    ("cell_type", "helpline", 0, {"free": "maybe"}),
    ("cell_type", "city", 0, {"population": "many"}),
    ("cell_type", "border_tile", 1, {"data": "%"}),
    ("constraint", "country", 0, {"country_code": "A1"}),
    ("constraint", "helpline", 0, {"kind": "plumber"}),
    ("constraint", "helpline", 0, {"rank": "0"}),
    ("constraint", "city", 0, {"latitude": "90.5"}),
    ("constraint", "place", 0, {"source": ""}),
    ("clean_text", "place", 0, {"name": " Mosque"}),
    ("clean_text", "place", 0, {"name": "Mos\u202eque"}),
    ("clean_text", "place", 0, {"name": "Mos\x1b[31mque"}),
    ("phone_number", "helpline", 1, {"phone_e164": "+1 202 555 0123"}),
    ("phone_number", "helpline", 1, {"phone_e164": "12025550123"}),
    ("phone_number", "helpline", 0, {"short_code": "dial 110"}),
    ("phone_number", "helpline", 0, {"short_code": "1"}),
    ("phone_confidence", "helpline", 1, {"confidence": "sourced"}),
    ("dates", "helpline", 0, {"opened": "2020-02-30"}),
    ("dates", "helpline", 0, {"opened": "2029-01-01"}),
    ("dates", "helpline", 0, {"as_of": "2026-11-26"}),
    ("dates", "helpline", 0, {"as_of": "last year"}),
    ("both_languages", "helpline", 0, {"label_id": ""}),
    ("both_languages", "helpline", 2, {"label_id": "Polisi"}),
    ("duplicate_key", "place", 1, {"place_id": "p1"}),
    ("sorted_rows", "place", 0, {"place_id": "p9"}),
    ("foreign_key", "place", 0, {"country_code": "ZZ"}),
    ("country_code", "border_region", 0, {"country_code": "ZZ"}),
    ("source_known", "place", 0, {"source": "atlas;hearsay"}),
    ("licence_allowed", "source", 0, {"licence": "unclear"}),
    ("licence_allowed", "source", 0, {"licence": "none stated"}),
    ("licence_allowed", "source", 0, {"licence": ""}),
    ("licence_allowed", "licence", 0, {"allowed": ""}),
    ("copyleft_apart", "place", 0, {"source": "mosque-list"}),
    ("inside_country", "place", 0, {"longitude": "7.0"}),
    ("inside_country", "city", 1, {"latitude": "-60.0"}),
]


def rules_broken(tiny):
    return {problem.rule for problem in check(Package(tiny.root))}


def test_a_sound_package_passes(tiny):
    assert check(Package(tiny.root)) == []


@pytest.mark.parametrize(("rule", "table", "number", "cells"), BROKEN_CELLS)
def test_a_broken_cell_is_refused(tiny, rule, table, number, cells):
    tiny.change(table, number, **cells)
    found = [problem for problem in check(Package(tiny.root)) if problem.rule == rule]
    assert found
    assert str(found[0]).startswith(found[0].table)


def test_a_descriptor_of_an_unknown_type_is_refused(tiny):
    tiny.edit_schema("place", lambda schema: schema["fields"][1].update(type="poem"))
    assert "schema" in rules_broken(tiny)


def test_a_table_without_a_key_is_refused(tiny):
    tiny.edit_schema("place", lambda schema: schema.pop("primaryKey"))
    assert "schema" in rules_broken(tiny)


def test_a_column_without_a_description_is_refused(tiny):
    tiny.edit_schema("place", lambda schema: schema["fields"][1].pop("description"))
    assert "schema" in rules_broken(tiny)


def test_one_language_is_allowed_where_the_descriptor_says_so(tiny):
    tiny.change("helpline", 0, label_id="")
    tiny.edit_schema("helpline", lambda schema: schema["fields"][7].update({"x-one-language": True}))
    assert rules_broken(tiny) == set()


def test_a_reference_to_a_table_that_is_not_there_is_refused(tiny):
    tiny.edit_schema("place", lambda schema: schema["foreignKeys"][0]["reference"].update(resource="realm"))
    assert "foreign_key" in rules_broken(tiny)


def test_coverage_never_falls_below_the_floor(tiny):
    tiny.put("place", tiny.rows("place")[:1])
    assert rules_broken(tiny) == {"coverage"}


def test_every_table_has_a_floor_and_every_floor_a_table(tiny):
    tiny.write("coverage_floor.csv", "table,row_count\ngone,1\n")
    problems = check(Package(tiny.root))
    assert {problem.table for problem in problems} == {"gone", *Package(tiny.root).tables}


def test_without_the_licence_list_nothing_passes(tiny):
    tiny.put("licence", [])
    assert "licence_allowed" in rules_broken(tiny)


def test_without_borders_no_point_counts_as_checked(tiny):
    tiny.descriptor["resources"] = [entry for entry in tiny.descriptor["resources"] if entry["name"] != "border_tile"]
    tiny.write("datapackage.json", json.dumps(tiny.descriptor))
    assert "inside_country" in rules_broken(tiny)


def test_a_version_that_is_no_date_is_refused(tiny):
    tiny.write("datapackage.json", json.dumps(tiny.descriptor | {"version": "latest"}))
    assert "dates" in rules_broken(tiny)


def test_an_exception_excuses_its_row_and_no_other(tiny):
    tiny.change("place", 0, longitude="7.0")
    tiny.change("place", 1, longitude="2.0")
    tiny.write("exceptions.csv", "table,key,rule,reason\nplace,p1,inside_country,It stands on the border.\n")
    assert [(problem.row, problem.rule) for problem in check(Package(tiny.root))] == [("p2", "inside_country")]


def test_a_short_row_cannot_be_read(tiny):
    tiny.write("place.csv", "place_id,name,kind,country_code,latitude,longitude,source,as_of\np1,Mosque\n")
    with pytest.raises(PackageError, match="place, line 2: 2 cells, 8 columns"):
        check(Package(tiny.root))


def test_a_header_other_than_the_schema_cannot_be_read(tiny):
    tiny.write("place.csv", "id,name\np1,Mosque\n")
    with pytest.raises(PackageError, match="the header is id,name"):
        check(Package(tiny.root))


def test_every_rule_is_broken_by_some_test_here():
    by_cell = {case[0] for case in BROKEN_CELLS}
    assert {rule.__name__ for rule in RULES} - by_cell == {"schema", "coverage"}
