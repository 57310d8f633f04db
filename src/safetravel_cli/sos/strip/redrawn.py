"""Pictures whose form is not taken apart here (TIFF, BMP, HEIC, AVIF): drawn anew by Pillow, where it is installed.

A form without loss becomes a PNG with the same pixels, one with loss a JPEG of high quality. HEIC needs pillow-heif beside
Pillow. ffmpeg does not serve: before version 7.1 it takes one tile of a HEIC for the picture.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Endings: the reader of Pillow, whether nothing may be lost.
FORMS = {"tif": ("TIFF", True), "bmp": ("BMP", True), "heic": ("HEIF", False), "avif": ("AVIF", False)}
# Ending and MIME type of what comes of it.
LOSSLESS, LOSSY = ("png", "image/png"), ("jpg", "image/jpeg")
MODES = ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")
QUALITY = 92


def becomes(ending: str) -> "tuple[str, str]":
    """Return ending and MIME type of the copy of a picture; ("", "") where it is not drawn anew."""
    return (LOSSLESS if FORMS[ending][1] else LOSSY) if ending in FORMS else ("", "")


def possible(ending: str) -> bool:
    """Tell whether Pillow is there and reads this form. Raises nothing."""
    try:
        image = _pillow(ending)
        image.init()
        return FORMS[ending][0] in image.OPEN
    except Exception:
        return False


def _pillow(ending: str) -> "Any":
    from PIL import Image

    if ending == "heic":
        import pillow_heif

        pillow_heif.register_heif_opener()
    return Image


def draw(path: str, ending: str) -> bytes:
    """Return the picture as PNG or JPEG with its colours and nothing else, turned as it was meant; empty where that fails."""
    reader, whole = FORMS[ending]
    try:
        import io

        from PIL import ImageOps

        with _pillow(ending).open(path, formats=[reader]) as image:
            if getattr(image, "n_frames", 1) > 1:
                # One of several would not be the picture.
                return b""
            profile = image.info.get("icc_profile")
            drawn = ImageOps.exif_transpose(image)
            out = io.BytesIO()
            if whole:
                drawn = drawn if drawn.mode in MODES else drawn.convert("RGB")
                profile = profile if drawn.mode == image.mode else None
                _bare(drawn).save(out, "PNG", icc_profile=profile)
            else:
                _bare(drawn.convert("RGB")).save(out, "JPEG", quality=QUALITY, icc_profile=profile)
            return out.getvalue()
    except Exception:
        # Pillow has errors of many kinds for a damaged or huge image.
        return b""


def _bare(image: "Any") -> "Any":
    """Take away what Pillow would write beside the pixels; which colour is transparent stays."""
    image.info = {name: value for name, value in image.info.items() if name == "transparency"}
    return image
