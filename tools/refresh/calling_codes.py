"""Calling codes and prefixes, from libphonenumber through the package phonenumbers."""

from phonenumbers import PhoneMetadata

from refresh.table import Refresher, Row
from snapshot.package import Package


def fetch(package: Package) -> list[Row]:
    """Return calling_codes, trunk_prefix and international_prefix of every country that libphonenumber knows.

    A prefix that depends on the carrier is a pattern there and blank here. Codes that begin with the calling code of the
    library stand: they say more (1268 is Antigua and Barbuda inside 1).
    """
    rows = []
    for country in package.tables["country"].rows:
        metadata = PhoneMetadata.metadata_for_region(country["country_code"])
        if metadata is None:
            continue
        code = str(metadata.country_code)
        held = country["calling_codes"].split()
        abroad = metadata.preferred_international_prefix or metadata.international_prefix or ""
        rows.append(
            {
                "country_code": country["country_code"],
                "calling_codes": country["calling_codes"] if any(known.startswith(code) for known in held) else code,
                "trunk_prefix": metadata.national_prefix or "",
                "international_prefix": abroad if abroad.replace("~", "").isdigit() else "",
            }
        )
    return rows


REFRESHER = Refresher("country", fetch)
