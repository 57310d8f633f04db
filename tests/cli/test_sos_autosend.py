"""`sos autosend`: what it says is what is there."""

import pytest


@pytest.fixture
def cron(tmp_path, monkeypatch):
    """A person with a crontab and nothing else."""
    folder = tmp_path / "bin"
    folder.mkdir()
    script = folder / "crontab"
    script.write_text(
        f'#!/bin/sh\ncase "$1" in\n-l) cat {tmp_path}/store 2>/dev/null || {{ echo no crontab for you; exit 1; }};;\n'
        f"-r) rm {tmp_path}/store;;\n-) cat > {tmp_path}/store;;\nesac\n"
    )
    script.chmod(0o700)
    (folder / "systemctl").write_text("#!/bin/sh\nexit 1\n")
    (folder / "systemctl").chmod(0o700)
    from safetravel_cli.sos.hooks import cron

    monkeypatch.setattr(cron, "_runs", lambda: True)
    return {"PATH": f"{folder}:/usr/bin:/bin"}


def test_the_status_of_nothing(cli, cron):
    run = cli("sos", "autosend", env=cron)
    assert run.code == 0
    assert "crontab: not installed" in run.out
    assert "Waiting process: not running" in run.out


def test_install_then_remove(cli, cron):
    run = cli("sos", "autosend", "install", env=cron)
    assert run.code == 0
    assert "crontab: installed and active" in run.out
    data = cli("sos", "autosend", "status", "--json", env=cron).json()["data"]
    assert data["hooks"] == [
        {"name": "cron", "installed": True, "active": True, "current": True, "path": "crontab", "detail": {"daemon": True}}
    ]
    assert (data["waiter"], data["waiting"], data["fault"], data["password"]) == ("none", 0, "", "")
    assert "Removed." in cli("sos", "autosend", "remove", env=cron).out
    assert "nothing to remove" in cli("sos", "autosend", "remove", env=cron).out


def test_a_cron_that_does_not_run_is_not_called_active(cli, cron, monkeypatch):
    from safetravel_cli.sos.hooks import cron as module

    monkeypatch.setattr(module, "_runs", lambda: False)
    run = cli("sos", "autosend", "install", "--json", env=cron).json()
    assert run["status"] == "partial"
    assert run["data"]["hooks"][0]["active"] is False
    out = cli("sos", "autosend", env=cron).out
    assert "no cron is running" in out
    assert "installed and active" not in out


def test_a_hook_of_another_folder_is_told(cli, cron, tmp_path):
    cli("sos", "autosend", "install", env=cron)
    out = cli("sos", "autosend", env={**cron, "SAFETRAVEL_HOME": str(tmp_path / "other")}).out
    assert "install again" in out


def test_a_password_that_no_scheduler_has_is_told(cli, cron):
    import os

    from safetravel_cli.env import Env
    from safetravel_cli.store import state

    state.write(Env(environ=os.environ), {"smtp.host": "mail.example.org", "smtp.user": "siti@example.org"})
    held = {**cron, "SAFETRAVEL_SMTP_PASSWORD": "hunter2"}
    assert "smtp.password_command" not in cli("sos", "autosend", env=held).out
    run = cli("sos", "autosend", "install", env=held)
    assert "smtp.password_command" in run.out
    assert "hunter2" not in run.out


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_secret_that_no_scheduler_has_is_told_and_none_that_lasts(cli, cron, tmp_path, lang):
    import os

    from safetravel_cli.env import Env
    from safetravel_cli.sos import secret
    from safetravel_cli.store import state

    env = Env(environ=os.environ)
    state.write(env, {"smtp.host": "mail.example.org", "smtp.from": "siti@example.org", "smtp.user": "siti@example.org",
                      "contact.ibu.telegram": "12345", "contact.ibu.webhook": "https://a.example.org/x",
                      "contact.ibu.ntfy": "https://ntfy.example.org/x"})  # fmt: skip
    hidden = {"SAFETRAVEL_SMTP_PASSWORD": "hidden-one", "SAFETRAVEL_TELEGRAM_TOKEN": "hidden-two",
              "SAFETRAVEL_WEBHOOK_KEY": "hidden-three"}  # fmt: skip
    run = cli("sos", "autosend", "install", env={**cron, **hidden}, lang=lang)
    for name in ("SAFETRAVEL_SMTP_PASSWORD", "SAFETRAVEL_TELEGRAM_TOKEN", "webhook.key_file"):
        assert name in run.out
    assert "hidden-" not in run.out and "SAFETRAVEL_NTFY_TOKEN" not in run.out
    for name, home in secret.HOMES.items():
        # The page goes by this.
        assert home == ("SAFETRAVEL_" + name.upper().replace(".", "_"), name + "_command", name + "_file")
    # What stands in a file too, lasts; what only the key ring has may be locked.
    state.write(env, {"smtp.password_file": "/a/file", "telegram.token_command": "true", "setting.keyring": "yes"})
    data = cli("sos", "autosend", "--json", env={**cron, **hidden}).json()["data"]
    assert (data["password"], data["lost"], data["locked"]) == ("", ["webhook.key"], ["ntfy.token"])
    assert {"en": "key ring", "id": "gantungan kunci"}[lang] in " ".join(
        cli("sos", "autosend", env=cron, lang=lang).out.lower().split()
    )


@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_device_without_any_scheduler(cli, tmp_path, lang):
    nothing = {"PATH": str(tmp_path)}
    run = cli("sos", "autosend", "install", env=nothing, lang=lang)
    assert run.code == 3
    assert "safetravel sos list" in " ".join(run.err.split())
    run = cli("sos", "autosend", env=nothing, lang=lang)
    assert run.code == 0
    assert "safetravel sos list" in " ".join(run.out.split())


def test_android_is_told_of(cli, cron):
    assert "Android" in cli("sos", "autosend", env={**cron, "TERMUX_VERSION": "0.118"}).out


def test_an_action_that_does_not_exist(cli):
    run = cli("sos", "autosend", "instal")
    assert run.code == 2
    assert "status, install, remove" in run.err


def test_the_data_are_what_the_schema_says(cli, cron):
    import json
    import os

    from jsonschema import Draft202012Validator

    from safetravel_cli import paths

    path = os.path.join(paths.PACKAGE, "..", "..", "docs", "reference", "schema", "sos.json")
    with open(path, encoding="utf-8") as file:
        schema = json.load(file)
    one = Draft202012Validator({**schema["$defs"]["autosend"], "$defs": schema["$defs"]})
    for action in ("status", "install", "status", "remove"):
        data = cli("sos", "autosend", action, "--json", env=cron).json()["data"]
        assert not list(one.iter_errors(data))
