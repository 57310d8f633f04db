"""What scripts rely on: the envelope of every answer, and the data of each command by its schema in docs/reference."""

import os

import pytest
from jsonschema import Draft202012Validator

from safetravel_cli._door import COMMANDS
from schema_kit import FOLDER, check, schema

NAMES = sorted(name.removesuffix(".json") for name in os.listdir(FOLDER))
PLACES = (
    "35.66,139.70|-33.87,151.21|kowloon|shenzhen|melaka|kota kinabalu|vatican|marseille|jakarta|0,-30|laayoune|ariel|taipei|"
    "makkah|mina|geo:48.0,37.8;u=35|nicosia|5,110|NRT|japn"
).split("|")


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one(name):
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["title"]


def test_every_command_has_a_schema():
    assert {command.partition(" ")[0] for command in COMMANDS} | {"envelope", "version"} == set(NAMES)


@pytest.mark.parametrize("lang", ["en", "id"])
def test_country(cli, snapshot, lang):
    codes = [str(code) for code in snapshot.values("SELECT alpha3_code FROM country ORDER BY 1")]
    for code in codes[:: 1 if lang == "en" else 9]:
        data = check(cli("country", code, "--json", lang=lang), "country")
        assert data["iso3"] == code


@pytest.mark.parametrize("lang", ["en", "id"])
def test_emergency(cli, snapshot, lang):
    for code in [str(code) for code in snapshot.values("SELECT alpha3_code FROM country ORDER BY 1")][::3]:
        check(cli("emergency", code, "--json", lang=lang), "emergency")
    nowhere = check(cli("emergency", "--json", lang=lang), "emergency")
    assert nowhere["iso2"] == ""
    assert nowhere["hotlines"]


@pytest.mark.parametrize("lang", ["en", "id"])
def test_embassy(cli, snapshot, lang):
    for code in [str(code) for code in snapshot.values("SELECT alpha3_code FROM country ORDER BY 1")][::7]:
        check(cli("embassy", code, "--json", lang=lang), "embassy")
    for place in PLACES:
        check(cli("embassy", "--near", place, "--json", lang=lang), "embassy")
    for sender in ("US", "MY", "ID", "DE"):
        check(cli("embassy", "35.66,139.70", "--for", sender, "--json", lang=lang), "embassy")
        check(cli("embassy", "--near", "jakarta", "--for", sender, "--map", "--json", lang=lang), "embassy")
    for place in ("35.66,139.70", "japan", "-6.2,106.8", "10,-40", "89.9,10"):
        check(cli("embassy", "--near", place, "--map", "--json", lang=lang), "embassy")
    for zone in ("Etc/UTC", "Asia/Tokyo", "Europe/Zurich", "Asia/Jakarta"):
        check(cli("embassy", "--near", "--json", lang=lang, env={"TZ": zone}), "embassy")


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("command", ["worship", "sights", "hospitals", "airports", "eat"])
def test_places(cli, command, lang):
    for words in (["jeddah"], ["japan"], ["tokyo", "--map"], ["0,-30"], ["--near"], ["springfield", "--limit", "3"]):
        check(cli(command, *words, "--json", lang=lang, env={"TZ": "UTC"}), command)
    check(cli("where", "--wait", "0", "--json", lang=lang), "where")


def test_what_was_promised_of_embassy(cli):
    data = check(cli("embassy", "--near", "35.66,139.70", "--json"), "embassy")
    assert data["position"] == {"lat": 35.66, "lon": 139.7, "method": "given", "accuracy_m": None, "age_s": None}
    assert data["country"] == "JP"
    assert data["in_charge"]["short_name"] == "KBRI Tokyo"
    nearest = data["nearest"][0]
    assert nearest["short_name"] == "KBRI Tokyo"
    assert 1000 < nearest["distance_m"] < 10_000
    assert 0 <= nearest["bearing_deg"] < 360
    for number in [*nearest["hotlines"], *nearest["phones"]]:
        assert number["number"].startswith("+81")
        assert number["source"]
        assert number["as_of"]


def test_the_others(cli, tmp_path):
    check(cli("countries", "--json"), "countries")
    check(cli("countries", "--visa-free", "--sort", "level", "--json", lang="id"), "countries")
    for words in ([], ["--licences"], ["--left-out"], ["--country", "japan"], ["report", "japan", "--text", "x"], ["report"]):
        check(cli("data", *words, "--json"), "data")
    for words in ([], ["tokyo"], [], ["-33.87,151.21"], ["japan"], ["--forget"]):
        check(cli("here", *words, "--json"), "here")
    (tmp_path / "settings.toml").write_text('language = "id"\n', encoding="utf-8")
    for words in (
        [],
        ["list"],
        ["set", "language", "id"],
        ["get", "language"],
        ["export"],
        ["path"],
        ["unset", "language"],
        ["import", str(tmp_path / "settings.toml")],
    ):
        check(cli("config", *words, "--json"), "config")
    check(cli("--version", "--json"), "version")


def test_ready(cli):
    for lang in ("en", "id"):
        for words in (["profile"], ["profile", "set", "name", "Siti"], ["profile", "show"], ["profile", "unset", "all"]):
            check(cli(*words, "--json", lang=lang), "profile")
        check(cli("setup", "--json", lang=lang), "setup")
        check(cli("setup", "--contact", "Ibu, ibu@example.org", "--json", lang=lang), "setup")
        check(cli("doctor", "--wait", "0", "--json", lang=lang, env={"SAFETRAVEL_OFFLINE": "1"}), "doctor")
        check(cli("purge", "--yes", "--json", lang=lang), "purge")


def test_sos(cli, tmp_path):
    photo = tmp_path / "img.jpg"
    photo.write_bytes(b"\xff\xd8\xff" + bytes(3000))
    for words in (
        ["--photo", str(photo), "--at", "35.66,139.70"],
        ["--message", "x"],
        ["--photo", "nowhere.jpg"],
        ["--at", "makkah"],
        ["--at", "0,-30"],
    ):
        run = cli("sos", *words, "--json")
        assert run.code == 78
        check(run, "sos")
    for alert in check(cli("sos", "list", "--json"), "sos")["alerts"]:
        check(cli("sos", "show", alert["code"], "--json"), "sos")


def test_sos_with_a_contact(cli, tmp_path, monkeypatch):
    from safetravel_cli.env import Env
    from safetravel_cli.sos import progress
    from safetravel_cli.sos.channels import Result, smtp
    from safetravel_cli.store import state

    state.write(Env(environ=os.environ), {
        "contact.ibu.email": "ibu@example.org", "smtp.host": "mail.example.org", "smtp.from": "siti@example.org",
        "profile.name": "Siti", "profile.phone": "+12025550142",
    })  # fmt: skip
    monkeypatch.setattr(progress, "WATCH_SECONDS", 0.5)
    answers = [Result("accepted", "250", "Ok"), Result("retry", "451", "Later"), Result("refused", "550", "No")]
    for answer, code in zip(answers, (0, 75, 78), strict=True):
        monkeypatch.setattr(smtp, "send", lambda job, answer=answer: answer)
        run = cli("sos", "--message", "x", "--at", "tokyo", "--kind", "lost", "--people", "2", "--injured", "--json")
        assert run.code == code
        stored = check(run, "sos")["alert"]["code"]
        check(cli("sos", "show", stored, "--json"), "sos")
        check(cli("sos", "send", "--json"), "sos")
        check(cli("sos", "ack", stored, "--by", "ibu", "-m", "ok", "--json"), "sos")
        check(cli("sos", "cancel", stored, "--json"), "sos")
        check(cli("sos", "show", stored, "--json"), "sos")
        check(cli("sos", "export", stored, str(tmp_path / stored), "--json"), "sos")
    check(cli("sos", "--drill", "--json"), "sos")
    check(cli("sos", "safe", "--json"), "sos")
    check(cli("sos", "list", "--json"), "sos")
    check(cli("sos", "purge", "--json"))
    assert len(check(cli("sos", "purge", "--yes", "--json"), "sos")["removed"]) == 4


def test_sync(cli, snapshot_file):
    from sync_kit import Sources

    check(cli("sync", "--json", env={"SAFETRAVEL_OFFLINE": "1"}))
    with Sources() as sources:
        for lang in ("en", "id"):
            for words in (["--dry-run"], ["--check"], ["--max-size", "20K"], [], ["--check"]):
                check(cli("sync", *words, "--json", lang=lang, env=sources.environ), "sync")
        check(cli("country", "mali", "--json"), "country")
    check(cli("sync", "reset", "--json"), "sync")


def test_places_that_are_fetched(cli):
    from overpass_kit import DESERT, Overpass, mosques

    with Overpass() as server:
        server.places["worship"] = mosques(3)
        place = f"{DESERT[0]},{DESERT[1]}"
        for lang in ("en", "id"):
            for words in (["--dry-run"], ["--kind", "worship,halal"], []):
                check(cli("sync", "--places", place, *words, "--json", lang=lang, env=server.environ), "sync")
        server.trouble = ["error"]
        assert check(cli("sync", "--places", place, "--json", env=server.environ), "sync")["status"] == "partial"
        check(cli("sync", "--places", "japan", "--json", env={"SAFETRAVEL_OFFLINE": "1"}))
    check(cli("worship", place, "--json"), "worship")
    check(cli("sync", "reset", "--json"), "sync")


def test_alerts_and_changes(cli):
    from running import NOW
    from sync_kit import GDACS, Sources, gdacs, gdacs_event

    def both(lang):
        for words in (["japan"], ["tokyo"], ["0,-30"], [], ["japan", "--days", "1"], ["japn"]):
            check(cli("alerts", *words, "--json", lang=lang, env={"TZ": "Etc/UTC"}), "alerts")
        for words in ([], ["japan"], ["--since", "2026"], ["japn"]):
            check(cli("changes", *words, "--json", lang=lang), "changes")

    both("en")
    with Sources() as sources:
        cli("sync", "--json", env=sources.environ, now=NOW - 86400)
        sources.put(GDACS, gdacs(events=[gdacs_event(5, latitude=-89.9, affectedcountries=[], iso3="", severitydata={})]))
        cli("sync", "--json", env=sources.environ)
    for lang in ("en", "id"):
        both(lang)


@pytest.mark.parametrize(
    ("argv", "code", "name"),
    [
        (["changes", "--since", "soon"], 2, "bad_date"),
        (["sync", "--places", "japan", "--kind", "pubs"], 2, "no_kind"),
        (["country", "wakanda"], 3, "not_found"),
        (["country", "korea"], 4, "ambiguous"),
        (["country"], 2, "usage"),
        (["embassy", "--naer"], 2, "usage"),
        (["embassy", "95,10"], 2, "bad_position"),
        (["config", "get", "nonsense"], 3, "no_such"),
        (["sos", "show", "QQQQQQ"], 3, None),
        (["profile", "set", "phone", "0812"], 2, "bad_phone"),
        (["purge"], 2, "needs_yes"),
        (["nonsense"], 2, "usage"),
    ],
)
def test_errors(cli, argv, code, name):
    for lang in ("en", "id"):
        run = cli(*argv, "--json", lang=lang)
        assert run.code == code
        assert run.err == ""
        check(run)
        if name:
            assert run.json()["errors"][0]["id"] == name


def test_a_missing_snapshot_is_an_error_with_an_envelope(cli, tmp_path):
    (tmp_path / "empty").write_bytes(b"")
    (tmp_path / "foreign").write_bytes(b"not a database at all, but long enough to be one" * 100)
    for path, name in (
        (tmp_path / "none", "snapshot_missing"),
        (tmp_path / "empty", "snapshot_damaged"),
        (tmp_path / "foreign", "snapshot_damaged"),
    ):
        run = cli("country", "japan", "--json", env={"SAFETRAVEL_SNAPSHOT": str(path)})
        assert run.code == 5
        check(run)
        assert run.json()["snapshot"] is None
        assert run.json()["errors"][0]["id"] == name
