"""Signature of `setup`: every question has an option, so that it runs unattended."""

from enum import StrEnum

import typer

from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say

YesNo = StrEnum("YesNo", "yes no")
Security = StrEnum("Security", "tls starttls")


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)
    text, command_line, file = say("cli.text"), say("cli.setup_command_line"), say("cli.file_name")
    way = say("cli.setup_way")

    @command(app, env, "setup")
    def setup(
        name: str = typer.Option(None, "--name", metavar=text, help=say("cli.setup_name")),
        nationality: str = typer.Option(None, "--nationality", metavar="CC,CC", help=say("cli.setup_nationality")),
        phone: str = typer.Option(None, "--phone", metavar="+62...", help=say("cli.setup_phone")),
        passport_last4: str = typer.Option(None, "--passport-last4", metavar="XXXX", help=say("cli.setup_last4")),
        passport_expires: str = typer.Option(None, "--passport-expires", metavar="YYYY-MM-DD", help=say("cli.setup_expires")),
        contact: list[str] = typer.Option(None, "--contact", metavar=text, help=say("cli.setup_contact")),
        place: str = typer.Option(None, "--place", metavar=say("cli.place"), help=say("cli.setup_place")),
        mission: YesNo = typer.Option(None, "--mission", help=say("cli.setup_mission")),
        mail: str = typer.Option(None, "--mail", metavar="siti@example.org", help=say("cli.setup_mail")),
        server: str = typer.Option(None, "--server", metavar="HOST[:PORT]", help=say("cli.setup_server")),
        security: Security = typer.Option(None, "--security", help=say("cli.setup_security")),
        user: str = typer.Option(None, "--user", metavar=text, help=say("cli.setup_user")),
        password_command: str = typer.Option(None, "--password-command", metavar=command_line, help=say("cli.setup_pcommand")),
        password_file: str = typer.Option(None, "--password-file", metavar=file, help=say("cli.setup_pfile")),
        password_stdin: bool = typer.Option(False, "--password-stdin", help=say("cli.setup_pstdin")),
        token_command: str = typer.Option(None, "--token-command", metavar=command_line, help=say("cli.setup_token")),
        secret_command: list[str] = typer.Option(
            None, "--secret-command", metavar=f"{way}={command_line}", help=say("cli.setup_secret_command")
        ),
        secret_file: list[str] = typer.Option(None, "--secret-file", metavar=f"{way}={file}", help=say("cli.setup_secret_file")),
        secret_stdin: list[str] = typer.Option(None, "--secret-stdin", metavar=way, help=say("cli.setup_secret_stdin")),
        keyring: YesNo = typer.Option(None, "--keyring", help=say("cli.setup_keyring")),
        ways: str = typer.Option(None, "--ways", metavar=text, help=say("cli.setup_ways")),
        sendmail_command: str = typer.Option(None, "--sendmail", metavar=command_line, help=say("cli.setup_sendmail")),
        exec_command: str = typer.Option(None, "--exec", metavar=command_line, help=say("cli.setup_exec")),
        channels: str = typer.Option(None, "--channels", metavar=text, help=say("cli.setup_channels")),
        sms: YesNo = typer.Option(None, "--sms", help=say("cli.setup_sms")),
        test: YesNo = typer.Option(None, "--test", help=say("cli.setup_test")),
        autosend: YesNo = typer.Option(None, "--autosend", help=say("cli.setup_autosend")),
        private: bool = typer.Option(False, "--private", help=say("cli.setup_private")),
        no_private: bool = typer.Option(False, "--no-private", help=say("cli.setup_no_private")),
        again: bool = typer.Option(False, "--again", help=say("cli.setup_again")),
    ) -> None: ...
