"""Copies without metadata, in pure Python: the bytes of picture or sound as they are, and nothing else of the file.

One module a family of formats. What is kept is named, not what is dropped: a chunk that nobody foresaw does not pass. A file
that is damaged, or not all understood, has no copy rather than one that may hold something.
"""


def strip(octets: bytes) -> bytes:
    """Return a photo or a recording without metadata; empty where its form is not known here, or it is damaged."""
    from safetravel_cli.sos.strip import jpeg, pictures, sound

    for sign, offset, bare in (
        (b"\xff\xd8\xff", 0, jpeg.bare),
        (b"\x89PNG\r\n\x1a\n", 0, pictures.png),
        (b"GIF8", 0, pictures.gif),
        (b"WEBP", 8, pictures.webp),
        (b"WAVE", 8, sound.wav),
        (b"#!AMR", 0, sound.amr),
        (b"", 0, sound.framed),
    ):
        if octets[offset : offset + len(sign)] == sign:
            try:
                return bare(octets)
            except (ValueError, IndexError):
                return b""
    return b""


# What is copied in pure Python, by the ending that media.py gives.
ENDINGS = ("jpg", "png", "gif", "webp", "wav", "mp3", "flac", "aac", "amr")
