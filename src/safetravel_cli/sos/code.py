"""The short code of an alert: six signs that survive a bad telephone line."""

import os

# Without signs that look or sound like another one: 0 O Q, 1 I L, 2 Z, 5 S, 8 B, U V, G 6, M N (spoken).
ALPHABET = "ACDEFHJKMPRTWXY3479"
LENGTH = 6


def new() -> str:
    """Return a code drawn at random; 19 to the power of 6 are 47 million."""
    # 247 is the largest multiple of 19 below 256: beyond it the first letters would come more often.
    code = ""
    while len(code) < LENGTH:
        code += "".join(ALPHABET[byte % len(ALPHABET)] for byte in os.urandom(LENGTH) if byte < 247)
    return code[:LENGTH]


def read(text: str) -> str:
    """Return the code that a person typed: letter case, blanks and hyphens do not count."""
    return "".join(char for char in text.upper() if char.isalnum())


def uuid4() -> str:
    """Return a random UUID (RFC 9562, version 4) in lower case."""
    octets = bytearray(os.urandom(16))
    octets[6] = octets[6] & 0x0F | 0x40
    octets[8] = octets[8] & 0x3F | 0x80
    text = octets.hex()
    return "-".join((text[:8], text[8:12], text[12:16], text[16:20], text[20:]))
