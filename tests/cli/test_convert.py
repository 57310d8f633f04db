"""`convert` and `currency`: about, with a date; old rates warn, too old ones are refused."""

import pytest

from running import NOW
from schema_kit import check
from sync_kit import HISTORY, Sources, ecb_history, history_days

DAY = 86400
# The rate of the yen is of 30 October 2026, 26 days before NOW.
AGE = 26


def convert(cli, *words, **how):
    """Return the data of a conversion."""
    return check(cli("convert", *words, "--json", **how), "convert")


@pytest.mark.parametrize(
    ("words", "amount", "pair"),
    [
        ("15000 JPY", 15000, "JPY IDR"),
        ("15000 JPY IDR", 15000, "JPY IDR"),
        ("1,5 juta idr ke yen", 1500000, "IDR JPY"),
        ("1,5 juta ke yen", 1500000, "IDR JPY"),
        ("Rp50.000,- yen", 50000, "IDR JPY"),
        ("20usd thb", 20, "USD THB"),
        ("US$20 = rupiah", 20, "USD IDR"),
        ("€ 12,34", 12.34, "EUR IDR"),
        ("100 dolar singapura rupiah", 100, "SGD IDR"),
        ("15000 yen berapa rupiah", 15000, "JPY IDR"),
        ("5 ringgit malaysia won korsel", 5, "MYR KRW"),
        ("500 ringit bhat", 500, "MYR THB"),
        ("yen ke rupiah", 10, "JPY IDR"),
        ("100 jpy in usd", 100, "JPY USD"),
        ("seribu rupiah ke sgd", 1000, "IDR SGD"),
    ],
)
def test_as_people_type_it(cli, words, amount, pair):
    for typed in ([words], words.split()):
        data = convert(cli, *typed)
        assert data["amount"] == amount
        assert f"{data['from']['code']} {data['to']['code']}" == pair
        assert data["value"] == pytest.approx(amount * data["from"]["idr_per_unit"] / data["to"]["idr_per_unit"])


@pytest.mark.parametrize("columns", [40, 80])
def test_about_and_the_date_are_always_said(cli, columns):
    english = cli("convert", "15000", "JPY", columns=columns).out
    assert english.startswith("15,000 JPY is about Rp 1,731,000\n")
    assert "Rate: 1 JPY is about Rp 115.41" in english
    assert "30 October 2026" in english
    assert f"({AGE} days old)" in english.replace("\n  ", " ")
    indonesian = cli("convert", "1,5", "juta", "idr", "ke", "yen", lang="id", columns=columns).out
    assert indonesian.startswith("Rp1.500.000 sekitar 13.000 JPY\n")
    assert "30 Oktober 2026" in indonesian


def test_an_old_rate_warns(cli):
    fresh = cli("convert", "1", "JPY", "--json", now=NOW + (60 - AGE) * DAY).json()
    assert (fresh["data"]["state"], fresh["warnings"]) == ("fresh", [])
    old = cli("convert", "1", "JPY", "--json", now=NOW + (61 - AGE) * DAY)
    assert check(old, "convert")["state"] == "old"
    assert old.json()["warnings"][0]["id"] == "rate_old"
    assert "61 days old" in cli("convert", "1", "JPY", now=NOW + (61 - AGE) * DAY, columns=0).out


def test_a_rate_that_is_too_old_is_refused_unless_told(cli):
    assert cli("convert", "1", "JPY", now=NOW + (365 - AGE) * DAY).code == 0
    for lang in ("en", "id"):
        run = cli("convert", "1", "JPY", "--json", lang=lang, now=NOW + (366 - AGE) * DAY)
        assert run.code == 6
        check(run)
        assert run.json()["errors"][0]["id"] == "too_old"
    assert cli("convert", "1", "JPY", "--max-age", "400", now=NOW + (366 - AGE) * DAY).code == 0
    assert cli("convert", "1", "JPY", "--max-age", "10").code == 6
    # Two currencies are as old as the older of their rates.
    assert convert(cli, "1", "SAR", "JPY")["as_of"] == "2026-09-29"


def test_currency_leaves_out_a_rate_that_is_too_old_and_still_tells_the_notes(cli):
    run = cli("currency", "japan", "--table", "--json", now=NOW + 366 * DAY)
    row = check(run, "currency")["currencies"][0]
    assert (row["rate"], row["state"], row["table"], row["rate_as_of"]) == (None, "too_old", None, "2026-10-30")
    out = cli("currency", "japan", now=NOW + 366 * DAY, columns=0).out
    assert "The rate is not shown" in out
    assert "Notes: 1,000 · 2,000" in out
    assert "Rp" not in out


def test_a_shared_word_is_the_one_of_where_you_are_or_none(cli):
    there = convert(cli, "$20", env={"TZ": "Asia/Singapore"})
    assert (there["from"]["code"], there["from"]["method"], there["from"]["place_en"]) == ("SGD", "here", "Singapore")
    run = cli("convert", "100", "dollar", "--json")
    assert run.code == 4
    assert {"USD", "SGD", "AUD"} <= {choice["code"] for choice in run.json()["errors"][0]["choices"]}


def test_a_bare_amount_is_on_a_price_tag_of_where_you_are(cli):
    there = convert(cli, "15000", env={"TZ": "Asia/Tokyo"})
    assert (there["from"]["code"], there["to"]["code"]) == ("JPY", "IDR")
    assert "JPY: the currency of where you are, Japan." in cli("convert", "15000", env={"TZ": "Asia/Tokyo"}).out
    assert convert(cli, "15000", "ke", "rupiah", env={"TZ": "Asia/Tokyo"})["from"]["code"] == "JPY"
    assert convert(cli, "1", "juta", "rupiah", env={"TZ": "Asia/Tokyo"})["to"]["code"] == "JPY"
    assert cli("convert", "15000").code == 3


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        ("20 zzz", 3, "no_currency"),
        ("1.2.3 usd", 2, "bad_number"),
        ("1,5 m idr", 2, "lone_m"),
        ("5 usd 6 eur", 2, "two_amounts"),
        ("9" * 20 + " usd", 2, "too_large"),
        ("usd -5", 2, "negative"),
        ("5 usd in usd", 2, "same"),
        ("", 3, "which"),
    ],
)
def test_what_is_refused(cli, words, code, name):
    for lang in ("en", "id"):
        run = cli("convert", words, "--json", lang=lang)
        assert run.code == code
        check(run)
        assert run.json()["errors"][0]["id"] == name


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_currency(cli, snapshot, lang):
    for code in map(str, snapshot.values("SELECT currency_code FROM currency ORDER BY 1")):
        data = check(cli("currency", code, "--table", "--chart", "--json", lang=lang), "currency")
        assert data["asked_code"] == code
        if code != "IDR" and data["currencies"][0]["rate"]:
            convert(cli, "100", code, lang=lang)
            assert len(data["currencies"][0]["table"]["there"]) > 5
        page = cli("currency", code, "--table", "--chart", lang=lang, columns=40)
        assert page.code == 0
        assert max(map(len, page.out.split("\n"))) <= 40


def test_every_country_has_its_currency(cli, snapshot):
    for code in [str(code) for code in snapshot.values("SELECT alpha3_code FROM country ORDER BY 1")][::4]:
        if not snapshot.row("SELECT 1 FROM currency WHERE currency_code = ?", code):
            assert check(cli("currency", code, "--json"), "currency")["iso2"], code


@pytest.mark.parametrize(
    ("words", "iso2", "code"),
    [
        ("japan", "JP", ""), ("JPY", "", "JPY"), ("yen", "", "JPY"), ("ringit", "", "MYR"), ("japn", "JP", ""),
        ("peru", "PE", ""), ("hong kong", "HK", ""), ("dolar singapura", "", "SGD"),
    ],
)  # fmt: skip
def test_currency_takes_a_country_or_a_currency(cli, words, iso2, code):
    data = check(cli("currency", *words.split(), "--json"), "currency")
    assert (data["iso2"], data["asked_code"]) == (iso2, code)


def test_the_chart_is_of_the_reference_rates(cli):
    data = convert(cli, "1", "USD", "--chart")["chart"]
    assert data["days"] == 120
    assert data["weeks"][-1]["date"] == data["as_of"]
    assert data["low"]["value"] <= min(week["value"] for week in data["weeks"])
    assert data["high"]["value"] >= max(week["value"] for week in data["weeks"])
    out = cli("convert", "1", "USD", "--chart", columns=40).out
    assert "█" in out
    assert "European Central Bank" in out
    assert "█" not in cli("convert", "1", "USD", "--chart", env={"ACCESSIBLE": "1"}).out
    assert "No series" in cli("convert", "1", "VND", "--chart").out
    assert convert(cli, "1", "EUR", "--chart")["chart"]["days"] == 120


def test_the_table_is_one_amount_a_line(cli):
    lines = cli("convert", "1", "JPY", "--table", columns=40).out.split("\n")
    assert "1,000 JPY: about Rp 115,400" in lines
    assert "Rp 100,000: about 866 JPY" in lines


def test_a_rate_that_sync_fetched_is_used_and_said(cli, snapshot_file):
    with Sources() as sources:
        cli("sync", env=sources.environ)
    data = convert(cli, "1", "JPY")
    assert data["as_of"] == data["from"]["as_of"]
    assert ("fetched by sync" in cli("convert", "1", "JPY", columns=0).out) is data["from"]["live"]


def chart(cli, *words, **how):
    """Return the chart of a conversion."""
    return convert(cli, *words, "--chart", **how)["chart"]


def test_a_fetched_series_continues_the_bundled_one_each_with_its_source_and_date(cli):
    before = chart(cli, "1", "USD")
    assert [(part["live"], part["days"]) for part in before["parts"]] == [(False, 120)]
    with Sources() as sources:
        assert cli("sync", "--only", "ecb_history", env=sources.environ).code == 0
    after = chart(cli, "1", "USD")
    # Of the days that both have, the bundled ones stand; the newest are shown.
    fresh = [day for day in history_days() if day > before["as_of"]]
    assert [(part["live"], part["days"], part["as_of"]) for part in after["parts"]] == [
        (False, 120 - len(fresh), before["as_of"]),
        (True, len(fresh), "2026-11-24"),
    ]
    assert (after["days"], after["as_of"], after["weeks"][-1]["date"]) == (120, "2026-11-24", "2026-11-24")
    assert after["weeks"][-1]["value"] == pytest.approx(19543.1 / 1.1535, rel=0.01)
    for lang, words in (
        ("en", "17 days up to 24 November 2026, fetched by sync"),
        ("id", "17 hari sampai 24 November 2026, diambil"),
    ):
        for command in (("convert", "1", "USD"), ("currency", "USD")):
            out = cli(*command, "--chart", lang=lang, columns=0).out.replace("\u00a0", " ")
            assert words in out
            assert "30 Oktober 2026" in out or "30 October 2026" in out
    assert chart(cli, "1", "EUR")["parts"][1]["live"] is True
    assert "No series" in cli("convert", "1", "VND", "--chart").out


def test_over_a_gap_the_fetched_days_stand_alone_and_older_ones_add_nothing(cli):
    with Sources() as sources:
        sources.put(HISTORY, ecb_history("2027-02-26", 40), "text/xml")
        later = NOW + 95 * DAY
        sources.clock = later
        assert cli("sync", "--only", "ecb_history", env=sources.environ, now=later).code == 0
    held = chart(cli, "1", "USD", now=later)
    check(cli("currency", "USD", "--chart", "--json", now=later), "currency")
    assert [(part["live"], part["days"], part["as_of"]) for part in held["parts"]] == [(True, 40, "2027-02-26")]
    assert held["first"]["date"] > "2026-11-30"
    assert cli("sync", "reset").code == 0
    with Sources() as sources:
        sources.put(HISTORY, ecb_history("2026-10-20", 40), "text/xml")
        assert cli("sync", "--only", "ecb_history", env=sources.environ).code == 0
    assert [part["live"] for part in chart(cli, "1", "USD")["parts"]] == [False]
