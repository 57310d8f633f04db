"""`changes`: what two syncs, or two versions of the bundled facts, tell differently; bounded, and never in the way."""

import json
import os
import shutil
import sqlite3

import pytest

from running import NOW
from safetravel_cli import paths
from safetravel_cli.env import Env
from safetravel_cli.services import history as compared
from safetravel_cli.store import history
from schema_kit import check
from sync_kit import CA, ECB, GDACS, IDR, US, Sources, ca, ecb, fawazahmed0, gdacs, gdacs_event, us

DAY = 86400.0


def told(cli, *words, **options):
    """Return the changes that are told of."""
    run = cli("changes", *words, "--json", **options)
    assert run.code == 0, run
    return run.json()["data"]["changes"]


@pytest.fixture
def edited(snapshot_file, tmp_path, monkeypatch):
    """Return `edit(*statements)`, which answers from a copy of the bundled facts where they were carried out."""
    folder = tmp_path / "facts"
    folder.mkdir()
    for name in os.listdir(os.path.dirname(snapshot_file)):
        if name.endswith(".sqlite"):
            os.symlink(os.path.join(os.path.dirname(snapshot_file), name), folder / name)
    copy = folder / "snapshot.sqlite"

    def edit(*statements):
        copy.unlink()
        shutil.copy(snapshot_file, copy)
        copy.chmod(0o600)
        db = sqlite3.connect(copy)
        for statement in statements:
            assert db.execute(statement).rowcount > 0
        db.execute("UPDATE meta SET value = 'edited' || value WHERE key = 'content_sha256'")
        db.commit()
        db.close()
        monkeypatch.setenv("SAFETRAVEL_SNAPSHOT", str(copy))

    return edit


def record(now=NOW):
    """Note the facts as a sync does at its end."""
    return len(compared.record(Env(environ=os.environ, now=lambda: now)))


def test_without_a_sync_it_says_so_and_writes_nothing(cli):
    run = cli("changes")
    assert run.code == 0
    assert "Nothing to compare with yet" in run.out
    assert not os.path.exists(os.environ["SAFETRAVEL_HOME"])


def test_two_days_of_rates(cli):
    with Sources() as sources:
        only = ("--only", "ecb", "--only", "fawazahmed0")
        sources.put(ECB, ecb("2026-11-23"), "text/xml")
        sources.put(IDR, fawazahmed0("2026-11-23"))
        assert cli("sync", *only, env=sources.environ, now=NOW - DAY).code == 0
        # The first refresh is compared with the bundled facts.
        assert {row["topic"] for row in told(cli, now=NOW - DAY)} == {"rate"}
        sources.put(ECB, ecb("2026-11-24", USD="1.40"), "text/xml")
        sources.put(IDR, fawazahmed0("2026-11-24"))
        assert cli("sync", *only, env=sources.environ).code == 0
    [row] = [row for row in told(cli) if row["noted_on"] == "2026-11-25"]
    assert row["key"] == "USD"
    assert (row["topic"], row["kind"], row["live"], row["noted_on"]) == ("rate", "changed", True, "2026-11-25")
    assert row["before"]["idr_per_unit"] > row["after"]["idr_per_unit"] * 1.05
    assert row["source"]
    assert "cheaper in rupiah by" in cli("changes").out
    assert {one["key"] for one in told(cli, "united", "states")} == {"USD"}
    assert told(cli, "oman", "--since", "2026-11-25") == []
    assert told(cli, "--since", "2026-11-26") == []


def test_a_drift_that_no_day_shows_is_told_when_it_has_added_up(cli, edited):
    record()
    for step in range(1, 8):
        edited(f"UPDATE exchange_rate SET idr_per_unit = idr_per_unit * {1.01**step} WHERE currency_code = 'JPY'")
        record(NOW + step * DAY)
    [row] = told(cli, now=NOW + 8 * DAY)
    assert row["after"]["idr_per_unit"] / row["before"]["idr_per_unit"] == pytest.approx(1.01**5)


CHANGED = (
    "UPDATE emergency_number SET number = '999' WHERE country_code = 'JP' AND service = 'police'",
    "DELETE FROM law WHERE country_code = 'JP' AND topic = (SELECT min(topic) FROM law WHERE country_code = 'JP')",
    "UPDATE law SET summary_en = summary_en || ' More.' WHERE country_code = 'SG' AND severity = 'danger'",
    "UPDATE entry_requirement SET stay_days = 3, requirement = 'visa_free' WHERE passport_code = 'ID' AND country_code = 'JP'",
    "UPDATE advice_level SET level = 4, words_en = 'Made-up words' WHERE country_code = 'JP' AND government = 'CA'",
)


def test_a_new_version_of_the_bundled_facts(cli, edited):
    record()
    edited(*CHANGED)
    before = told(cli, "japan")
    assert [(row["topic"], row["kind"], row["noted_on"]) for row in before] == [
        ("emergency", "changed", ""),
        ("level", "changed", ""),
        ("law", "gone", ""),
        ("entry", "changed", ""),
    ]
    assert before[0]["after"]["number"] == "999"
    assert not any(row["live"] for row in before)
    laws = told(cli, "singapore")
    assert {(row["topic"], row["kind"]) for row in laws} == {("law", "changed")}
    assert all("More." in row["text"] for row in laws)
    assert record() == len(told(cli))
    assert [{**row, "noted_on": ""} for row in told(cli, "japan")] == before
    assert record() == 0
    out = " ".join(cli("changes", "japan").out.split())
    assert "Japan: Police: - was: 110 - now: 999" in out
    assert "now: level 4 of 4: Made-up words" in out


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("columns", [40, 80])
def test_the_page_has_no_holes(cli, edited, language, columns):
    record()
    edited(*CHANGED, "UPDATE exchange_rate SET idr_per_unit = idr_per_unit * 2")
    out = cli("changes", lang=language, columns=columns).out
    assert "{" not in out
    assert "changes." not in out
    assert all(len(line) <= columns for line in out.splitlines())


def test_a_passport_or_government_asked_for_the_first_time_has_changed_nothing(cli, edited):
    record()
    assert cli("config", "set", "passport", "MY").code == 0
    assert told(cli) == []
    record()
    edited("DELETE FROM advice_level WHERE government = 'AU'")
    assert told(cli) == []


def test_what_is_kept_is_bounded(cli, edited, monkeypatch):
    monkeypatch.setattr(history, "MOST", 100)
    for turn in range(3):
        edited(f"UPDATE exchange_rate SET idr_per_unit = idr_per_unit * {2.0**turn}")
        record(NOW + turn * DAY)
    assert len(history.changes(os.environ, "")) == 100
    assert {one.noted_on for one in history.changes(os.environ, "")} == {"2026-11-27"}


@pytest.mark.parametrize("damage", [b"", b"no database", "cut", "foreign"])
def test_a_damaged_history_is_passed_over_then_set_aside(cli, edited, damage):
    record()
    path = paths.history_file(os.environ)
    if damage == "cut":
        os.truncate(path, os.path.getsize(path) // 2)
    elif damage == "foreign":
        db = sqlite3.connect(path)
        db.execute("PRAGMA user_version = 99")
        db.close()
    else:
        with open(path, "wb") as file:
            file.write(damage)
    assert cli("changes").code == 0
    assert record() == 0
    edited(*CHANGED)
    assert record() > 0
    assert os.path.exists(path + ".bad") == (damage != b"")


def test_a_history_that_cannot_be_written_never_stops_a_sync(cli, tmp_path):
    os.makedirs(os.environ["SAFETRAVEL_HOME"])
    os.mkdir(paths.history_file(os.environ))
    with Sources() as sources:
        assert cli("sync", "--only", "ecb", env=sources.environ).code == 0
    assert cli("changes").code == 0


def test_a_date_that_is_none_is_refused(cli):
    for date in ("yesterday", "2026-13-01", "30", ""):
        assert cli("changes", "--since", date).code == (0 if date == "" else 2), date
    assert json.loads(cli("changes", "--since", "2026-11", "--json").out)["data"]["since"] == "2026-11-01"


def test_a_clock_years_off_loses_nothing(cli, edited):
    record(NOW + 3650 * DAY)
    edited(*CHANGED)
    record(0.0)
    assert len(told(cli, "japan", "--since", "1970-01-01")) == 4
    assert len(told(cli, "japan", now=0.0)) == 4


def test_reset_removes_it(cli):
    record()
    assert history.remove(os.environ) == 1
    assert history.remove(os.environ) == 0
    assert "Nothing to compare with yet" in cli("changes").out


def changed(result):
    """Return source -> how many changes it brought, and how many there were in all."""
    data = result.json()["data"]
    return {row["feed"]: row["changes"] for row in data["sources"] if row.get("changes")}, data["changes"]


def test_sync_counts_what_changes_shows_of_that_run_source_by_source(cli, edited):
    only = ("--only", "ecb", "--only", "fawazahmed0", "--only", "ca_advice")
    with Sources() as sources:
        first = changed(cli("sync", *only, "--json", env=sources.environ, now=NOW - DAY))
        assert sum(first[0].values()) == first[1] == len(told(cli, now=NOW - DAY))
        sources.put(ECB, ecb("2026-11-24", USD="1.40"), "text/xml")
        sources.put(CA, ca("2026-11-24T12:00:00", JP=3, MY=3))
        edited(CHANGED[0])
        run = cli("sync", *only, "--json", env=sources.environ)
        rows = [row for row in told(cli) if row["noted_on"] == "2026-11-25"]
        by_source = {"ecb": "rate", "ca_advice": "level"}
        expected = {name: sum(row["topic"] == topic for row in rows) for name, topic in by_source.items()}
        assert expected["ca_advice"] == 2
        # One more than the sources brought: the bundled facts were replaced.
        assert changed(run) == (expected, sum(expected.values()) + 1)
        assert sum(expected.values()) + 1 == len(rows)


@pytest.mark.parametrize(
    ("lang", "some", "one", "none"),
    [
        ("en", "2 changes noted. See them: safetravel changes", "; 1 change\n", "Nothing new in safetravel changes."),
        ("id", "2 perubahan dicatat. Lihat: safetravel changes", "; 1 perubahan\n", "Tidak ada yang baru di safetravel changes."),
    ],
)
def test_sync_says_how_much_changed_and_one_line_when_nothing_did(cli, lang, some, one, none):
    only = ("--only", "ca_advice", "--only", "us_advice")
    with Sources() as sources:
        cli("sync", *only, env=sources.environ)
        sources.put(CA, ca("2026-11-24T12:00:00", JP=3))
        sources.put(US, us("2026-11-24T19:00:00-05:00", JP=4))
        out = cli("sync", *only, env=sources.environ, lang=lang, columns=0).out.replace("\u00a0", " ")
        assert some in out
        assert out.count(one) == 2
        out = cli("sync", *only, env=sources.environ, lang=lang, columns=0).out.replace("\u00a0", " ")
        assert out.count(none) == 1
        assert one not in out
        assert changed(cli("sync", *only, "--check", "--json", env=sources.environ)) == ({}, None)


def test_sync_says_nothing_of_changes_that_it_could_not_note(cli, monkeypatch):
    def full(*arguments):
        raise OSError("No space left on device")

    monkeypatch.setattr(history, "update", full)
    with Sources() as sources:
        run = cli("sync", "--only", "ecb", "--json", env=sources.environ)
        assert changed(run) == ({}, None)
        assert "safetravel changes" not in cli("sync", "--only", "ecb", env=sources.environ, columns=0).out


def test_sync_says_how_many_disasters_are_new_to_the_list(cli):
    with Sources() as sources:
        run = cli("sync", "--only", "gdacs", "--json", env=sources.environ)
        assert "new_rows" not in run.json()["data"]["sources"][0]
        sources.put(GDACS, gdacs("2026-11-24T09:00:00", [gdacs_event(1), gdacs_event(2, "FL")]))
        assert "2 not listed before" in cli("sync", "--only", "gdacs", env=sources.environ, columns=0).out


def test_nothing_is_said_of_days_before_it_was_first_noted(cli):
    record()
    assert "Nothing has changed since 25 November 2026." in cli("changes", columns=0).out
    assert "Nothing has changed since 26 November 2026." in cli("changes", "--since", "2026-11-26", columns=0).out


def test_the_json_of_sync_is_what_the_schema_says_in_every_mode(cli):
    with Sources() as sources:
        for mode in ((), (), ("--check",), ("--dry-run",), ("--only", "gdacs")):
            check(cli("sync", *mode, "--json", env=sources.environ), "sync")
