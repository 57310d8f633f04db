"""A drill goes the whole way to one's own contacts, and waits for an answer, not for ever; photos go without metadata."""

import os
import time

import pytest

import exif_kit
import smtp_kit
from pty_kit import Terminal
from safetravel_cli.env import Env
from safetravel_cli.geo.rungs import exif
from safetravel_cli.sos import ledger, listen, progress, queue
from safetravel_cli.store import state
from schema_kit import check
from sos_kit import outbox


@pytest.fixture
def server(tmp_path, monkeypatch):
    """Start a mail server, and set up a contact of one's own and a mission that does not exist."""
    authority = smtp_kit.Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", authority.file)
    monkeypatch.setattr(progress, "WATCH_SECONDS", 5.0)
    with smtp_kit.Server(authority.server()) as server:
        mission = smtp_kit.contact("kbri", kind="mission", name="KBRI Contoh")
        state.write(Env(environ=os.environ), {**smtp_kit.settings(server.port), **smtp_kit.contact("ibu"), **mission})
        yield server


@pytest.mark.parametrize("lang", ["en", "id"])
def test_nobody_answers_within_the_time_and_that_is_said(cli, server, monkeypatch, lang):
    monkeypatch.setattr(progress, "WAIT_SECONDS", 1.0)
    begun = time.monotonic()
    run = cli("sos", "--drill", "--wait", "--message", "x", "--at", "japan", lang=lang)
    assert time.monotonic() - begun < 20 and run.code == 0
    assert {"en": "NO ANSWER was noted", "id": "BELUM ADA JAWABAN"}[lang] in " ".join(run.out.split())
    assert {got.rcpt for got in server.got} == {"ibu@example.org"}
    first = server.got[0].mail
    assert "LATIHAN" in first["Subject"] and "LATIHAN" in first.get_body().get_content()
    attached = [part.get_payload(decode=True) for part in first.iter_attachments() if part.get_content_subtype() == "xml"]
    assert b"<status>Exercise</status>" in attached[0]


def test_an_answer_that_is_noted_elsewhere_ends_the_waiting(cli, server, monkeypatch):
    monkeypatch.setattr(progress, "WAIT_SECONDS", 30.0)
    real = listen._noted

    def noted(folder, alert):
        # Somebody types `sos ack` in another terminal.
        queue.acknowledge(folder, alert, "ibu", "saya baca")
        return real(folder, alert)

    monkeypatch.setattr(listen, "_noted", noted)
    run = cli("sos", "--drill", "--wait", "--message", "x", "--at", "japan", "--json")
    data = check(run, "sos")
    assert run.code == 0 and data["stage"] == "answered"
    assert (data["answer"]["who"], data["answer"]["text"]) == ("ibu", "saya baca")
    assert [row["state"] for row in data["deliveries"] if row["kind"] == "text"] == ["acknowledged"]


def test_an_alert_that_is_no_drill_waits_for_no_answer(cli, server, monkeypatch):
    monkeypatch.setattr(progress, "WAIT_SECONDS", 5.0)
    data = check(cli("sos", "--wait", "--message", "x", "--at", "japan", "--json"), "sos")
    assert data["stage"] == "sent" and data["answer"] is None


def test_who_answered_is_typed_on_the_terminal(server):
    run = Terminal(
        "sos", "--drill", "--wait", "--yes", "--message", "x", "--at", "japan", env={"SSL_CERT_FILE": os.environ["SSL_CERT_FILE"]}
    )
    run.expect("An empty line or Ctrl-C ends the waiting").type("Ibu")
    run.expect("ANSWERED by Ibu")
    run.end()
    assert run.code == 0
    with ledger.Reader(outbox()) as reader:
        assert [row["who"] for row in ledger.answers(reader)] == ["Ibu"]


def test_family_gets_the_photo_without_its_place_and_the_mission_the_original(cli, server, tmp_path):
    path = tmp_path / "a.jpg"
    octets = exif_kit.jpeg(exif_kit.Maker("<").tiff(exif_kit.gps(35.66, 139.7)))
    path.write_bytes(octets)
    assert cli("sos", "--photo", str(path), "--message", "x", "--at", "japan").code == 0
    sent = {}
    for got in server.got:
        for part in got.mail.iter_attachments():
            if part.get_content_maintype() == "image":
                sent[got.rcpt] = (part.get_payload(decode=True), got.mail.get_body().get_content())
    assert sent["kbri@example.org"][0] == octets and "SALINAN" not in sent["kbri@example.org"][1]
    bare = tmp_path / "bare.jpg"
    bare.write_bytes(sent["ibu@example.org"][0])
    assert exif.read(str(bare)) is None and bare.read_bytes() != octets
    assert "SALINAN" in sent["ibu@example.org"][1] and "COPY" in sent["ibu@example.org"][1]
    media = os.path.join(outbox(), "media")
    assert len([name for name in os.listdir(media) if name.startswith("family-")]) == 1
    cli("sos", "purge", "--all", "--yes")
    assert os.listdir(media) == []
