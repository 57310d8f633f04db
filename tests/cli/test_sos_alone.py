"""With every third-party module broken, the commands that matter most still answer; an alert leaves by mail."""

import os

import pytest

import smtp_kit
from running import fresh
from safetravel_cli.env import Env
from safetravel_cli.store import state
from sos_kit import rows

THIRD = "typer click rich httpx geopy geographiclib platformdirs sqlite_utils segno PIL aiosmtpd trustme pygments shellingham"
# A finder that stands before all others and refuses every module that is not of the standard library, nor ours.
SCRIPT = """
import sys

class Broken:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top in %r.split() or (top not in sys.stdlib_module_names and top not in ("safetravel_cli", "sitecustomize")):
            raise ImportError("broken on purpose: " + name)

sys.meta_path.insert(0, Broken())
%s
from safetravel_cli.entry import script
script()
"""


@pytest.mark.parametrize("argv", [
    ("country", "japan"), ("country", "japan", "--json"), ("embassy", "--near", "35.66,139.70"), ("emergency", "japan"),
    ("embassy", "--near", "jakarta"), ("sos", "list"), ("sos", "send"),
], ids=" ".join)  # fmt: skip
@pytest.mark.parametrize("columns", [80, 40])
def test_what_only_reads(snapshot_file, argv, columns):
    for extra in ({}, {"FORCE_COLOR": "1"}):
        result = fresh(SCRIPT % (THIRD, ""), *argv, columns=columns, env=extra)
        assert (result.code, result.err) == (0, ""), result
        assert "Traceback" not in result.out


@pytest.fixture
def server(tmp_path):
    """Give a mail server with TLS, set up with a contact."""
    authority = smtp_kit.Authority(tmp_path)
    with smtp_kit.Server(authority.server(), "starttls", auth=True) as server:
        server.trust = {"SSL_CERT_FILE": authority.file, "SAFETRAVEL_SMTP_PASSWORD": smtp_kit.SECRET}
        state.write(Env(environ=os.environ), {
            "contact.ibu.email": "ibu@example.org", "smtp.host": "localhost", "smtp.port": str(server.port),
            "smtp.security": "starttls", "smtp.from": "siti@example.org", "smtp.user": smtp_kit.USER,
        })  # fmt: skip
        yield server


def test_an_alert_is_stored_and_leaves_by_mail(snapshot_file, tmp_path, server):
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + os.urandom(5000))
    argv = ("sos", "--photo", str(photo), "--message", "x", "--at", "japan", "--kind", "lost")
    result = fresh(SCRIPT % (THIRD, ""), *argv, env={"FORCE_COLOR": "1", **server.trust})
    assert (result.code, result.err) == (0, ""), result
    assert {row["state"] for row in rows("SELECT state FROM delivery")} == {"accepted"}
    code = rows("SELECT code FROM alert")[0]["code"]
    text, file = server.got
    assert text.rcpt == "ibu@example.org" and code in text.mail["Subject"]
    assert file.mail["In-Reply-To"] == text.message_id
    for words in (["show", code], ["ack", code], ["safe"], ["export", code, str(tmp_path / "out")]):
        done = fresh(SCRIPT % (THIRD, ""), "sos", *words, env=server.trust)
        assert (done.code, done.err) == (0, ""), done
    assert server.got[-1].mail["References"] == text.message_id
    assert smtp_kit.SECRET not in result.out + repr(rows("SELECT * FROM attempt")) + repr(rows("SELECT * FROM alert"))


def test_an_alert_without_a_channel_is_stored(snapshot_file):
    result = fresh(SCRIPT % (THIRD, ""), "sos", "--message", "x", env={"FORCE_COLOR": "1"})
    assert (result.code, result.err) == (78, ""), result
    assert "wa.me" in result.out
