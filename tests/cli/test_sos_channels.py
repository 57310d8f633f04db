"""`sos channels`, and the whole way of an alert through each channel as the person sees it, in both languages."""

import json
import os
import re
import sys

import pytest
from jsonschema import Draft202012Validator

import channel_kit
from channel_kit import LOGIN, NUMBER, SECRET, Telephone, Web, as_ntfy, as_telegram, job
from safetravel_cli.env import Env
from safetravel_cli.sos import channels, people, presets, progress, secret
from safetravel_cli.sos.channels import termux_sms
from safetravel_cli.store import state

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
HIDDEN = {"SAFETRAVEL_TELEGRAM_TOKEN": SECRET, "SAFETRAVEL_NTFY_TOKEN": "tk_hidden_one", "SAFETRAVEL_WEBHOOK_KEY": "hidden-two"}


@pytest.fixture(autouse=True)
def _quick(monkeypatch):
    monkeypatch.setattr(progress, "WATCH_SECONDS", 2.0)
    monkeypatch.setattr(termux_sms, "LOOK_SECONDS", 0.05)
    monkeypatch.setattr(termux_sms, "WATCH_SECONDS", 0.2)


def put(**held):
    state.write(Env(environ=os.environ), {name.replace("__", "."): value for name, value in held.items()})


def listing(cli, **options):
    """Return the rows of `sos channels --json` by name, checked against its schema."""
    run = cli("sos", "channels", "--json", **options)
    with open(os.path.join(ROOT, "docs", "reference", "schema", "sos.json"), encoding="utf-8") as file:
        schema = json.load(file)
    data = run.json()["data"]
    Draft202012Validator({**schema["$defs"]["channels"], "$defs": schema["$defs"]}).validate(data)
    return {row["name"]: row for row in data["channels"]}, data


def test_with_nothing_set_up_only_the_hand_is_there_and_nothing_is_called_ready(cli):
    rows, data = listing(cli)
    assert data["status"] == "partial" and data["ready"] == 0
    assert list(rows)[:2] == ["smtp", "hand"] and rows["smtp"]["missing"] == "smtp.host"
    assert {row["state"] for name, row in rows.items() if name not in ("smtp", "hand")} == {"off"}
    for lang, nothing in (("en", "Nothing leaves this device by itself"), ("id", "Belum ada yang terkirim sendiri")):
        out = cli("sos", "channels", lang=lang).out
        assert nothing in out and "config set channels" in out


def test_the_order_is_that_of_the_setting_and_each_says_what_it_lacks(cli, tmp_path):
    put(contact__ibu__phone=NUMBER, contact__ibu__email="ibu@example.org", contact__ibu__telegram="12345",
        contact__ibu__webhook="https://alerts.example.org/x", setting__channels="termux_sms, nonsense smtp")  # fmt: skip
    rows, _ = listing(cli, env={"PATH": str(tmp_path)})
    assert list(rows)[:6] == ["termux_sms", "nonsense", "smtp", "telegram", "webhook", "hand"]
    assert [rows[name]["state"] for name in ("termux_sms", "nonsense", "telegram", "webhook")] == [
        "missing",
        "absent",
        "missing",
        "ready",
    ]
    Telephone(tmp_path)
    rows, _ = listing(cli, env={"PATH": str(tmp_path), "SAFETRAVEL_TELEGRAM_TOKEN": SECRET})
    assert rows["termux_sms"]["state"] == rows["telegram"]["state"] == "ready" and rows["telegram"]["kept_in"] == "environment"
    for lang in ("en", "id"):
        out = cli("sos", "channels", lang=lang, env=HIDDEN).out
        assert not any(hidden in out for hidden in HIDDEN.values())


def test_a_microsoft_account_with_a_password_is_not_ready(cli):
    put(
        contact__ibu__email="ibu@example.org",
        smtp__host="smtp-mail.outlook.com",
        smtp__from="x@outlook.com",
        smtp__user="x@outlook.com",
    )
    rows, data = listing(cli, env={"SAFETRAVEL_SMTP_PASSWORD": "x"})
    assert (rows["smtp"]["state"], rows["smtp"]["advice"], data["ready"]) == ("missing", "token", 0)
    assert "app password" in cli("sos", "channels").out and "kata sandi aplikasi" in cli("sos", "channels", lang="id").out
    put(smtp__token_command="pizauth show outlook")
    assert listing(cli)[0]["smtp"]["state"] == "ready"


def test_presets():
    from safetravel_cli import settings

    assert presets.find("a@mail.hotmail.com").way == "token" and presets.find("a@gmail.com").way == "app_password"
    assert presets.find("a@notgmail.com") is None and presets.settings(presets.find("a@proton.me"), "a@proton.me") == {}
    with open(os.path.join(ROOT, "docs", "how-to", "channels.md"), encoding="utf-8") as file:
        page = file.read()
    for one in presets.PRESETS:
        assert one.source.startswith("https://") or one.source == presets.UNVERIFIED
        assert one.name in page or one.name.split(".")[0] in page
        for name, value in presets.settings(one, "siti@example.org").items():
            assert settings.accepts(settings.find(name), value), (one.name, name)
            assert one.host in page


@pytest.mark.parametrize("value", [
    "ntfy.sh/x", "http://ntfy.example.org/x", "https://u:p@ntfy.example.org/x", "https://ntfy.example.org",
    "https://ntfy.example.org/a b",
    "https://ntfy.example.org/x?y", "https://ntfy.example.org/" + "x" * 65,
])  # fmt: skip
def test_topics_that_could_not_work_are_refused(cli, value):
    assert cli("config", "set", "contact.ibu.ntfy", value).code == 2


@pytest.mark.parametrize(("name", "value", "code"), [
    ("contact.ibu.telegram", "-100123", 0), ("contact.ibu.telegram", "@channel", 0), ("contact.ibu.telegram", "+62812", 2),
    ("contact.ibu.telegram", "0", 2), ("contact.ibu.telegram", "", 2), ("contact.ibu.telegram", "-", 2),
    ("telegram.url", "https://", 2),
    ("contact.ibu.webhook", "https://a.example.org:8443/x?y=1", 0), ("contact.ibu.webhook", "https://a.example.org:99999/x", 2),
    ("telegram.url", "http://[::1]:80", 0), ("telegram.url", "ftp://example.org", 2), ("contact.ibu.webhook", "https:///x", 2),
])  # fmt: skip
def test_addresses_of_channels(cli, name, value, code):
    assert cli("config", "set", name, "--", value).code == code


WAYS = {
    "ntfy": (as_ntfy, (200, LOGIN)), "telegram": (as_telegram, (401, b'{"ok":false,"description":"Unauthorized"}')),
    "webhook": ((200, b"ok"), (200, LOGIN)),
}  # fmt: skip


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize("name", WAYS)
def test_an_alert_over_the_web_as_the_person_sees_it(cli, name, lang):
    from safetravel_cli.i18n import Say

    for answer, code in zip(WAYS[name], (0, 78 if name == "telegram" else 75), strict=True):
        with Web(answer) as server:
            address = {"ntfy": server.url + "/topic", "telegram": "12345", "webhook": server.url + "/x"}[name]
            put(**{f"contact__ibu__{name}": address, "telegram__url": server.url})
            run = cli("sos", "--message", "help", "--at", "tokyo", "--yes", lang=lang, env=HIDDEN)
        assert run.code == code, run
        words = {"telegram": "send.token_refused"}.get(name, "send.portal")
        assert (Say(lang)(words)[:30] in run.out.replace("\n", " ").replace("  ", " ")) is (code != 0), run
        everything = run.out + run.err + cli("sos", "list", "--json", env=HIDDEN).out + cli("config", "list", env=HIDDEN).out
        kept = b"".join(_files(os.environ["SAFETRAVEL_HOME"]))
        for hidden in HIDDEN.values():
            assert hidden not in everything and hidden.encode() not in kept


def _files(folder):
    for place, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(place, name), "rb") as file:
                yield file.read()


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize(
    ("becomes", "code", "words"), [("sent", 0, ""), ("failed", 75, "sms_failed"), ("", 75, "sms_not_listed")]
)
def test_an_alert_by_sms_as_the_person_sees_it(cli, tmp_path, lang, becomes, code, words):
    from safetravel_cli.i18n import Say

    phone = Telephone(tmp_path, becomes=becomes)
    put(contact__ibu__phone=NUMBER, setting__channels="termux_sms")
    run = cli("sos", "--message", "help", "--at", "tokyo", "--yes", lang=lang, env=phone.environ)
    assert run.code == code, run
    assert len(phone.sent()) == 1
    if words:
        assert Say(lang)("send." + words)[:30] in run.out.replace("\n", " ").replace("  ", " "), run


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize(("exit_code", "code"), [(0, 0), (75, 75), (67, 78), (78, 78)])
def test_an_alert_by_a_program_as_the_person_sees_it(cli, tmp_path, lang, exit_code, code):
    path = channel_kit.program(
        tmp_path, "x", f"sys.stdin.read()\nprint('words of the program', file=sys.stderr)\nsys.exit({exit_code})"
    )
    put(contact__ibu__exec=NUMBER, exec__command=path)
    run = cli("sos", "--message", "help", "--at", "tokyo", "--yes", lang=lang)
    assert run.code == code and ("words of the program" in run.out) is (code != 0), run


def test_a_drill_goes_to_no_mission_by_any_channel(cli):
    with Web((200, b"ok")) as server:
        put(contact__kbri__webhook=server.url + "/x", contact__kbri__kind="mission", contact__ibu__webhook=server.url + "/y")
        assert cli("sos", "--drill", "--at", "tokyo", "--yes").code == 0
    assert {asked.path for asked in server.asked} == {"/y"}
    assert {json.loads(asked.body)["exercise"] for asked in server.asked} == {True}


def test_real_people_are_refused_when_the_alert_is_stored(cli, tmp_path):
    phone = Telephone(tmp_path)
    put(contact__ibu__phone="+6281290070027", contact__ibu__ntfy="https://ntfy.sh/topic", setting__channels="termux_sms")
    run = cli("sos", "--message", "help", "--at", "tokyo", "--yes", env=phone.environ)
    assert run.code == 78 and phone.sent() == []
    assert "SAFETRAVEL_ONLY_RESERVED" in run.out


def test_optional_channels_are_loaded_only_where_they_are_in_use(tmp_path):
    from running import fresh

    script = (
        "import sys, os\nfrom safetravel_cli.env import Env\nfrom safetravel_cli.sos import people\n"
        "people.recipients(Env(environ=dict(os.environ)))\n"
        "print(sorted(n.rpartition('.')[2] for n in sys.modules if '.sos.channels.' in n), 'httpx' in sys.modules)\n"
    )
    assert fresh(script).out == "['smtp'] False\n"
    put(contact__ibu__ntfy="https://ntfy.example.org/x")
    assert "ntfy" in fresh(script).out and "telegram" not in fresh(script).out and "False" in fresh(script).out


def test_the_key_ring_is_asked_in_a_process_of_its_own(tmp_path, monkeypatch):
    (tmp_path / "keyring").mkdir()
    (tmp_path / "keyring" / "__init__.py").write_text("")
    main = tmp_path / "keyring" / "__main__.py"
    main.write_text("import sys\nprint('from ' + ' '.join(sys.argv[1:]))\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    held = people.Settings({"keyring": "yes"}, {})
    assert (
        secret.find(held, "telegram.token") == "from get safetravel telegram.token"
        and held.password() == "from get safetravel smtp.password"
    )
    main.write_text("raise SystemExit(1)\n")
    assert secret.optional(held, "ntfy.token") == ""
    with pytest.raises(people.NoPassword) as caught:
        secret.find(held, "telegram.token")
    assert caught.value.code == "keyring"


def recipe(name, folder):
    with open(os.path.join(ROOT, "docs", "how-to", "channels.md"), encoding="utf-8") as file:
        found = re.search(rf"### {name}\n.*?```python\n(.*?)```", file.read(), re.DOTALL)
    path = folder / "recipe"
    path.write_text(found[1].replace("#!/usr/bin/env python3", "#!" + sys.executable), encoding="utf-8")
    path.chmod(0o700)
    return str(path)


def test_the_recipe_for_matrix_at_a_stand_in(tmp_path):
    (tmp_path / "token").write_text("matrix-hidden\n")
    send = channels.load("exec").send
    held = {"exec.command": recipe("Matrix", tmp_path)}
    for answer, expected in (
        ((200, b'{"event_id":"$1"}'), ("accepted", "0")),
        ((401, b"{}"), ("needs_you", "77")),
        ((200, LOGIN), ("retry", "75")),
    ):
        with Web(answer) as server:
            environ = {"SOS_MATRIX": server.url, "SOS_MATRIX_TOKEN": str(tmp_path / "token")}
            result = send(job("!room:example.org", held, environ=environ))
        assert result[:2] == expected and "matrix-hidden" not in str(result)
        assert server.asked[0].path == "/_matrix/client/v3/rooms/%21room%3Aexample.org/send/m.room.message/aaaaaaaa.bbbbbbbb"


def test_the_recipe_for_apprise_with_a_program_in_its_place(tmp_path):
    channel_kit.program(tmp_path, "apprise", "open(HERE + '/got', 'w').write(json.dumps([sys.argv[1:], sys.stdin.read()]))")
    environ = {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    held = {"exec.command": recipe("Apprise", tmp_path)}
    assert channels.load("exec").send(job("family", held, environ=environ)).state == "accepted"
    argv, text = json.loads((tmp_path / "got").read_text())
    assert argv[::2] == ["--config", "--title"] and "ACDEF3" in argv[3] and text == "SOS\n"


def _xoauth2(token):
    import base64

    good = base64.b64encode(f"user=siti@example.org\x01auth=Bearer {token}\x01\x01".encode())

    def talk(link, server):
        lines = link.makefile("rwb")

        def say(text):
            lines.write(text + b"\r\n")
            lines.flush()

        say(b"220 localhost")
        for line in lines:
            word = line.split()[0].upper() if line.split() else b""
            if word == b"EHLO":
                say(b"250-localhost\r\n250 AUTH PLAIN XOAUTH2")
            elif word == b"AUTH":
                server.heard += line
                say(b"235 ok" if line.split()[-1] == good else b"334 " + base64.b64encode(b'{"status":"400"}'))
            elif word == b"":
                say(b"535 5.7.8 bad token")
            elif word == b"DATA":
                say(b"354 go on")
                while lines.readline() != b".\r\n":
                    pass
                say(b"250 queued")
            elif word == b"QUIT":
                say(b"221 bye")
                return
            else:
                say(b"250 ok")

    return talk


def test_a_mail_account_by_token(tmp_path, monkeypatch):
    import smtp_kit
    from safetravel_cli.sos.channels import smtp

    authority = smtp_kit.Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", authority.file)
    with smtp_kit.Raw(_xoauth2("token-one"), authority.server()) as server:
        held = smtp_kit.settings(server.port, auth=True)
        found = []
        for command in ("echo token-one", "echo token-two", "false"):
            one = job("ibu@example.org", {**held, "smtp.token_command": command})
            found.append(smtp.send(one))
            smtp.close(one.session)
    assert [result[:2] for result in found] == [("accepted", "250"), ("needs_you", "535"), ("needs_you", "token_command")]
    assert b"XOAUTH2" in server.heard and "token-two" not in str(found)
