"""What a person sees from STORED on, whole and few; `SAFETRAVEL_GOLDEN=write` as in test_golden.py."""

import os

import pytest

import exif_kit
from safetravel_cli.env import Env
from safetravel_cli.sos import code, media
from safetravel_cli.sos.channels import Result, smtp
from safetravel_cli.store import state
from sos_kit import photo

FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "golden")
WRITING = os.environ.get("SAFETRAVEL_GOLDEN") == "write"
PAGES = {
    "sos-accepted": {
        "ibu@example.org": Result("accepted", "250", "Ok"),
        "budi@example.net": Result("refused", "550", "No such user"),
    },
    "sos-waiting": dict.fromkeys(("ibu@example.org", "budi@example.net"), Result("retry", "451", "Try again later")),
}


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("page", PAGES)
def test_page(cli, monkeypatch, tmp_path, page, columns, language):
    # A home beside the run, so that no path of this machine stands on the page.
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAFETRAVEL_HOME", "home")
    monkeypatch.setattr(code, "new", lambda: "ACDEF3")
    monkeypatch.setattr(smtp, "send", lambda job: PAGES[page][job.rcpt])
    monkeypatch.setattr("safetravel_cli.sos.backoff.pause", lambda *_, **__: 30.0)
    keep = media.keep
    monkeypatch.setattr(media, "keep", lambda *given, **more: {**keep(*given, **more), "sha256": "ab" * 32})
    state.write(Env(environ=os.environ), {
        "contact.ibu.email": "ibu@example.org", "contact.ibu.name": "Ibu", "contact.budi.email": "budi@example.net",
        "smtp.host": "mail.example.org", "smtp.from": "siti@example.org",
    })  # fmt: skip
    # A whole one, of which family gets a copy.
    picture = photo(tmp_path, head=exif_kit.jpeg(exif_kit.Maker().tiff([])))
    argv = ("sos", "--photo", picture, "--message", "Lost in Mina", "--at", "mina", "--kind", "lost")
    result = cli(*argv, lang=language, columns=columns)
    text = result.out[result.out.index("STORED" if language == "en" else "TERSIMPAN") :]
    path = os.path.join(FOLDER, f"{page}.{columns}.{language}.txt")
    if WRITING:
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
    with open(path, encoding="utf-8") as file:
        assert text == file.read()
