"""Recorded answers, broken in every way that chance finds: refused as a whole, or stored with enough sound rows."""

import json
import math
import os
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running import NOW
from safetravel_cli import errors
from safetravel_cli.env import Env
from safetravel_cli.net.http import Response
from safetravel_cli.sync.feeds import FEEDS, uk_advice
from safetravel_cli.sync.feeds.feed import day, mail_moment, moment, positive, seconds_moment
from safetravel_cli.sync.session import Session
from safetravel_cli.sync.take import take as take_in
from sync_kit import ROWS, ca, cdc, de, ecb_archive, ecb_history, gdacs, page, recorded, us, us_feed

ANSWERS = {
    "ecb": recorded("ecb_daily.xml"),
    "fawazahmed0": recorded("fawazahmed0_idr_2026-09-29.json"),
    "uk_advice": recorded("uk_advice_index_2026-05-03.json"),
    "us_advice": us(),
    "us_advice feed": us_feed(),
    "ca_advice": ca(),
    "de_advice": de(),
    "cdc": cdc(),
    "gdacs": gdacs(),
    "ecb_history": ecb_history(),
    "ecb_history archive": ecb_archive(),
}
JSON = [name for name, body in ANSWERS.items() if body[:1] in b"{["]
XML = [name for name, body in ANSWERS.items() if body[:1] == b"<"]
PAGE = page("mali", "2026-05-02T15:57:19Z", "avoid_all_travel_to_parts")
FEED = {feed.name: feed for feed in FEEDS}

JUNK = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.sampled_from(
        [[], {}, [[]], {"a": {}}, "", "1e999", "NaN", 10**400, "2026-13-45", "\ud800", "\0", "9999-12-31T23:59:59+14:00"]
    ),
)
# Where (0 to 1), what is done there, with what.
CUTS = st.lists(
    st.tuples(st.floats(0, 1), st.sampled_from(["delete", "insert", "replace", "cut", "repeat"]), st.binary(max_size=12)),
    min_size=1,
    max_size=4,
)


def cut(body, cuts):
    """Return bytes after a few accidents."""
    for where, how, piece in cuts:
        at = int(where * len(body))
        if how == "cut":
            body = body[:at]
        elif how == "delete":
            body = body[:at] + body[at + 1 + len(piece) :]
        elif how == "repeat":
            body = body[:at] + body[max(0, at - 30) :]
        else:
            body = body[:at] + piece + body[at + (len(piece) if how == "replace" else 0) :]
    return body


def warp(value, choose, junk, deep=0):
    """Return a JSON value in which one part, anywhere, is another."""
    if deep and (not isinstance(value, (dict, list)) or not value or choose(st.integers(0, 4)) == 0):
        return junk
    if isinstance(value, dict):
        key = choose(st.sampled_from(sorted(value)))
        if choose(st.integers(0, 5)) == 0:
            return {name: held for name, held in value.items() if name != key}
        return {**value, key: warp(value[key], choose, junk, deep + 1)}
    at = choose(st.integers(0, len(value) - 1))
    return [*value[:at], warp(value[at], choose, junk, deep + 1), *value[at + 1 :]]


class Paper:
    """A writer that only notes what it is told to keep."""

    def __init__(self):
        self.saved = []

    def feed(self, name):
        return {}

    def validators(self, name):
        return {}

    rates = advice = feed

    def rows(self, table, name):
        return []

    def save(self, feed, table="", rows=(), validators=()):
        self.saved.append((table, list(rows)))


def take(snapshot, name, body):
    """Take in an answer; return the rows that were stored, None where it was refused."""
    paper = Paper()
    env = Env(environ={**os.environ, "SAFETRAVEL_OFFLINE": "1"}, now=lambda: NOW)
    feed = FEED[name.partition(" ")[0]]
    try:
        take_in(feed, feed.urls[0], Response(200, body, "", "", NOW), Session(env, snapshot, paper, 1.0))
    except errors.IntegrityError as error:
        assert error.key.startswith("sync.")
        assert paper.saved == []
        return None
    ((_, rows),) = paper.saved
    return rows


def check(name, rows):
    """Look at what was stored: enough rows, each of them sound."""
    if rows is None:
        return
    feed = FEED[name.partition(" ")[0]]
    assert len(rows) >= feed.minimum or feed.topic == "notice" or feed.government in ("US", "CA", "DE")
    for row in rows:
        assert row["feed"] == feed.name
        for value in row.values():
            str(value).encode()
        CHECKS[feed.topic](row, feed)


def check_advice(row, feed):
    assert len(row["country_code"]) == 2
    time.strptime(row["listed_at"], "%Y-%m-%dT%H:%M:%SZ")
    if feed.paged:
        assert uk_advice.is_slug(row["slug"])
        assert row["level"] is None
    else:
        assert row["level"] in ((None,) if feed.government == "DE" else (1, 2, 3, 4))
        assert row["words_en"]
        assert row["words_id"]
        assert row["known_at"][:10] <= "2026-11-27"


def check_rate(row, feed):
    assert len(row["currency_code"]) == 3
    assert row["currency_code"] != "IDR"
    assert math.isfinite(row["idr_per_unit"])
    assert row["idr_per_unit"] > 0
    time.strptime(row["as_of"], "%Y-%m-%d")


def check_reference(row, feed):
    assert len(row["currency_code"]) == 3
    assert 0 < row["units_per_eur"] < math.inf
    time.strptime(row["date"], "%Y-%m-%d")


def check_notice(row, feed):
    assert row["level"] in (1, 2, 3, 4)
    assert row["title"]
    assert row["url"] == "" or row["url"].startswith("https://wwwnc.cdc.gov/")
    assert len(row["country_code"]) == 2


def check_disaster(row, feed):
    assert -90 <= row["latitude"] <= 90
    assert -180 <= row["longitude"] <= 180
    assert row["level"] in ("green", "orange", "red")
    assert row["url"] == "" or row["url"].startswith("https://www.gdacs.org/")
    assert all(len(code) == 2 for code in row["country_codes"].split())
    for name in ("starts_at", "ends_at", "changed_at"):
        time.strptime(row[name], "%Y-%m-%dT%H:%M:%SZ")


CHECKS = {
    "rate": check_rate,
    "advice": check_advice,
    "rate_history": check_reference,
    "notice": check_notice,
    "disaster": check_disaster,
}


@pytest.mark.parametrize("name", ANSWERS)
def test_the_recorded_answer_is_taken(snapshot, name):
    rows = take(snapshot, name, ANSWERS[name])
    check(name, rows)
    # The feed has one country more: its code is not known to the array.
    assert len(rows) == ROWS[name.partition(" ")[0]] + (name == "us_advice feed")


@pytest.mark.parametrize("name", ANSWERS)
@given(cuts=CUTS)
def test_accidents_to_the_bytes(snapshot, name, cuts):
    check(name, take(snapshot, name, cut(ANSWERS[name], cuts)))


@pytest.mark.parametrize("name", ANSWERS)
@given(body=st.binary(max_size=200))
def test_noise_is_refused(snapshot, name, body):
    assert take(snapshot, name, body) is None


@pytest.mark.parametrize("name", JSON)
@given(data=st.data(), junk=JUNK)
def test_another_value_anywhere_in_the_json(snapshot, name, data, junk):
    body = json.dumps(warp(json.loads(ANSWERS[name]), data.draw, junk)).encode()
    check(name, take(snapshot, name, body))


@pytest.mark.parametrize("name", XML)
@given(place=st.floats(0, 1), other=st.text(alphabet=st.characters(codec="utf-8", exclude_characters="<&'\""), max_size=12))
def test_another_text_anywhere_in_the_xml(snapshot, name, place, other):
    pieces = re.split("(?<=[>'\"])([^<>'\"]+)(?=[<'\"])", ANSWERS[name].decode())
    at = int(place * (len(pieces) // 2 - 1)) * 2 + 1
    pieces[at] = other
    check(name, take(snapshot, name, "".join(pieces).encode()))


@given(cuts=CUTS)
def test_accidents_to_a_page(cuts):
    page_or_refusal(cut(PAGE, cuts))


@given(data=st.data(), junk=JUNK)
def test_another_value_anywhere_in_a_page(data, junk):
    page_or_refusal(json.dumps(warp(json.loads(PAGE), data.draw, junk)).encode())


def page_or_refusal(body):
    try:
        found = uk_advice.parse_page(body, "mali")
    except errors.IntegrityError:
        return
    assert found.level in (1, 2, 3, 4)
    assert found.slug == "mali"
    time.strptime(found.known_at, "%Y-%m-%dT%H:%M:%SZ")


@given(st.sets(st.sampled_from([uk_advice.ALL, uk_advice.ESSENTIAL, uk_advice.PARTS, uk_advice.PARTS_ESSENTIAL])))
def test_more_warnings_never_lower_the_level(status):
    levels = [uk_advice.parse_page(page("mali", "2026-05-02T15:57:19Z", *some), "mali").level for some in (status, [])]
    for one in status:
        assert levels[0] >= uk_advice.parse_page(page("mali", "2026-05-02T15:57:19Z", *(status - {one})), "mali").level
    assert levels[0] >= levels[1] == 1


@given(JUNK)
def test_the_checks_take_anything(value):
    assert 0.0 <= positive(value) < math.inf
    for read in (day, moment, mail_moment, seconds_moment):
        try:
            assert read(value, "ecb")[4] == "-"
        except errors.IntegrityError:
            pass


@pytest.mark.parametrize(
    "body",
    [
        b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"[" * 200_000,
        b'{"a":' * 200_000,
        b'{"date": "2026-11-24", "idr": {"idr": 1, "usd": ' + b"9" * 5000 + b"}}",
        "{}".encode("utf-16"),
        b'<?xml version="1.0" encoding="x-none"?><a/>',
        ANSWERS["ecb"].decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    ],
    ids=["entities", "deep list", "deep object", "long number", "utf-16", "no encoding", "utf-16 xml"],
)
def test_tricks_are_refused(snapshot, body):
    for name in ANSWERS:
        assert take(snapshot, name, body) is None


def test_every_source_says_where_it_is_and_under_which_licence(snapshot):
    licences = {str(one) for one in snapshot.values("SELECT licence_id FROM licence")}
    sources = {row["source_id"]: row for row in snapshot.rows("SELECT source_id, licence FROM source")}
    for feed in FEEDS:
        assert feed.urls
        assert all(url.startswith("https://") for url in feed.urls)
        assert feed.licence in licences
        assert sources[feed.source]["licence"] == feed.licence
        assert feed.minimum > 0
        assert feed.limit > 0
        assert 0 < feed.seconds < 60
