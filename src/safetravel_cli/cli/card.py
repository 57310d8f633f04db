"""Signature of `card`."""

import typer

from safetravel_cli.cli import completion
from safetravel_cli.cli.shared import command
from safetravel_cli.env import Env
from safetravel_cli.i18n import Say


def register(app: typer.Typer, env: Env) -> None:
    """Add the command to the application."""
    say = Say(env.language)

    @command(app, env, "card")
    def card(
        topic: list[str] = typer.Argument(
            None, metavar=say("cli.topic_optional"), help=say("cli.card_topic"), autocompletion=completion.cards
        ),
        country: str = typer.Option(
            None, "--country", metavar=say("cli.country_one"), help=say("cli.card_country"), autocompletion=completion.countries
        ),
        to: str = typer.Option(None, "--in", metavar=say("cli.language"), help=say("cli.card_in")),
        only: str = typer.Option(None, "--only", metavar="N,N", help=say("cli.card_only")),
        own_name: str = typer.Option(None, "--name", metavar=say("cli.text"), help=say("cli.card_name")),
        phone: str = typer.Option(None, "--phone", metavar=say("cli.text"), help=say("cli.card_phone")),
        hotel: str = typer.Option(None, "--hotel", metavar=say("cli.text"), help=say("cli.card_hotel")),
        address: str = typer.Option(None, "--address", metavar=say("cli.text"), help=say("cli.card_address")),
        medicine: str = typer.Option(None, "--medicine", metavar=say("cli.text"), help=say("cli.card_medicine")),
        allergen: str = typer.Option(None, "--allergen", metavar=say("cli.text"), help=say("cli.card_allergen")),
        blood: str = typer.Option(None, "--blood", metavar=say("cli.text"), help=say("cli.card_blood")),
        html: str = typer.Option(None, "--html", metavar=say("cli.file_name"), help=say("cli.card_html")),
        pdf: str = typer.Option(None, "--pdf", metavar=say("cli.file_name"), help=say("cli.card_pdf")),
        font: str = typer.Option(None, "--font", metavar=say("cli.file_name"), help=say("cli.card_font")),
        qr: bool = typer.Option(False, "--qr", help=say("cli.card_qr")),
    ) -> None: ...
