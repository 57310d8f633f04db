"""Every test: no network, a home of its own, and nothing of this machine's language, width or clock."""

import errno
import os
import socket
import sys

import pytest
from hypothesis import settings

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sys.path[:0] = [folder for folder in (os.path.join(ROOT, "tools"), os.path.join(ROOT, "src")) if folder not in sys.path]

VARIABLES = "LANG LANGUAGE LC_ALL LC_MESSAGES COLUMNS LINES NO_COLOR FORCE_COLOR ACCESSIBLE TZ XDG_DATA_HOME LOCALAPPDATA".split()

# How much a run of `make faults` or `make soak` does.
KEPT = ("SAFETRAVEL_KILLS", "SAFETRAVEL_LINKS", "SAFETRAVEL_POWER_CUTS", "SAFETRAVEL_TEST_SNAPSHOT")

settings.register_profile("quick", max_examples=25, deadline=None)
settings.register_profile("normal", deadline=None)
settings.register_profile("long", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "normal"))


@pytest.fixture(scope="session", autouse=True)
def _isolated(tmp_path_factory):
    """Remove what the machine says of language, width and clock; a HOME for whatever a module-wide fixture reads."""
    with pytest.MonkeyPatch.context() as patch:
        for name in [*VARIABLES, *[name for name in os.environ if name.startswith("SAFETRAVEL_")]]:
            if name not in KEPT:
                patch.delenv(name, raising=False)
        if os.environ.get("SAFETRAVEL_TEST_SNAPSHOT"):
            patch.setenv("SAFETRAVEL_SNAPSHOT", os.environ["SAFETRAVEL_TEST_SNAPSHOT"])
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(autouse=True)
def _home(tmp_path, monkeypatch):
    """Give each test a data folder of its own, which does not exist yet."""
    monkeypatch.setenv("SAFETRAVEL_HOME", str(tmp_path / "safetravel-home"))
    # Nobody real is ever written to.
    monkeypatch.setenv("SAFETRAVEL_ONLY_RESERVED", "1")
    # No process stays behind, but where a test means it to.
    monkeypatch.setenv("SAFETRAVEL_WAITER", "no")


class Attempts(list):
    """The addresses that a test tried to reach beyond loopback."""


@pytest.fixture(autouse=True)
def _no_network(request, monkeypatch):
    """Refuse every connection and name beyond loopback; a test that tried one without asking for `offline` fails."""
    attempts = Attempts()
    request.node.attempts = attempts

    def refuse(address):
        attempts.append(address)
        raise OSError(errno.ENETUNREACH, f"the network is blocked in tests: {address}")

    def guard(real):
        def connect(self, address):
            if self.family in (socket.AF_INET, socket.AF_INET6) and not _is_loopback(address[0]):
                refuse(address)
            return real(self, address)

        return connect

    look_up = socket.getaddrinfo

    def getaddrinfo(host, *rest, **options):
        if not _is_loopback(host):
            attempts.append(host)
            raise socket.gaierror(socket.EAI_AGAIN, f"the network is blocked in tests: {host}")
        return look_up(host, *rest, **options)

    monkeypatch.setattr(socket.socket, "connect", guard(socket.socket.connect))
    monkeypatch.setattr(socket.socket, "connect_ex", guard(socket.socket.connect_ex))
    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    yield
    if attempts and "offline" not in request.fixturenames:
        pytest.fail(f"the network was tried: {attempts}; a test that means to should ask for `offline`")


@pytest.fixture
def offline(request):
    """Let a test try the network, which is not there; the value lists what it tried."""
    return request.node.attempts


def _is_loopback(host):
    host = host.decode() if isinstance(host, bytes) else host
    return host in (None, "", "localhost", "::1") or str(host).startswith("127.")


@pytest.fixture(scope="session")
def snapshot_file(_isolated):
    """Return the path of the bundled facts, compiled again where the tables have changed."""
    from safetravel_cli import errors, paths
    from safetravel_cli.store import checkout

    if os.environ.get("SAFETRAVEL_SNAPSHOT"):
        return os.environ["SAFETRAVEL_SNAPSHOT"]
    try:
        checkout.check()
        current = os.path.isfile(paths.SNAPSHOT)
    except errors.SnapshotError:
        current = False
    if not current:
        import build_snapshot

        build_snapshot.build_in_place()
    return paths.SNAPSHOT


@pytest.fixture(scope="session")
def snapshot(snapshot_file):
    """Return the bundled facts, opened."""
    from safetravel_cli.store.snapshot import Snapshot

    return Snapshot(snapshot_file)


@pytest.fixture
def cli(snapshot_file):
    """Return `run(*argv, lang="en", columns=80, stdin=None, env=None, now=...)`: code, out, err and json() of a command line."""
    from running import invoke

    return invoke
