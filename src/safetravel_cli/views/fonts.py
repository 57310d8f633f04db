"""Fonts of this device for a script, told by the letters that they have: a PDF never gets boxes."""

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# Names of font files without blanks, hyphens and style, best first; a font to recommend where none is there.
NAMES = {
    "Latn": "notosans dejavusans segoeui liberationsans roboto arial helveticaneue arialunicode",
    "Cyrl": "notosans dejavusans segoeui liberationsans roboto arial arialunicode",
    "Grek": "notosans dejavusans segoeui liberationsans roboto arial arialunicode",
    "Arab": "notosansarabic notonaskharabic segoeui arial tahoma geezapro dejavusans",
    "Hebr": "notosanshebrew segoeui arial arialhebrew dejavusans",
    "Jpan": "notosanscjk notosanscjkjp notosansjp yugothm meiryo msgothic hiraginosansw3 ipaexg ipag takaogothic",
    "Hans": "notosanscjk notosanscjksc notosanssc msyh pingfang stheitilight wqyzenhei simsun",
    "Hant": "notosanscjk notosanscjktc notosanstc msjh pingfang stheitilight wqyzenhei",
    "Kore": "notosanscjk notosanscjkkr notosanskr malgun applesdgothicneo nanumgothic",
    "Thai": "notosansthai notoloopedthai leelawui tahoma thonburi garuda",
    "Deva": "notosansdevanagari nirmala kohinoordevanagari lohitdevanagari mangal",
    "Beng": "notosansbengali nirmala kohinoorbangla lohitbengali vrinda",
    "Taml": "notosanstamil nirmala tamilsangammn lohittamil latha",
    "Sinh": "notosanssinhala nirmala sinhalasangammn",
    "Khmr": "notosanskhmer leelawui khmersangammn khmerui",
    "Laoo": "notosanslao leelawui laosangammn laoui",
    "Mymr": "notosansmyanmar mmrtext myanmarsangammn padauk",
    "Ethi": "notosansethiopic ebrima kefa nyala",
    "Geor": "notosansgeorgian segoeui sylfaen dejavusans",
    "Armn": "notosansarmenian segoeui sylfaen mshtakan dejavusans",
}
RECOMMENDED = {
    "Latn": "Noto Sans", "Cyrl": "Noto Sans", "Grek": "Noto Sans", "Arab": "Noto Sans Arabic", "Hebr": "Noto Sans Hebrew",
    "Jpan": "Noto Sans CJK", "Hans": "Noto Sans CJK", "Hant": "Noto Sans CJK", "Kore": "Noto Sans CJK", "Thai": "Noto Sans Thai",
    "Deva": "Noto Sans Devanagari", "Beng": "Noto Sans Bengali", "Taml": "Noto Sans Tamil", "Sinh": "Noto Sans Sinhala",
    "Khmr": "Noto Sans Khmer", "Laoo": "Noto Sans Lao", "Mymr": "Noto Sans Myanmar", "Ethi": "Noto Sans Ethiopic",
    "Geor": "Noto Sans Georgian", "Armn": "Noto Sans Armenian",
}  # fmt: skip
# One collection draws Han characters in the ways of five regions.
REGIONS = {"ja": "JP", "ko": "KR", "zh-Hans": "SC", "zh-Hant": "TC", "yue-Hant": "HK"}
SUFFIXES = (".ttf", ".otf", ".ttc")
STYLES = ("bold", "italic", "oblique", "light", "thin", "black", "medium", "condensed", "mono", "serif", "display")


class Face:
    """A font: file, its number in a collection, its name, and the code points that it has."""

    __slots__ = ("letters", "name", "number", "path")

    def __init__(self, path: str, number: int, name: str, letters: "frozenset[int]") -> None:
        self.path = path
        self.number = number
        self.name = name
        self.letters = letters

    def has(self, text: str) -> bool:
        """Tell whether every printable letter of a text is in the font; joiners and blanks need no shape."""
        return all(ord(char) in self.letters for char in text if char not in " \u00a0\n\u200c\u200d")


def folders(environ: "Mapping[str, str]", platform: str = sys.platform) -> "list[str]":
    """Return where fonts lie: SAFETRAVEL_FONTS alone where it is set, else the folders of the system."""
    if environ.get("SAFETRAVEL_FONTS"):
        return environ["SAFETRAVEL_FONTS"].split(os.pathsep)
    home = environ.get("HOME") or os.path.expanduser("~")
    if platform == "win32":
        local = environ.get("LOCALAPPDATA") or os.path.join(home, "AppData", "Local")
        return [
            os.path.join(environ.get("WINDIR", r"C:\Windows"), "Fonts"),
            os.path.join(local, "Microsoft", "Windows", "Fonts"),
        ]
    if platform == "darwin":
        return [os.path.join(home, "Library", "Fonts"), "/Library/Fonts", "/System/Library/Fonts"]
    return [
        os.path.join(environ.get("XDG_DATA_HOME") or os.path.join(home, ".local", "share"), "fonts"),
        os.path.join(home, ".fonts"),
        "/usr/local/share/fonts",
        "/usr/share/fonts",
        "/system/fonts",
    ]


def read(path: str, language: str) -> Face:
    """Read a font file; of a collection the font of the region of a language.

    Raises:
        ValueError: it is no font that can be read.
    """
    try:
        return _best(path, language)
    except Exception as error:
        # fontTools raises what it likes on what is no font.
        raise ValueError(str(error)) from None


def find(text: str, script: str, language: str, environ: "Mapping[str, str]") -> "Face | None":
    """Return a font of this device that has every letter of a text, None where there is none."""
    for path in _ranked(folders(environ), NAMES.get(script, "").split()):
        try:
            face = read(path, language)
        except ValueError:
            continue
        if face.has(text):
            return face
    return None


def _ranked(places: "list[str]", wanted: "list[str]") -> "list[str]":
    """Return font files, those named first in their order, upright ones of normal weight before others."""
    ranked = []
    for path in _files(places):
        stem = os.path.splitext(os.path.basename(path))[0].lower()
        plain = stem.replace("-regular", "").partition("[")[0].replace("-", "").replace("_", "").replace(" ", "")
        style = sum(word in stem for word in STYLES)
        ranked.append((wanted.index(plain) if plain in wanted else len(wanted), style, path))
    return [path for _, _, path in sorted(ranked)]


def _files(places: "list[str]") -> "Iterator[str]":
    for place in places:
        for folder, _, names in os.walk(place):
            for name in names:
                if name.lower().endswith(SUFFIXES):
                    yield os.path.join(folder, name)


def _best(path: str, language: str) -> Face:
    """Read a font; of a collection the one of the region of a language, else its first."""
    from fontTools.ttLib import TTCollection, TTFont

    # Opened here: fontTools leaves a file that is no font open.
    with open(path, "rb") as file:
        if not path.lower().endswith(".ttc"):
            return _face(path, 0, TTFont(file, lazy=True))
        fonts = TTCollection(file, lazy=True).fonts
        region = REGIONS.get(language, "")
        families = [str(font["name"].getDebugName(1)) for font in fonts]
        # "Noto Sans Mono CJK JP" stands in the same file as "Noto Sans CJK JP".
        number = next(
            (at for at, name in enumerate(families) if region and name.endswith(" " + region) and " Mono" not in name), 0
        )
        return _face(path, number, fonts[number])


def _face(path: str, number: int, font: "object") -> Face:
    names = font["name"]  # type: ignore[index]
    letters = font.getBestCmap() or {}  # type: ignore[attr-defined]
    return Face(path, number, str(names.getDebugName(16) or names.getDebugName(1)), frozenset(letters))
