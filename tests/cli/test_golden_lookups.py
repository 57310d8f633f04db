"""The look-ups for five countries where many Indonesians are, a file for each command, width and language.

Written and read like those of test_golden.py.
"""

import pytest

import golden_kit

COUNTRIES = ("japan", "saudi arabia", "malaysia", "hong kong", "netherlands")
COMMANDS = {
    "law": (),
    "safety": ("--month", "8"),
    "visa": (),
    "currency": (),
    "food": (),
    "time": (),
    "holidays": ("--year", "2027"),
    "card": (),
    "prayer": ("--date", "2027-03-21"),
}


def words(command, country):
    """Return the command line; a card and prayer times are asked for as people do."""
    if command == "card":
        return ("card", "police", *country.split())
    cities = {"japan": "tokyo", "saudi arabia": "makkah", "malaysia": "kuala lumpur", "netherlands": "leiden"}
    named = cities.get(country, country) if command == "prayer" else country
    return (command, *named.split(), *COMMANDS[command])


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("columns", [40, 80])
@pytest.mark.parametrize("command", COMMANDS)
def test_five_countries(cli, command, columns, language):
    text = ""
    for country in COUNTRIES:
        result = cli(*words(command, country), lang=language, columns=columns, env={"TZ": "UTC"})
        assert result.code == 0, result
        text += f"$ safetravel {' '.join(words(command, country))}\n{result.out}\n"
    golden_kit.same(f"five-{command}.{columns}.{language}.txt", text)
