"""Fetching: what may be asked, where a redirect may lead, what is told apart."""

import httpx
import pytest

from loopback import Loopback
from safetravel_cli import errors
from safetravel_cli.net import http


def test_a_whole_answer_with_its_validators_then_none():
    with Loopback() as server:
        server.put("/a", b'{"a": 1}')
        reply = http.fetch(http.Request(server.url("/a"), 100), {}, 5)
        assert (reply.status, reply.body) == (200, b'{"a": 1}')
        assert reply.date == server.clock
        again = http.fetch(http.Request(server.url("/a"), 100, reply.etag, reply.last_modified), {}, 5)
        assert (again.status, again.body, again.etag) == (304, b"", reply.etag)


def test_answers_come_in_the_order_of_the_requests_whatever_fails():
    with Loopback() as server:
        requests = []
        for number in range(20):
            server.put(f"/{number}", str(number).encode())
            requests.append(http.Request(server.url(f"/{number}"), 100))
        server.faults["/7"] = "half"
        found = http.fetch_all(requests, {}, 10, at_once=3)
    assert [reply.body for reply in found if isinstance(reply, http.Response)] == [
        str(number).encode() for number in range(20) if number != 7
    ]
    assert found[7].key == "sync.net_broken"


def test_the_whole_deadline_holds_for_all():
    with Loopback() as server:
        server.put("/quick", b"1")
        server.faults["/slow"] = "silent"
        asked = [http.Request(server.url(path), 100) for path in ("/slow", "/quick", "/slow", "/slow")]
        found = http.fetch_all(asked, {}, 0.4, at_once=2)
    assert [getattr(reply, "key", "") for reply in found] == ["sync.net_timeout", "", "sync.net_timeout", "sync.net_timeout"]


def test_no_time_left_asks_nobody():
    with Loopback() as server:
        found = http.fetch_all([http.Request(server.url("/a"), 100)], {}, 0.0)
        assert found[0].key == "sync.net_timeout"


def test_a_refused_connection():
    with pytest.raises(errors.NetworkNeeded) as caught:
        http.fetch(http.Request("http://127.0.0.1:9/", 100), {}, 5)
    assert caught.value.key == "sync.net_unreachable"


def test_tls_that_is_not_tls():
    with Loopback() as server:
        server.put("/a", b"1")
        with pytest.raises(errors.NetworkNeeded) as caught:
            http.fetch(http.Request(server.url("/a").replace("http:", "https:"), 100), {}, 5)
    assert caught.value.key == "sync.net_untrusted"


def test_certificates_that_are_not_there():
    reply = http.fetch_all([http.Request("https://127.0.0.1:9/", 100)], {"SSL_CERT_FILE": "/nowhere/at/all.pem"}, 5)[0]
    assert reply.key == "sync.net_settings"


@pytest.mark.parametrize(
    ("url", "allowed"),
    [
        ("https://www.gov.uk/a", True),
        ("http://127.0.0.1:8000/a", True),
        ("http://localhost/a", True),
        ("http://[::1]:80/a", True),
        ("http://www.gov.uk/a", False),
        ("http://127.0.0.1.example.org/", False),
        ("https://me:secret@example.org/", False),
        ("ftp://example.org/", False),
        ("https:///nothing", False),
        ("https://exa mple.org\x00", False),
        ("", False),
    ],
)
def test_addresses(url, allowed):
    assert http.is_allowed(url) is allowed


@pytest.mark.parametrize(
    ("old", "new", "passes"),
    [
        ("https://www.ecb.europa.eu/a", "https://data.ecb.europa.eu/b", True),
        ("https://www.gov.uk/a", "https://www.gov.uk/b", True),
        ("https://www.gov.uk/a", "https://phishing.gov.uk/b", False),
        ("https://latest.currency-api.pages.dev/a", "https://v2.currency-api.pages.dev/b", True),
        ("https://latest.currency-api.pages.dev/a", "https://other.pages.dev/b", False),
        ("https://www.ecb.europa.eu/a", "http://www.ecb.europa.eu/a", False),
        ("https://www.ecb.europa.eu/a", "https://login.example.org/", False),
        ("https://www.ecb.europa.eu/a", "http://127.0.0.1/a", False),
    ],
)
def test_redirects(old, new, passes):
    if passes:
        http.check_redirect(httpx.URL(old), httpx.URL(new))
    else:
        with pytest.raises(errors.NetworkNeeded):
            http.check_redirect(httpx.URL(old), httpx.URL(new))


@pytest.mark.parametrize(
    ("kind", "body", "page"),
    [
        ("text/html", b"{}", True),
        ("application/json", b"\xef\xbb\xbf \n<!DOCTYPE HTML>", True),
        ("text/xml", b"<html lang=en>", True),
        ("application/json", b'{"a": "<html>"}', False),
        ("text/xml", b"<?xml version='1.0'?><gesmes:Envelope/>", False),
    ],
)
def test_a_web_page_is_no_answer(kind, body, page):
    assert http.is_page(kind, body) is page
