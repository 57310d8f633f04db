"""Behind the proxy of a company: every request by it, its authority trusted, and its password nowhere but in its own header."""

import os
import pathlib
import ssl

import pytest
import trustme

import smtp_kit
from channel_kit import Web, as_ntfy, as_telegram, job
from overpass_kit import DESERT, Overpass, mosques
from proxy_kit import Proxy
from safetravel_cli.net import http
from safetravel_cli.sos import channels
from sync_kit import ECB, FEED_NAMES, PATHS, Sources

USER, PASSWORD = "siti", "gehe!m:p@ss w0rd"
WRITTEN = "siti:gehe%21m%3Ap%40ss%20w0rd"
HOST = "source.example.org"
NAMES = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY")
SECRETS = (PASSWORD, WRITTEN.partition(":")[2], "gehe")


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return smtp_kit.Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch):
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def office(authority, monkeypatch):
    """Return `enter(port, **options)`: a proxy in HTTPS_PROXY that leads to a port, and the authority in SSL_CERT_FILE."""
    held = []

    def enter(port, userinfo="", host="127.0.0.1", **options):
        proxy = Proxy(port, **options).__enter__()
        held.append(proxy)
        monkeypatch.setenv("HTTPS_PROXY", proxy.url(userinfo, host))
        monkeypatch.setenv("SSL_CERT_FILE", authority.file)
        return proxy

    yield enter
    for proxy in held:
        proxy.__exit__()


def led(host=HOST):
    """Return the variables that lead every feed to a host that only the proxy knows."""
    return {f"SAFETRAVEL_FEED_{name.upper()}_URL": f"https://{host}{path}" for name, path in PATHS.items()}


def rows(result):
    """Return feed -> row of a run with --json, also of one that failed."""
    answer = result.json()
    found = answer["data"].get("sources") or answer["errors"][0]["choices"]
    return {row["feed"]: row for row in found}


def is_clean(*texts):
    """Tell that no text and no file in the folder of the person has the password of the proxy."""
    folder = os.environ["SAFETRAVEL_HOME"]
    files = [os.path.join(place, name) for place, _, names in os.walk(folder) for name in names]
    octets = b"".join(pathlib.Path(name).read_bytes() for name in files)
    return not any(secret in text for secret in SECRETS for text in (*texts, octets.decode("latin-1")))


def test_every_feed_goes_by_the_proxy_with_its_password_and_the_authority_of_the_company(cli, authority, office):
    with Sources(context=authority.server(HOST)) as sources:
        proxy = office(sources.server.server_port, WRITTEN, login=(USER, PASSWORD))
        run = cli("sync", "--json", env=led())
    assert {name: row["status"] for name, row in rows(run).items()} == dict.fromkeys(FEED_NAMES, "updated")
    assert proxy.hosts() == {HOST}
    assert set(proxy.asked) == {f"CONNECT {HOST}:443 HTTP/1.1"}
    assert is_clean(run.out, run.err)


@pytest.mark.parametrize("userinfo", ["", "siti:gehe"])
@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_proxy_that_asks_for_a_login_is_said_to_be_that(cli, office, userinfo, lang):
    office(9, userinfo, login=(USER, PASSWORD))
    for option in ((), ("--check",), ("--json",)):
        run = cli("sync", "--only", "ecb", *option, env=led(), lang=lang, columns=0)
        assert run.code == 6
        assert (
            "net_proxy_login" in run.out
            or {"en": "asks for a user and a password", "id": "meminta nama pengguna"}[lang] in run.out
        )
        assert is_clean(run.out, run.err)
    assert rows(run)["ecb"]["problem"] == {"id": "net_proxy_login", "host": HOST}


def test_a_proxy_that_forbids_and_one_that_is_not_there(cli, office, monkeypatch):
    office(9, WRITTEN, login=(USER, PASSWORD), refused=(HOST,))
    assert rows(cli("sync", "--only", "ecb", "--json", env=led()))["ecb"]["problem"]["id"] == "net_proxy"
    monkeypatch.setenv("HTTPS_PROXY", f"http://{WRITTEN}@127.0.0.1:9")
    run = cli("sync", "--only", "ecb", "--json", env=led())
    assert rows(run)["ecb"]["problem"]["id"] == "net_unreachable"
    assert is_clean(run.out, run.err)


@pytest.mark.parametrize(
    "address",
    [
        "http://siti:gehe@office:port", "http://siti:gehe@office:99999", "ftp://siti:gehe@office", "socks5://siti:gehe@office:1080",
        "http://siti:gehe@[::1", "http://",
    ],
)  # fmt: skip
def test_a_proxy_that_is_none_is_a_setting_to_mend_and_no_crash(cli, monkeypatch, address):
    monkeypatch.setenv("HTTPS_PROXY", address)
    run = cli("sync", "--only", "ecb", "--json", env=led())
    assert run.code == 6
    assert rows(run)["ecb"]["problem"] == {"id": "net_settings"}
    assert is_clean(run.out, run.err)
    result = channels.load("webhook").send(job(f"https://{HOST}/a"))
    assert result.code == "web_settings"
    assert is_clean(repr(result))


def test_a_defect_of_ours_keeps_no_password_in_its_report(cli, office, monkeypatch, tmp_path):
    office(9, WRITTEN)

    def broken(environ, agent=""):
        raise KeyError(os.environ["HTTPS_PROXY"])

    monkeypatch.setattr(http, "make_client", broken)
    run = cli("sync", "--only", "ecb", env=led())
    assert run.code == 1
    reports = [name for name in os.listdir(os.environ["SAFETRAVEL_HOME"]) if name.startswith("safetravel-report-")]
    assert reports
    assert is_clean(run.out, run.err)


def test_places_go_by_the_proxy_too(cli, authority, office):
    server = Overpass()
    server.context = authority.server(HOST)
    with server:
        server.places["worship"] = mosques(3)
        proxy = office(server.server.server_port, WRITTEN, login=(USER, PASSWORD))
        address = {"SAFETRAVEL_FEED_OVERPASS_URL": f"https://{HOST}/api/interpreter"}
        run = cli("sync", "--places", f"{DESERT[0]},{DESERT[1]}", "--kind", "worship", "--json", env=address)
    assert run.code == 0
    assert run.json()["data"]["kinds"][0]["rows"] == 3
    assert proxy.hosts() == {HOST}
    assert is_clean(run.out, run.err)


@pytest.mark.parametrize("name", ["ntfy", "telegram", "webhook"])
def test_the_channels_of_an_alert_go_by_the_proxy_too(authority, office, name):
    answer = {"ntfy": as_ntfy, "telegram": as_telegram, "webhook": (200, b"ok")}[name]
    secret = {"SAFETRAVEL_TELEGRAM_TOKEN": "987654:AA-secret_of_the_bot", "SSL_CERT_FILE": authority.file}
    rcpt = {"ntfy": f"https://{HOST}/sos-topic", "telegram": "12345", "webhook": f"https://{HOST}/hook"}[name]
    with Web(answer, authority.server(HOST)) as server:
        proxy = office(server.port, WRITTEN, login=(USER, PASSWORD))
        one = job(rcpt, {"telegram.url": f"https://{HOST}"}, environ=secret)
        assert channels.load(name).send(one).state == "accepted"
        assert proxy.hosts() == {HOST}
        proxy.login = (USER, "another")
        refused = channels.load(name).send(one)
    assert refused[:2] == ("needs_you", "proxy_login")
    assert is_clean(repr(refused))


def test_mail_does_not_go_by_a_web_proxy(authority, office):
    from safetravel_cli.sos.channels import smtp

    proxy = office(9, WRITTEN)
    with smtp_kit.Server(authority.server(), "tls") as server:
        environ = {"SAFETRAVEL_SMTP_PASSWORD": smtp_kit.SECRET, "SSL_CERT_FILE": authority.file}
        mail = job("ibu@example.org", smtp_kit.settings(server.port, "tls", False), environ=environ)
        result = smtp.send(mail)
        smtp.close(mail.session)
    assert result.state == "accepted", result
    assert proxy.asked == []


def test_a_host_that_needs_no_proxy_is_asked_without_it(cli, office, offline, monkeypatch):
    proxy = office(9)
    monkeypatch.setenv("NO_PROXY", "intern.example.org, source.example.org")
    assert rows(cli("sync", "--only", "ecb", "--json", env=led()))["ecb"]["problem"]["id"] == "net_unreachable"
    assert proxy.asked == []
    assert {one.decode() if isinstance(one, bytes) else one for one in offline} == {HOST}


def test_a_proxy_over_tls_is_verified_by_the_same_authority(cli, authority, office, monkeypatch):
    with Sources(context=authority.server(HOST)) as sources:
        office(sources.server.server_port, WRITTEN, "localhost", login=(USER, PASSWORD), context=authority.server("localhost"))
        assert rows(cli("sync", "--only", "ecb", "--json", env=led()))["ecb"]["status"] == "updated"
        monkeypatch.delenv("SSL_CERT_FILE")
        assert rows(cli("sync", "--only", "ecb", "--json", env=led()))["ecb"]["problem"]["id"] == "net_untrusted"


def test_the_authorities_of_the_system_hold_beside_those_that_come_along(authority, monkeypatch):
    """OpenSSL takes the place of the store of the system from this variable: it is not given to the program itself."""
    monkeypatch.setenv("SSL_CERT_FILE", authority.file)
    with Sources("127.0.0.1", context=server_of(authority)) as sources:
        assert http.fetch(http.Request(sources.url(ECB), 100_000), {}, 10).status == 200
    monkeypatch.delenv("SSL_CERT_FILE")
    assert len(http._certificates({}).get_ca_certs()) > 50


def server_of(authority):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.ca.issue_cert("127.0.0.1").configure_cert(context)
    return context


def test_a_certificate_of_another_authority_behind_the_proxy_is_not_believed(cli, office):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trustme.CA().issue_cert(HOST).configure_cert(context)
    with Sources(context=context) as sources:
        office(sources.server.server_port)
        assert rows(cli("sync", "--only", "ecb", "--json", env=led()))["ecb"]["problem"]["id"] == "net_untrusted"
