"""Programs that stand in for ffmpeg: what they write passes for a recording."""

# An MPEG-4 as far as anybody looks here: its head, and something recorded.
WRITE = """
def write(path):
    box = lambda name, data: (len(data) + 8).to_bytes(4, "big") + name + data
    brand = b"mp420000" if path.endswith(".mp4") else b"M4A 0000"
    open(path, "wb").write(box(b"ftyp", brand) + box(b"moov", b"head") + box(b"mdat", b"sound"))
"""
# It ends in good order when it is told to, as ffmpeg does.
UNTIL_TOLD = """
import signal
def over(*_):
    write(sys.argv[-1])
    os._exit(255)
signal.signal(signal.SIGTERM, over)
open(HERE + "/runs", "w").write(str(os.getpid()))
time.sleep(60)
"""
