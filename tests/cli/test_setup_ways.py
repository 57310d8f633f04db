"""`setup` of the ways beside mail and SMS: by options, on a terminal, gone on with; secrets unseen, in a file or a key ring."""

import json
import os
import pathlib
import shlex
import stat
import subprocess
import sys

import pytest

from channel_kit import SECRET, Web, msmtp, program
from pty_kit import Terminal
from running import SOURCE, surroundings
from safetravel_cli.env import Env
from safetravel_cli.sos import people, secret
from safetravel_cli.store import state
from schema_kit import check

MINE = ["--name", "Siti Aminah", "--contact", "Ibu, ibu@example.org, +12025550143, id"]
KNOWN = {
    "setting.language": "en", "profile.name": "Siti", "profile.nationality": "Indonesia", "profile.phone": "+12025550142",
    "profile.passport_last4": "1234", "profile.passport_expires": "2031-04-30", "setup.skipped.place": "yes",
    "setup.answer.autosend": "no", "contact.ibu.name": "Ibu", "contact.ibu.phone": "+12025550143", "contact.ibu.language": "id",
}  # fmt: skip
KEYRING = """
import json, os, sys
FILE = os.path.join(os.path.dirname(__file__), "kept.json")
def _held():
    return json.load(open(FILE)) if os.path.exists(FILE) else {}
def get_password(service, name):
    return _held().get(service + " " + name)
def set_password(service, name, word):
    if os.path.exists(FILE + ".locked"):
        raise RuntimeError("locked")
    json.dump({**_held(), service + " " + name: word}, open(FILE, "w"))
    json.dump(sys.orig_argv, open(FILE + ".argv", "w"))
def delete_password(service, name):
    held = _held()
    del held[service + " " + name]
    json.dump(held, open(FILE, "w"))
"""
MAIN = """
import sys, keyring
word = keyring.get_password(*sys.argv[2:4])
print(word) if word else sys.exit(1)
"""


def env():
    return Env(environ=os.environ)


def held():
    return state.read(env())


@pytest.fixture
def keyring(tmp_path, monkeypatch):
    """Put a key ring that is a file in the place of the package; return that file."""
    folder = tmp_path / "packages" / "keyring"
    folder.mkdir(parents=True)
    (folder / "__init__.py").write_text(KEYRING)
    (folder / "__main__.py").write_text(MAIN)
    monkeypatch.setenv("PYTHONPATH", str(folder.parent))
    return folder / "kept.json"


def test_all_ways_run_unattended_and_a_second_run_needs_nothing(cli, tmp_path):
    token = tmp_path / "token"
    token.write_text(SECRET + "\n")
    token.chmod(0o600)
    own = program(tmp_path, "own", "")
    msmtp(tmp_path)
    budi = f"Budi, telegram=12345, webhook=alerts.example.org/x, exec=budi, ntfy=ntfy.example.org/sos-{'a' * 16}"
    argv = [*MINE, "--contact", budi, "--mail", "siti@example.org", "--sendmail", str(tmp_path / "msmtp"), "--exec", own,
            "--secret-file", f"telegram={token}", "--secret-stdin", "webhook", "--secret-command", "ntfy=echo tk_hidden",
            "--test", "no", "--autosend", "no"]  # fmt: skip
    run = cli("setup", *argv, "--json", stdin="hidden-key\n")
    data = check(run, "setup")
    states = {row["step"]: row["state"] for row in data["steps"]}
    assert run.code == 0 and data["ready"] == 5 and not data["missing"], data
    assert {states[name] for name in ("sendmail", "ntfy", "telegram", "webhook", "exec")} == {"set"}
    now = people.settings(env())
    assert [secret.find(now, name) for name in ("telegram.token", "webhook.key", "ntfy.token")] == [
        SECRET,
        "hidden-key",
        "tk_hidden",
    ]
    assert stat.S_IMODE(os.stat(held()["webhook.key_file"]).st_mode) == 0o600
    again = check(cli("setup", "--json"), "setup")
    assert {row["step"]: row["state"] for row in again["steps"]}["telegram"] == "known"
    for words in (run.out, run.err, str(held()), cli("config", "list").out, cli("config", "export").out,
                  cli("sos", "channels").out, cli("sos", "channels", "--json").out):  # fmt: skip
        assert SECRET not in words and "hidden-key" not in words


def test_a_server_of_ntfy_alone_gets_a_topic_that_nobody_guesses(cli):
    cli("setup", "--contact", "Ibu, ntfy=ntfy.example.org", "--contact", "Budi, ntfy=https://ntfy.example.org/")
    topics = [held()[f"contact.{name}.ntfy"] for name in ("ibu", "budi")]
    assert all(topic.startswith("https://ntfy.example.org/sos-") and len(topic) == 45 for topic in topics)
    assert topics[0] != topics[1]


@pytest.mark.parametrize(
    ("argv", "word"),
    [
        (["--secret-stdin", "fax"], "telegram"),
        (["--secret-file", "telegram"], "--secret-file"),
        (["--secret-file", "telegram=/nowhere/at-all"], "setup --help"),
        (["--secret-stdin", "telegram"], "--password-stdin"),
        (["--exec", "/nowhere/at-all"], "/nowhere/at-all"),
        (["--ways", "fax"], "telegram"),
        (["--contact", "Ibu, telegram=+62812"], "@channel"),
    ],
)
def test_an_option_that_cannot_be_is_refused(cli, argv, word):
    run = cli("setup", *argv)
    assert run.code == 2 and word in run.err


@pytest.mark.parametrize("lang", ["en", "id"])
def test_what_a_way_lacks_is_named_with_its_option_and_nothing_is_called_ready(cli, lang):
    run = cli("setup", "--name", "Siti", "--contact", "Ibu, telegram=12345", lang=lang)
    assert run.code == 2 and "--secret-stdin telegram" in run.out and "--mail" not in run.out
    assert {"en": "NOT READY", "id": "BELUM SIAP"}[lang] in run.out
    # Nothing lacks a setting, and still nobody is reached.
    state.write(env(), {"contact.ibu.telegram": None, "contact.ibu.phone": "+12025550143", "smtp.host": "mail.example.org",
                        "smtp.from": "siti@example.org"})  # fmt: skip
    run = cli("setup", lang=lang)
    assert run.code == 2 and "--contact" in run.out and {"en": "NOT READY", "id": "BELUM SIAP"}[lang] in run.out


def test_the_key_ring_takes_a_secret_on_standard_input_and_purge_takes_it_out(cli, keyring, tmp_path):
    run = cli(
        "setup", *MINE, "--contact", "Budi, telegram=12345", "--keyring", "yes", "--secret-stdin", "telegram", stdin=SECRET + "\n"
    )
    assert run.code == 0 and SECRET not in run.out + run.err + str(held())
    assert SECRET not in pathlib.Path(f"{keyring}.argv").read_text()
    assert SECRET in keyring.read_text() and "telegram.token_file" not in held()
    assert secret.find(people.settings(env()), "telegram.token") == SECRET
    data = check(cli("purge", "--yes", "--json"), "purge")
    assert data["keyring"] == 1 and SECRET not in keyring.read_text()


def test_a_key_ring_that_takes_nothing_is_told(cli, keyring):
    open(f"{keyring}.locked", "w").close()
    run = cli("setup", *MINE, "--keyring", "yes", "--secret-stdin", "telegram", stdin=SECRET + "\n")
    assert run.code == 2 and "--keyring" in run.err and "setting.keyring" not in held() and SECRET not in run.out + run.err


def test_no_module_of_the_folder_one_is_in_stands_in_for_the_key_ring(cli, tmp_path, monkeypatch):
    (tmp_path / "keyring.py").write_text("open('stolen', 'w').write('x')\n")
    monkeypatch.chdir(tmp_path)
    cli("setup", *MINE, "--keyring", "yes", "--secret-stdin", "telegram", stdin=SECRET + "\n")
    assert not (tmp_path / "stolen").exists()


def test_purge_takes_the_files_of_all_secrets(cli):
    cli("setup", "--secret-stdin", "telegram", "--secret-stdin", "ntfy", "--secret-stdin", "webhook", stdin="a\nb\nc\n")
    files = [held()[name] for name in ("telegram.token_file", "ntfy.token_file", "webhook.key_file")]
    assert [pathlib.Path(path).read_text() for path in files] == ["a\n", "b\n", "c\n"]
    cli("purge", "--yes")
    assert not any(map(os.path.exists, files))


def test_on_a_terminal_other_ways_are_one_question_stopped_and_gone_on_with(tmp_path):
    state.write(env(), KNOWN)
    first = Terminal("setup", env={"SAFETRAVEL_LOCATION": "no"})
    first.talk(
        ("from which the alert leaves:", ""), ("Enter for none:", "telegram, nonsense"), ("none of the ways", "telegram ntfy")
    )
    first.talk(("ntfy for Ibu:", "ntfy.example.org"))
    first.expect("must follow this topic in the ntfy app: https://ntfy.example.org/sos-")
    first.talk(("wants none (it is not shown):", ""))
    first.expect("from @BotFather").interrupt()
    assert first.code == 130
    second = Terminal("setup")
    second.talk(("from @BotFather", SECRET), ("press Start", "12345"))
    seen = second.end()
    assert second.code == 0 and SECRET not in first.seen + seen
    for known in ("Enter for none", "ntfy for Ibu", "wants none", "from which the alert leaves"):
        assert known not in seen
    assert people.contacts(env())[0].telegram == "12345" and secret.find(people.settings(env()), "telegram.token") == SECRET
    third = Terminal("setup")
    assert "?" not in third.end() and third.code == 0


def test_the_number_of_a_chat_is_told_by_the_bot(tmp_path):
    def answer(asked):
        assert asked.path.endswith("/getUpdates") and "offset" not in json.loads(asked.body)
        chat = {"id": 12345, "first_name": "Aminah\u202e"}
        return 200, json.dumps(
            {"ok": True, "result": [{"update_id": 1, "message": {"chat": chat}}] if len(web.asked) > 1 else []}
        ).encode()

    with Web(answer) as web:
        state.write(env(), {**KNOWN, "setup.skipped.mail": "yes", "setup.answer.ways": "telegram", "telegram.url": web.url})
        run = Terminal("setup", env={"SAFETRAVEL_TELEGRAM_TOKEN": SECRET})
        for typed, words in (("?", "Nobody has written"), ("?", "12345 = Aminah"), ("12345", "by Telegram")):
            run.expect("then that number:").type(typed).expect(words)
        run.end()
    assert people.contacts(env())[0].telegram == "12345" and SECRET not in run.seen


def test_who_wants_no_other_way_is_asked_once(tmp_path):
    state.write(env(), KNOWN)
    first = Terminal("setup")
    first.talk(("from which the alert leaves:", ""), ("Enter for none:", ""))
    first.end()
    assert "Enter for none" not in Terminal("setup").end()
    assert held()["setup.skipped.ways"] == "yes"


@pytest.mark.parametrize("stream", ["<&-", "< /dev/null"])
@pytest.mark.parametrize(("argv", "code"), [("setup", 2), ("setup --ways telegram --keyring yes", 2), ("doctor --wait 0", 78)])
def test_where_standard_input_is_closed_nothing_is_asked_and_nothing_waits(argv, code, stream):
    command = f"exec {shlex.quote(sys.executable)} -m safetravel_cli {argv} {stream}"
    variables = {**surroundings(env={"SAFETRAVEL_OFFLINE": "1"}), "PYTHONPATH": SOURCE, "PATH": os.environ["PATH"]}
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=variables, timeout=60, check=False)
    assert done.returncode == code and "Traceback" not in done.stderr, done


@pytest.mark.parametrize("number", ["08123456789", "628123456789", "0062812345678", "+0812345678", "+62"])
def test_a_number_without_its_country_code_is_taken_nowhere(cli, number):
    for argv in (["setup", "--contact", f"Ibu, {number}"], ["setup", "--phone", number],
                 ["config", "set", "contact.ibu.phone", number], ["profile", "set", "next_of_kin_phone", number]):  # fmt: skip
        assert cli(*argv).code == 2
    assert not [name for name in held() if name.endswith("phone")]
