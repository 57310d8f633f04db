"""Mail servers of large providers, and by what they let a program in, as it is in 2026.

`source` is a page that was read, `as_of` the month in which it was; UNVERIFIED marks general knowledge that nobody looked
up, which has no date. A provider may change its mind at any time: the date is shown wherever a preset is used, and
`safetravel sos --drill` shows whether an account still works.
"""

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from safetravel_cli.sos.people import Settings

UNVERIFIED = "general knowledge, unverified"

# `way`: "app_password" (one made for this program, in the settings of the account), "password" (that of the account, once
# access by programs is switched on), "token" (XOAUTH2 alone: no password at all), "bridge" (a program of the provider).
Preset = namedtuple("Preset", "name domains host port security way where source as_of", defaults=("",))
READ = "2026-11"

_EXCHANGE = "https://techcommunity.microsoft.com/blog/exchange/exchange-online-to-retire-basic-auth-for-client-submission-smtp-auth/4114750 (schedule of 27 January 2026, as cited in https://github.com/msgwing/ZeroSMTP/discussions/460)"  # fmt: skip # noqa: E501
PRESETS = (
    Preset("Gmail", ("gmail.com", "googlemail.com"), "smtp.gmail.com", 465, "tls", "app_password",
           "https://myaccount.google.com/apppasswords", "https://slim-ent.com/?p=2639", READ),
    Preset("Google Workspace", (), "smtp.gmail.com", 465, "tls", "token",
           "https://support.google.com/a/answer/14114704", "https://slim-ent.com/?p=2639", READ),
    Preset("Outlook.com", ("outlook.com", "hotmail.com", "live.com", "msn.com", "outlook.co.id"),
           "smtp-mail.outlook.com", 587, "starttls", "token", "https://account.microsoft.com/security",
           "https://patriotmail.ai/blog/microsoft-modern-authentication-outlook-app-passwords", READ),
    Preset("Microsoft 365", ("onmicrosoft.com",), "smtp.office365.com", 587, "starttls", "token",
           "https://account.microsoft.com/security", _EXCHANGE, READ),
    Preset("Yahoo", ("yahoo.com", "yahoo.co.id", "ymail.com", "rocketmail.com"), "smtp.mail.yahoo.com", 465, "tls",
           "app_password", "https://login.yahoo.com/account/security", "https://xenocept.com/docs/email-setup/yahoo.html", READ),
    Preset("iCloud", ("icloud.com", "me.com", "mac.com"), "smtp.mail.me.com", 587, "starttls", "app_password",
           "https://account.apple.com", "https://meshworld.in/blog/devops/email/icloud-smtp-server", READ),
    Preset("Fastmail", ("fastmail.com", "fastmail.fm"), "smtp.fastmail.com", 465, "tls", "app_password",
           "https://app.fastmail.com/settings/security", "https://xenocept.com/docs/email-setup/fastmail.html", READ),
    Preset("AOL", ("aol.com",), "smtp.aol.com", 465, "tls", "app_password", "https://login.aol.com/account/security", UNVERIFIED),
    Preset("Zoho", ("zoho.com", "zohomail.com"), "smtp.zoho.com", 465, "tls", "app_password", "https://accounts.zoho.com",
           UNVERIFIED),
    Preset("GMX", ("gmx.com", "gmx.net", "gmx.de"), "mail.gmx.com", 587, "starttls", "password", "https://www.gmx.com",
           UNVERIFIED),
    Preset("Yandex", ("yandex.com", "yandex.ru"), "smtp.yandex.com", 465, "tls", "app_password", "https://id.yandex.com",
           UNVERIFIED),
    Preset("Mail.ru", ("mail.ru", "bk.ru", "inbox.ru", "list.ru"), "smtp.mail.ru", 465, "tls", "app_password",
           "https://account.mail.ru/user/2-step-auth/passwords", UNVERIFIED),
    Preset("Proton Mail", ("proton.me", "protonmail.com", "pm.me"), "", 0, "", "bridge", "https://proton.me/mail/bridge",
           UNVERIFIED),
)  # fmt: skip


def find(address: str) -> "Preset | None":
    """Return the provider of a mail address, by its domain."""
    domain = address.rpartition("@")[2].lower()
    return next((one for one in PRESETS for name in one.domains if domain == name or domain.endswith("." + name)), None)


def by_host(host: str) -> "Preset | None":
    """Return the provider of a mail server."""
    return next((one for one in PRESETS if one.host and one.host == host.lower()), None)


def of(held: "Settings") -> "Preset | None":
    """Return the provider of the account in the settings: by its server, else, where none is named, by the address."""
    return by_host(held.get("smtp.host")) or (None if held.get("smtp.host") else find(held.get("smtp.from")))


def settings(preset: Preset, address: str) -> "dict[str, str]":
    """Return the settings of an account with this provider; none where a program of its own must come first."""
    if not preset.host:
        return {}
    return {
        "smtp.host": preset.host,
        "smtp.port": str(preset.port),
        "smtp.security": preset.security,
        "smtp.user": address,
        "smtp.from": address,
    }


def advice(held: "Settings") -> str:
    """Return what the account in the settings needs and has not: "token", "bridge", or "" where nothing speaks against it."""
    preset = of(held)
    if preset is None:
        return ""
    if preset.way == "bridge":
        return "bridge"
    return "token" if preset.way == "token" and not held.get("smtp.token_command") else ""
