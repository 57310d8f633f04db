"""Cards: the right number, no doubtful word where it matters, every script whole, no boxes on paper."""

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from running import fresh
from safetravel_cli.domain.blocks import Saying
from safetravel_cli.store import state
from safetravel_cli.views import fonts, html_view, plain_view
from safetravel_cli.views.wrap import fill, units, width
from schema_kit import check

LIGHT = {"taxi", "restaurant", "everyday"}
SHOWN = ("ar", "ja", "zh-Hans", "th", "hi", "ko", "my", "ur", "km")


def cards(snapshot):
    return [str(one) for one in snapshot.values("SELECT card_id FROM card ORDER BY rank")]


def languages(snapshot):
    return [str(one) for one in snapshot.values("SELECT language FROM language ORDER BY 1")]


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_card_in_every_language(cli, snapshot, lang):
    for number, tag in enumerate(languages(snapshot)):
        for card in cards(snapshot)[:: 1 if tag in SHOWN else 4]:
            data = check(cli("card", card, "--in", tag, "--json", lang=lang), "card")
            assert data["language"]["language"] == tag
            for phrase in data["phrases"]:
                assert phrase["text"]
                assert "{" not in phrase["text"] + phrase["romanisation"] + "".join(phrase["pieces"])
        if number % 5 == 0:
            page = cli("card", "police", "--in", tag, lang=lang, columns=40)
            assert page.code == 0
            assert not re.search(r"\bcard\.[a-z]", page.out.replace("card.html", ""))


def test_a_doubtful_translation_is_kept_off_where_it_matters(cli, snapshot):
    low = {(row["phrase_id"], row["language"]) for row in snapshot.rows("SELECT * FROM phrase_text WHERE confidence = 'low'")}
    assert low
    for tag in sorted({tag for _, tag in low}):
        for card in cards(snapshot):
            for phrase in cli("card", card, "--in", tag, "--json").json()["data"]["phrases"]:
                if (phrase["phrase_id"], tag) not in low:
                    continue
                if card in LIGHT:
                    assert (phrase["confidence"], phrase["language"]) == ("low", tag)
                else:
                    assert (phrase["withheld"], phrase["language"], phrase["text"]) == ("low", "en", phrase["text_en"])


def test_what_nobody_checked_says_so_beside_the_text(cli):
    for lang, mark in (("en", "[unchecked]"), ("id", "[belum diperiksa]")):
        data = cli("card", "police", "--in", "ja", "--json", lang=lang).json()["data"]
        page = cli("card", "police", "--in", "ja", lang=lang, columns=400).out
        medium = [phrase for phrase in data["phrases"] if phrase["confidence"] == "medium"]
        # Once beside each, once in the legend.
        assert page.count(mark) == len(medium) + 1
    burmese = cli("card", "police", "--in", "my", lang="id", columns=400).out
    assert "[dalam bahasa Inggris]" in burmese


@pytest.mark.parametrize(
    ("country", "phrase", "number"),
    [
        ("japan", "call_police", "110"),
        ("SA", "call_police", "999"),
        ("thailand", "call_police", "191"),
        ("korsel", "call_police", "112"),
    ],
)
def test_the_number_of_the_police_is_that_of_the_country(cli, country, phrase, number):
    data = check(cli("card", "police", "--country", country, "--json"), "card")
    held = next(row for row in data["phrases"] if row["phrase_id"] == phrase)
    assert (held["value"], held["value_kind"]) == (number, "phone")


def test_the_mission_in_charge_is_filled_in(cli):
    for country, name in (("hong kong", "KJRI Hong Kong"), ("japan", "KBRI Tokyo"), ("MY", "KBRI Kuala Lumpur")):
        data = check(cli("card", "call", "my", "embassy", "--country", country, "--json"), "card")
        held = next(row for row in data["phrases"] if row["phrase_id"] == "call_embassy")
        assert held["value_of"] == name == data["mission"]["short_name"]
        assert held["value"].startswith("+")
    # The mission of the province where the traveller is, not that of the capital.
    cli("here", "jeddah")
    data = cli("card", "embassy", "--json").json()["data"]
    assert (data["iso2"], data["mission"]["short_name"]) == ("SA", "KJRI Jeddah")


@pytest.mark.parametrize("columns", [20, 30, 40, 60, 80])
@pytest.mark.parametrize("env", [{}, {"FORCE_COLOR": "1"}], ids=["plain", "rich"])
def test_a_number_never_wraps(cli, columns, env):
    for country in ("hong kong", "saudi arabia", "japan", "ethiopia"):
        data = cli("card", "detained", "--country", country, "--json").json()["data"]
        held = next(row for row in data["phrases"] if row["phrase_id"] == "call_embassy")
        out = cli("card", "detained", "--country", country, columns=columns, env=env).out
        assert any(re.sub(r"\D", "", line).endswith(held["value"].lstrip("+")) for line in out.split("\n") if "+" in line)


def test_what_the_traveller_gives_stands_whole_and_unchanged_on_its_own_line(cli):
    out = cli("card", "taxi", "thailand", "--hotel", "โรงแรม Baan Siam", columns=40).out.split("\n")
    assert out.count("โรงแรม Baan Siam") == 1
    assert "____________________" in out
    named = cli("card", "police", "japan", "--name", "Siti\x1b[31m Aminah\u202e", columns=40).out
    assert "Siti[31m Aminah" in named
    assert "\x1b" not in named
    assert "\u202e" not in named


@pytest.mark.parametrize(
    ("words", "card", "code"),
    [
        (["police"], "police", ""),
        (["polisi", "jepang"], "police", "JP"),
        (["halal", "south", "korea"], "restaurant", "KR"),
        (["call", "my", "embassy", "hong", "kong"], "embassy", "HK"),
        (["polcie"], "police", ""),
        (["rumah", "sakit", "mesir"], "doctor", "EG"),
        (["alergi"], "allergy", ""),
        (["kbri"], "embassy", ""),
    ],
)
def test_a_card_by_what_people_call_it(cli, words, card, code):
    extra = [] if code else ["--in", "en"]
    data = check(cli("card", *words, *extra, "--json"), "card")
    assert (data["topic"], data["iso2"]) == (card, code)


@pytest.mark.parametrize(
    ("country", "asked", "tag"),
    [
        ("HK", "chinese", "zh-Hant"),
        ("CN", "mandarin", "zh-Hans"),
        ("JP", "", "ja"),
        ("BR", "portugis", "pt-BR"),
        ("CH", "it", "it"),
    ],
)
def test_a_language_by_name_tag_or_country(cli, country, asked, tag):
    words = ["--in", asked] if asked else []
    assert cli("card", "taxi", "--country", country, *words, "--json").json()["data"]["language"]["language"] == tag


@pytest.mark.parametrize(
    ("words", "code", "name"),
    [
        (["wakanda"], 3, "no_topic"),
        (["taxi", "--in", "klingon"], 3, "no_language"),
        (["taxi", "indonesia"], 3, "no_language_of"),
        (["taxi", "korea"], 4, "ambiguous"),
        (["taxi", "japan", "--only", "99"], 2, "bad_only"),
        (["taxi", "japan", "--only", "x"], 2, "bad_only"),
        (["taxi"], 3, "unknown"),
        (["taxi", "japan", "--html", "/nowhere/at/all.html"], 2, "unwritable"),
    ],
)
def test_errors(cli, words, code, name):
    for lang in ("en", "id"):
        run = cli("card", *words, "--json", lang=lang)
        assert (run.code, run.json()["errors"][0]["id"]) == (code, name)
        check(run)


def test_another_nationality_is_not_called_indonesian(cli):
    assert cli("config", "set", "passport", "MY").code == 0
    data = check(cli("card", "detained", "japan", "--json"), "card")
    assert data["national_left_out"]
    assert data["mission"] is None
    assert not {"citizen", "call_embassy", "consular_notify"} & {row["phrase_id"] for row in data["phrases"]}
    assert "KBRI" not in cli("card", "pocket", "japan", columns=200).out


def test_the_list_names_every_card(cli, snapshot):
    for lang in ("en", "id"):
        data = check(cli("card", "--json", lang=lang), "card")
        assert [row["topic"] for row in data["cards"]] == cards(snapshot)
        assert all(card in cli("card", lang=lang).out for card in [*cards(snapshot), "pocket"])


def profile(tmp_path, **values):
    from safetravel_cli.env import Env

    env = Env(environ=dict(os.environ))
    state.write(env, {"profile." + name: value for name, value in values.items()})


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_entry_of_the_profile_stands_on_the_pocket_card(cli, lang):
    from safetravel_cli import settings

    given = {"nationality": "ID", "born": "1990-05-17", "passport_last4": "1234", "passport_expires": "2031-04-30",
             "phone": "+12025550142", "next_of_kin_phone": "+12025550143", "blood_type": "O+"}  # fmt: skip
    shown = {"nationality": "Indonesia", "born": "1990", "passport_expires": "2031", "phone": "+1 202 555 0142",
             "next_of_kin_phone": "+1 202 555 0143"}  # fmt: skip
    for field in settings.PROFILE:
        assert cli("profile", "set", field.name, given.get(field.name, f"my {field.name}")).code == 0
    page = cli("card", "pocket", lang=lang, columns=200).out.replace("\u00a0", " ")
    for field in settings.PROFILE:
        assert shown.get(field.name, given.get(field.name, f"my {field.name}")) in page, field.name
    assert "____" not in page


def test_the_pocket_card_has_the_profile_and_blanks(cli, tmp_path):
    bare = check(cli("card", "pocket", "--json"), "card")
    assert {row["name"] for row in bare["own"] if row["value"]} == {"nationality"}
    assert cli("card", "pocket", columns=80).out.count("_" * 20) == len(bare["own"]) - 1
    profile(tmp_path, name="Siti Aminah", blood_type="O+", passport_last4="1234", next_of_kin="Ibu Aminah",
            next_of_kin_phone="+12025550143", kloter="JKS-12")  # fmt: skip
    data = check(cli("card", "saku", "jepang", "--json", lang="id"), "card")
    own = {row["name"]: row["value"] for row in data["own"]}
    assert (own["name"], own["blood_type"], own["passport_ends"]) == ("Siti Aminah", "O+", "1234")
    page = cli("card", "pocket", "japan").out
    for words in (
        "Siti Aminah",
        "Ibu Aminah",
        "+1 202 555 0143",
        "JKS-12",
        "Police: 110",
        "KBRI Tokyo: +81",
        "私はインドネシア国民です。",
    ):
        assert words in page


@pytest.mark.parametrize("card", ["police", "pocket"])
def test_html_is_whole_marks_the_language_and_fetches_nothing(cli, tmp_path, card):
    path = str(tmp_path / "card.html")
    data = check(cli("card", card, "--country", "SA", "--name", "<b>A & B</b>", "--qr", "--html", path, "--json"), "card")
    assert data["written"] == [{"format": "html", "path": path, "fonts": []}]
    assert data["qr"]["held"] >= 1
    with open(path, encoding="utf-8") as file:
        text = file.read()
    assert 'lang="ar" dir="rtl"' in text
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in text
    assert "<svg" in text
    assert not re.search(r"<script|https?://|url\(", text)
    assert os.listdir(tmp_path) == ["card.html"] or "card.html" in os.listdir(tmp_path)
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".part")]


def test_a_number_on_paper_is_not_parted(cli, tmp_path):
    path = str(tmp_path / "card.html")
    cli("card", "embassy", "japan", "--html", path)
    with open(path, encoding="utf-8") as file:
        assert re.search(r'class="value whole"><bdi>\+81\u00a0', file.read())


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_a_code_fits_its_window_or_says_that_it_does_not(cli, columns):
    run = cli("card", "police", "japan", "--qr", columns=columns)
    code = check(cli("card", "police", "japan", "--qr", "--json", columns=columns), "card")["qr"]
    drawn = [line for line in run.out.split("\n") if "█" in line or "▀" in line]
    assert all(width(line) <= columns for line in drawn)
    assert bool(drawn) == bool(code["text"])
    assert code["held"] <= code["count"]
    if not code["text"]:
        assert "too narrow" in run.out.replace("\n", " ")


def font(path, letters, name="Test Sans"):
    """Write a font in which every one of the letters is a square."""
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    names = [".notdef", *[f"u{ord(letter):04x}" for letter in letters]]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): f"u{ord(letter):04x}" for letter in letters})
    pen = TTGlyphPen(None)
    pen.moveTo((100, 0))
    for point in ((100, 500), (500, 500), (500, 0)):
        pen.lineTo(point)
    pen.closePath()
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 100)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(path)


LATIN = "".join(chr(code) for code in [*range(33, 127), *range(161, 880), *range(0x1E00, 0x1F00), *range(0x2010, 0x2040)])


def letters(snapshot, tag):
    return "".join(sorted(set("".join(map(str, snapshot.values("SELECT text FROM phrase_text WHERE language = ?", tag))))))


@pytest.mark.parametrize("tag", ["ar", "ja", "th", "hi", "ko", "zh-Hans", "vi"])
@pytest.mark.parametrize("lang", ["en", "id"])
def test_a_pdf_names_its_fonts(cli, snapshot, tmp_path, tag, lang):
    folder = tmp_path / "fonts"
    folder.mkdir()
    font(folder / "NotoSans-Regular.ttf", LATIN, "Latin Sans")
    font(folder / "Other.ttf", [char for char in letters(snapshot, tag) if char > " "], "Local Sans")
    path = str(tmp_path / "card.pdf")
    env = {"SAFETRAVEL_FONTS": str(folder)}
    run = cli("card", "police", "--in", tag, "--qr", "--pdf", path, "--json", env=env, lang=lang)
    data = check(run, "card")
    assert data["written"][0]["fonts"] == (["Latin Sans"] if tag == "vi" else ["Local Sans", "Latin Sans"])
    with open(path, "rb") as file:
        assert file.read(5) == b"%PDF-"


def test_a_pdf_with_boxes_is_refused(cli, tmp_path):
    folder = tmp_path / "fonts"
    folder.mkdir()
    (folder / "broken.ttf").write_bytes(b"not a font")
    path = tmp_path / "card.pdf"

    def refused(*words, code=3):
        run = cli("card", "taxi", "japan", "--pdf", str(path), *words, "--json", env={"SAFETRAVEL_FONTS": str(folder)})
        assert run.code == code
        assert not path.exists()
        return run.json()["errors"][0]

    assert refused()["id"] == "no_font_letters"
    font(folder / "NotoSans-Regular.ttf", LATIN)
    held = refused()
    assert held["id"] == "no_font"
    assert "Noto Sans CJK" in held["hint"]
    assert refused("--font", str(folder / "broken.ttf"), code=2)["id"] == "bad_font"
    assert refused("--font", str(folder / "NotoSans-Regular.ttf"), code=2)["id"] == "font_lacks"
    assert refused("--font", str(tmp_path / "none.ttf"), code=2)["id"] == "bad_font"


def test_letters_that_a_traveller_gives_are_not_boxes_either(cli, snapshot, tmp_path):
    folder = tmp_path / "fonts"
    folder.mkdir()
    font(folder / "NotoSans-Regular.ttf", LATIN)
    font(folder / "Thai.ttf", [char for char in letters(snapshot, "th") if char > " "])
    words = ["card", "taxi", "--in", "th", "--pdf", str(tmp_path / "a.pdf"), "--hotel", "東横イン", "--json"]
    assert cli(*words, env={"SAFETRAVEL_FONTS": str(folder)}).json()["errors"][0]["id"] == "no_font_letters"


def test_without_the_libraries_a_pdf_is_refused_and_html_offered(snapshot_file, tmp_path):
    script = (
        "import sys; sys.modules['fpdf'] = None\n"
        "from safetravel_cli import entry\n"
        f"sys.exit(entry.main(['card', 'taxi', 'japan', '--pdf', {str(tmp_path / 'a.pdf')!r}]))"
    )
    run = fresh(script)
    assert run.code == 2
    assert "safetravel-cli[pdf]" in run.err
    assert "--html" in run.err
    assert not (tmp_path / "a.pdf").exists()


def test_fonts_are_looked_for_where_each_system_keeps_them():
    assert fonts.folders({"SAFETRAVEL_FONTS": "/a" + os.pathsep + "/b"}) == ["/a", "/b"]
    assert fonts.folders({"HOME": "/h", "WINDIR": "W"}, "win32")[0].startswith("W")
    assert "/Library/Fonts" in fonts.folders({"HOME": "/h"}, "darwin")
    assert "/system/fonts" in fonts.folders({"HOME": "/h"}, "linux")
    assert set(fonts.NAMES) == set(fonts.RECOMMENDED)


def test_every_script_has_a_font_to_recommend(snapshot):
    assert {str(one) for one in snapshot.values("SELECT DISTINCT script FROM language")} <= set(fonts.RECOMMENDED)


@pytest.mark.parametrize("columns", [20, 40, 80])
def test_every_phrase_is_laid_out_whole(snapshot, columns):
    rows = snapshot.rows(
        "SELECT t.language, t.text, l.line_break, coalesce(b.pieces, '') AS pieces FROM phrase_text t"
        " JOIN language l USING (language)"
        " LEFT JOIN phrase_break b ON b.phrase_id = t.phrase_id AND b.language = t.language"
    )
    for row in rows:
        pieces = str(row["pieces"]).split("|")
        parts = units(str(row["text"]), str(row["line_break"]), pieces)
        assert "".join(parts) == row["text"]
        lines = fill(parts, columns)
        assert "".join("".join(lines).split()) == "".join(str(row["text"]).split())
        longest = max(width(part.strip()) for part in parts)
        assert all(width(line) <= max(columns, longest) for line in lines)
        if row["line_break"] == "any" and columns >= 40:
            assert all(width(line) <= columns for line in lines)
            assert not any(line[0] in "、。，！？）：」" for line in lines)


@given(st.text(alphabet="日本語、。（）abc 123！", max_size=60), st.integers(2, 40))
def test_lines_lose_nothing(text, columns):
    lines = fill(units(text, "any", ()), columns)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.text(max_size=40), st.text(max_size=20))
def test_no_control_character_reaches_a_terminal_or_a_page(text, value):
    block = Saying(text, "ar", True, "space", [], value, text, text)
    out = plain_view.render([block], 40) + html_view.render([block], text, "en")
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", out)


def test_persian_keeps_its_joiners(cli, snapshot):
    texts = [str(one) for one in snapshot.values("SELECT text FROM phrase_text WHERE language = 'fa'")]
    assert any("\u200c" in text for text in texts)
    assert "\u200c" in "".join(cli("card", card, "--in", "fa").out for card in cards(snapshot))


def test_a_line_from_the_right_is_told_to_the_terminal(cli):
    rich = cli("card", "police", "--in", "ar", "--only", "1", env={"FORCE_COLOR": "1"}).out
    assert "\x1b[2 k" in rich
    assert rich.count("\x1b[2 k") == rich.count("\x1b[0 k")
    assert "\x1b" not in cli("card", "police", "--in", "ar", "--only", "1").out


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("+62 812-0000-0000", "+62 812 0000 0000"),
        ("+62 (812) 0000.0000", "+62 812 0000 0000"),
        ("0812-0000 0000", "0812-0000 0000"),
        ("call Budi 0812 0000 0000", "call Budi 0812 0000 0000"),
    ],
)
def test_a_number_is_shown_whole_however_it_was_typed(cli, typed, shown):
    run = cli("card", "pilgrim", "saudi", "arabia", "--only", "3", "--phone", typed, columns=40)
    assert shown in run.out.splitlines()
    data = check(cli("card", "pilgrim", "saudi", "arabia", "--only", "3", "--phone", typed, "--json"), "card")
    assert data["phrases"][0]["value"] == (shown.replace(" ", "") if typed.startswith("+") else typed)


def test_a_number_of_the_pocket_card_is_shown_whole(cli):
    assert cli("profile", "set", "next_of_kin", "Budi Santoso Wijaya Kusuma +62 812 0000 0000").code == 0
    out = cli("card", "pocket", "japan", columns=40).out
    assert "+62 812 0000 0000" in out
    assert all(len(line) <= 40 for line in out.splitlines())


def test_a_pilgrim_is_shown_the_mission_of_makkah(cli):
    for words, mission in (("pilgrim", "KJRI Jeddah"), ("police", "KBRI Riyadh")):
        assert cli("card", words, "saudi", "arabia", "--json").json()["data"]["mission"]["short_name"] == mission
    assert cli("here", "riyadh").code == 0
    assert cli("card", "pilgrim", "--json").json()["data"]["mission"]["short_name"] == "KBRI Riyadh"


def test_paper_speaks_of_no_option(cli, tmp_path):
    path = tmp_path / "card.html"
    assert cli("card", "police", "japan", "--html", str(path)).code == 0
    assert "--json" not in path.read_text(encoding="utf-8")
