"""Small pictures of a photo, by Pillow where it is installed: one that leaves before it, one for servers with a low limit.

Both are JPEGs of the pixels alone, so they tell nothing of place, time or device.
"""

THUMB_PIXELS, THUMB_QUALITY = 320, 60
REDUCED_PIXELS, REDUCED_QUALITY = 1280, 80
# A photo that is hardly larger than its small picture needs none.
LARGE_BYTES = 60_000
# A JPEG is decoded at a fraction of its size; of other forms all pixels have to be held, on an old telephone too.
MOST_PIXELS = 40_000_000


def possible() -> bool:
    """Tell whether Pillow is there."""
    try:
        import PIL.Image  # noqa: F401
    except ImportError:
        return False
    return True


def draw(path: str, pixels: int, quality: int) -> bytes:
    """Return a photo as JPEG of at most so many pixels a side, the right way up.

    Raises:
        ValueError: it cannot be made smaller.
    """
    try:
        import io

        from PIL import Image, ImageOps

        with Image.open(path) as image:
            image.draft("RGB", (pixels, pixels))
            if image.width * image.height > MOST_PIXELS:
                raise ValueError("too many pixels")
            small = ImageOps.exif_transpose(image)
            small.thumbnail((pixels, pixels))
            out = io.BytesIO()
            small.convert("RGB").save(out, "JPEG", quality=quality)
            return out.getvalue()
    except Exception as error:
        # Pillow has errors of many kinds for a damaged or huge image.
        raise ValueError(type(error).__name__) from None
