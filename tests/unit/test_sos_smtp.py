"""Mail servers that do what servers do: what is said of a delivery, what was on the wire, and how long it took."""

import contextlib
import datetime
import os
import ssl
import threading
import time

import pytest

import smtp_kit
from safetravel_cli.i18n import Say
from safetravel_cli.sos import jobs, mail, media, outbox, people, queue, reserved, sender, shorter, smaller
from safetravel_cli.sos.channels import smtp, smtp_link, wire
from smtp_kit import SECRET, Raw, Server
from sos_kit import photo


@pytest.fixture(scope="module")
def authority(tmp_path_factory):
    return smtp_kit.Authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def post(tmp_path, authority, monkeypatch):
    """Return a traveller who can store alerts and send them."""
    monkeypatch.setenv("SSL_CERT_FILE", authority.file)
    return Traveller(tmp_path / "home", authority)


class Traveller:
    def __init__(self, home, authority):
        self.home, self.authority = home, authority
        self.folder = str(home / "outbox")
        self.env = None

    def account(self, server, mode=None, contacts=("ibu",), auth=False, variables=None, **more):
        held = smtp_kit.settings(server.port, mode or getattr(server, "mode", "tls"), auth, **more)
        for slug in contacts:
            held.update(smtp_kit.contact(slug))
        self.env = smtp_kit.env(self.home, self.authority, held, **(variables or {}))

    def store(self, text="SOS\n", **facts):
        self.alert, self.code = smtp_kit.store(self.folder, people.recipients(self.env), text, **facts)

    def work(self):
        return sender.work(self.folder, self.env)

    def rows(self):
        return queue.status(self.folder)

    def row(self, kind="text"):
        return next(row for row in self.rows() if row["kind"] == kind)

    def again(self):
        """Try what waits at once, as `sos send` does."""
        queue.reset(self.folder)
        return self.work()


@pytest.mark.parametrize("mode", ["tls", "starttls"])
@pytest.mark.parametrize("auth", [False, True])
def test_a_mail_arrives_by_verified_tls(post, authority, mode, auth):
    with Server(authority.server(), mode, auth=auth) as server:
        post.account(server, auth=auth)
        post.store("SOS\nHälp\n.a line that begins with a dot\n..two\n")
        assert post.work() == (1, 0, None, 0)
    (got,) = server.got
    assert server.logins == ([(smtp_kit.USER, SECRET)] if auth else [])
    row = post.row()
    assert (row["state"], row["last_code"], row["last_text"]) == ("accepted", "250", "2.0.0 OK queued as 4711")
    assert got.message_id == f"<{post.alert}.{row['part']}@example.org>"
    assert got.mail["Date"].datetime == datetime.datetime(2026, 11, 25, 3, 0, tzinfo=datetime.UTC)
    assert got.mail["Importance"] == "high" and got.mail["To"] == "Ibu <ibu@example.org>" and got.mail["From"] == smtp_kit.USER
    parts = list(got.mail.walk())
    assert [part.get_content_type() for part in parts] == [
        "multipart/mixed", "text/plain", "application/xml", "application/geo+json",
    ]  # fmt: skip
    assert parts[1].get_content().replace("\r\n", "\n").endswith("SOS\nHälp\n.a line that begins with a dot\n..two\n")
    assert b"\n" not in got.octets.replace(b"\r\n", b"") and max(map(len, got.octets.split(b"\r\n"))) < 200
    # Neither the name of this machine nor a look-up of it.
    assert {line for line in server.commands if line.startswith("EHLO")} == {"EHLO [127.0.0.1]"}


def test_a_photo_follows_its_text_in_the_same_thread_and_over_the_same_connection(post, authority, tmp_path):
    with Server(authority.server()) as server:
        post.account(server, contacts=("ibu", "kakak"))
        post.store()
        kept = smtp_kit.add_photo(post.folder, post.alert, photo(tmp_path, size=50_000))
        assert post.work() == (4, 0, None, 0)
    text, other, *photos = server.got
    assert text.message_id == other.message_id and {text.rcpt, other.rcpt} == {"ibu@example.org", "kakak@example.org"}
    assert len(photos) == 2 and len([line for line in server.commands if line.startswith("EHLO")]) == 1
    for got in photos:
        assert got.mail["References"] == got.mail["In-Reply-To"] == text.message_id != got.message_id
        # Written as they are: an encoded id threads nothing.
        assert f"References: {text.message_id}\r\n".encode() in got.octets.replace(b"\r\n ", b" ")
        (attached,) = got.mail.iter_attachments()
        assert attached.get_filename() == "photo-1.jpg"
        with open(os.path.join(post.folder, kept["path"]), "rb") as file:
            assert attached.get_content() == file.read()
        assert kept["sha256"] in got.mail.get_body().get_content()


def test_a_certificate_of_an_unknown_authority_gets_nothing(post, tmp_path, authority):
    (tmp_path / "other").mkdir()
    other = smtp_kit.Authority(tmp_path / "other")
    for mode in ("tls", "starttls"):
        with Server(other.server(), mode, auth=True) as server:
            post.account(server, auth=True)
            post.store()
            outcome = post.work()
        assert outcome.accepted == 0 and outcome.needs_you >= 1
        assert server.got == server.logins == [] and not any("MAIL" in line for line in server.commands)
        row = post.rows()[-1]
        assert (row["state"], row["last_code"]) == ("needs_you", "tls_certificate")
        # Perhaps the network was a portal: it is tried again by itself.
        assert outcome.left >= 1 and 0 < outcome.next_in <= 10


def test_a_certificate_of_another_name_gets_nothing(post, authority):
    with Server(authority.server("mail.example.org"), auth=True) as server:
        post.account(server, auth=True)
        post.store()
        post.work()
    assert (post.row()["state"], post.row()["last_code"]) == ("needs_you", "tls_name")
    assert server.got == server.logins == []


def test_an_expired_certificate_names_the_clock(post, authority):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    past = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
    authority.ca.issue_cert("localhost", not_before=past, not_after=past + datetime.timedelta(days=90)).configure_cert(context)
    with Server(context) as server:
        post.account(server)
        post.store()
        post.work()
    assert (post.row()["state"], post.row()["last_code"]) == ("needs_you", "tls_date")


@pytest.mark.parametrize("mode", ["tls", "starttls"])
def test_a_server_without_encryption_gets_nothing_but_a_greeting(post, authority, mode):
    def talk(link, server):
        link.sendall(b"220 mail.example.org ESMTP\r\n")
        while line := server.read(link):
            if line.upper().startswith(b"EHLO"):
                link.sendall(b"250-mail.example.org\r\n250-AUTH PLAIN LOGIN\r\n250 SIZE 1000000\r\n")
            else:
                link.sendall(b"250 OK\r\n" if not line.upper().startswith(b"AUTH") else b"235 OK\r\n")

    with Raw(talk) as server:
        post.account(server, mode, auth=True)
        post.store("SOS secret place\n")
        post.work()
        heard = bytes(server.heard)
    row = post.row()
    assert row["state"] == "needs_you" and row["last_code"] == {"tls": "tls", "starttls": "no_starttls"}[mode]
    import base64

    for word in (SECRET.encode(), base64.b64encode(f"\0{smtp_kit.USER}\0{SECRET}".encode()), b"AUTH", b"MAIL", b"secret place"):
        assert word not in heard, heard


def test_a_server_that_says_starttls_and_then_talks_on_in_the_clear_gets_nothing(post, monkeypatch):
    monkeypatch.setattr(jobs, "TRY_SECONDS", 1.5)

    def talk(link, server):
        link.sendall(b"220 x ESMTP\r\n")
        server.read(link)
        link.sendall(b"250-x\r\n250 STARTTLS\r\n")
        server.read(link)
        # Answers that were put into the stream before TLS begins must not be believed.
        link.sendall(b"220 go on\r\n250-x\r\n250 AUTH PLAIN\r\n235 OK\r\n250 OK\r\n250 OK\r\n354 go\r\n250 taken\r\n")
        while server.read(link):
            pass

    with Raw(talk) as server:
        post.account(server, "starttls", auth=True)
        post.store()
        post.work()
        heard = bytes(server.heard)
    assert post.row()["state"] in ("needs_you", "queued") and b"AUTH" not in heard and b"MAIL" not in heard


@pytest.mark.parametrize(("command", "line", "state"), [
    ("MAIL", "451 4.3.0 later", "queued"),
    ("RCPT", "450 4.2.1 greylisted", "queued"),
    ("DATA", "452 4.3.1 no room", "queued"),
    ("RCPT", "550 5.1.1 no such person", "refused"),
    ("DATA", "554 5.7.1 looks like spam", "refused"),
    ("MAIL", "550 5.7.1 not your address", "needs_you"),
    ("MAIL", "530 5.7.0 log in first", "needs_you"),
    ("RCPT", "530 5.7.0 log in first", "needs_you"),
])  # fmt: skip
def test_what_the_server_says_decides_and_is_kept_word_for_word(post, authority, command, line, state):
    said = {command: line}
    with Server(authority.server(), said=said) as server:
        post.account(server)
        post.store()
        outcome = post.work()
        row = post.row()
        assert (row["state"], row["last_code"], row["last_text"]) == (state, line[:3], line[4:])
        assert outcome == (0, 1, outcome.next_in, 0) if state == "queued" else outcome == (0, 0, None, int(state == "needs_you"))
        assert state != "queued" or 3 < outcome.next_in < 7
        # Nothing is tried before its time ...
        tried = len(server.commands)
        assert post.work().accepted == 0 and len(server.commands) == tried
        said.clear()
        # ... and a refusal is final.
        assert post.again().accepted == (state != "refused")
    assert len({got.message_id for got in server.tried}) <= 1 and len({got.date for got in server.tried}) <= 1


def test_one_good_and_one_bad_recipient(post, authority):
    with Server(authority.server(), said={"RCPT": lambda rcpt: "550 no" if rcpt.startswith("bad") else None}) as server:
        post.account(server, contacts=("bad", "good"))
        post.store()
        assert post.work() == (1, 0, None, 0)
        assert post.again().accepted == 0
    assert [got.rcpt for got in server.got] == ["good@example.org"]
    assert {row["rcpt"]: row["state"] for row in post.rows()} == {"bad@example.org": "refused", "good@example.org": "accepted"}


def test_the_next_address_of_a_contact_is_tried_where_the_first_is_refused(post, authority, tmp_path):
    refuse = {"RCPT": lambda rcpt: None if rcpt.startswith("third") else "550 no"}
    with Server(authority.server(), said=refuse) as server:
        post.account(server, contacts=())
        addresses = {
            "contact.kbri.email": "first@example.org, second@example.org third@example.org",
            "contact.kbri.kind": "mission",
        }
        smtp_kit.env(post.home, post.authority, addresses)
        post.env.state = None
        post.store()
        smtp_kit.add_photo(post.folder, post.alert, photo(tmp_path))
        assert post.work() == (2, 0, None, 0)
    assert [got.rcpt for got in server.got] == ["third@example.org"] * 2
    assert sorted((row["rcpt"][:5], row["state"]) for row in post.rows()) == [
        ("first", "refused"), ("first", "refused"), ("secon", "refused"), ("secon", "refused"),
        ("third", "accepted"), ("third", "accepted"),
    ]  # fmt: skip


@pytest.mark.parametrize("how", ["said", "size"])
def test_a_photo_that_is_too_big_is_told_of_and_never_called_accepted(post, authority, tmp_path, monkeypatch, how):
    monkeypatch.setattr(mail, "lesser", lambda job: "")
    big = {"DATA": lambda got: "552 5.3.4 too big" if len(got.octets) > 50_000 else None}
    with Server(authority.server(), said=big if how == "said" else {}, size=50_000 if how == "size" else None) as server:
        post.account(server)
        post.store()
        kept = smtp_kit.add_photo(post.folder, post.alert, photo(tmp_path, size=100_000))
        outcome = post.work()
    assert outcome == (1, 0, None, 0)
    row = post.row("photo")
    assert (row["state"], row["note"]) == ("refused", "without_media")
    assert (row["last_code"], row["last_text"]) == (("552", "5.3.4 too big") if how == "said" else ("too_big", "50000"))
    told = server.got[-1].mail
    assert list(told.iter_attachments()) == [] and kept["sha256"] in told.get_body().get_content()
    assert "TIDAK DILAMPIRKAN: berkas (100.000 byte)" in told.get_body().get_content()
    assert len([got for got in server.tried if len(got.octets) > 50_000]) == (1 if how == "said" else 0)


def test_a_smaller_copy_goes_where_one_can_be_made_and_is_called_so(post, authority, tmp_path, monkeypatch):
    monkeypatch.setattr(mail, "lesser", lambda job: "reduced")
    monkeypatch.setattr(smaller, "draw", lambda *_: b"\xff\xd8\xffsmall")
    with Server(authority.server(), size=50_000) as server:
        post.account(server)
        post.store()
        smtp_kit.add_photo(post.folder, post.alert, photo(tmp_path, size=100_000))
        assert post.work().accepted == 2
    assert (post.row("photo")["state"], post.row("photo")["note"]) == ("accepted", "reduced")
    (attached,) = server.got[-1].mail.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == ("photo-1-small.jpg", b"\xff\xd8\xffsmall")
    assert "SALINAN KECIL" in server.got[-1].mail.get_body().get_content()


def test_the_beginning_of_a_video_goes_where_the_whole_does_not(post, authority, tmp_path, monkeypatch):
    monkeypatch.setattr(mail, "lesser", lambda job: "beginning")
    monkeypatch.setattr(shorter, "make", lambda *_: b"small video")
    with Server(authority.server(), size=50_000) as server:
        post.account(server)
        post.store()
        path = photo(tmp_path, "a.mp4", size=100_000, head=b"\0\0\0\x18ftypmp42")
        kept = {**media.keep(post.folder, path, kind="video"), "name": "a.mp4"}
        outbox.use(post.folder, lambda box: box.add_media(post.alert, "video", 50, kept))
        assert post.work().accepted == 2
    assert (post.row("video")["state"], post.row("video")["note"]) == ("accepted", "beginning")
    (attached,) = server.got[-1].mail.iter_attachments()
    assert (attached.get_filename(), attached.get_content_type()) == ("video-1-beginning.mp4", "video/mp4")
    assert attached.get_content() == b"small video"
    text = server.got[-1].mail.get_body().get_content()
    assert "PALING LAMA 30 DETIK PERTAMA" in text and kept["sha256"] in text


@pytest.mark.parametrize("line", ["552 5.7.0 no attachments here", "554 5.7.1 blocked"])
def test_a_text_goes_without_what_is_attached_rather_than_not_at_all(post, authority, line):
    bare = {"DATA": lambda got: line if list(got.mail.iter_attachments()) else None}
    with Server(authority.server(), said=bare) as server:
        post.account(server)
        post.store()
        assert post.work().accepted == 1
    assert (post.row()["state"], post.row()["note"]) == ("accepted", "bare")
    assert len({got.message_id for got in server.tried}) == 1 and len(server.tried) == 2


def test_a_kept_file_that_is_gone_is_said(post, authority, tmp_path):
    with Server(authority.server()) as server:
        post.account(server)
        post.store()
        kept = smtp_kit.add_photo(post.folder, post.alert, photo(tmp_path))
        os.unlink(os.path.join(post.folder, kept["path"]))
        assert post.work().accepted == 1
    assert (post.row("photo")["state"], post.row("photo")["last_code"]) == ("refused", "file_gone")


def test_a_wrong_password_needs_the_person_and_is_nowhere_written(post, authority, capfd):
    with Server(authority.server(), auth=True) as server:
        post.account(server, auth=True, variables={"SAFETRAVEL_SMTP_PASSWORD": "wrong horse battery"})
        post.store()
        outcome = post.work()
        # Not again by itself: a server locks accounts for that.
        assert outcome == (0, 0, None, 1) and post.work() == outcome and len(server.logins) <= 2
    row = post.row()
    assert (row["state"], row["last_code"]) == ("needs_you", "535")
    for folder, _, files in os.walk(post.home):
        for name in files:
            with open(os.path.join(folder, name), "rb") as file:
                assert b"wrong horse" not in file.read(), name
    assert "horse" not in "".join(capfd.readouterr()) + repr(post.rows()) + repr(people.settings(post.env))


def test_a_server_that_repeats_the_password_does_not_get_it_into_the_outbox(post, authority):
    def talk(link, server):
        link.sendall(b"220 x ESMTP\r\n")
        while line := link.recv(65536):
            if line.upper().startswith(b"EHLO"):
                link.sendall(b"250-x\r\n250 AUTH PLAIN LOGIN\r\n")
            elif line.startswith(b"AUTH PLAIN"):
                link.sendall(b"535 5.7.8 bad: " + line.split()[2] + b" means " + SECRET.encode() + b"\x1b[31m\r\n")
            else:
                link.sendall(b"535 no\r\n")

    with Raw(talk, authority.server()) as server:
        post.account(server, "tls", auth=True)
        post.store()
        post.work()
    text = post.row()["last_text"]
    assert post.row()["state"] == "needs_you" and "\x1b" not in text
    import base64

    words = base64.b64encode(SECRET.encode()).decode()
    assert SECRET not in text and words[4:-4] not in text


def test_a_connection_that_breaks_before_the_answer_is_repeated_with_the_same_identity(post, authority):
    drops = ["DROP", "DROP"]
    with Server(authority.server(), said={"DATA": lambda _: drops.pop() if drops else None}) as server:
        post.account(server)
        post.store()
        for _ in range(2):
            outcome = post.again()
            assert (outcome.accepted, outcome.left) == (0, 1)
            assert (post.row()["state"], post.row()["uncertain"]) == ("queued", True)
        assert post.again().accepted == 1
    assert len(server.tried) == 3 and len({(got.message_id, got.date) for got in server.tried}) == 1
    assert post.row()["attempts"] == 3


def test_a_connection_that_breaks_before_the_mail_is_no_uncertainty(post, authority):
    with Server(authority.server(), said={"RCPT": "DROP"}) as server:
        post.account(server)
        post.store()
        post.work()
    assert (post.row()["state"], post.row()["uncertain"], server.tried) == ("queued", False, [])


@pytest.mark.parametrize("kind", ["silent", "drip", "tls-silent", "endless"])
@pytest.mark.parametrize("mode", ["tls", "starttls"])
def test_a_server_that_takes_its_time_is_given_up_in_time(post, authority, monkeypatch, kind, mode):
    monkeypatch.setattr(jobs, "TRY_SECONDS", 1.5)
    # The channel itself must come back: nobody else ends it so soon.
    monkeypatch.setattr(sender, "GRACE_SECONDS", 60.0)

    def after_tls(link, server):
        link.sendall(b"220")
        server.over.wait(60)

    def endless(link, server):
        # A greeting that never ends, fast enough that no single step times out.
        while not server.over.wait(0.1):
            link.sendall(b"220-and more\r\n")

    talk = {"silent": smtp_kit.silent, "drip": smtp_kit.drip(b"220-slow\r\n"), "tls-silent": after_tls, "endless": endless}[kind]
    tls = kind in ("tls-silent", "endless") and mode == "tls"
    with Raw(talk, authority.server() if tls else None) as server:
        post.account(server, mode, contacts=("a", "b", "c", "d", "e"))
        post.store()
        began = time.monotonic()
        outcome = post.work()
        spent = time.monotonic() - began
        # The others need not find out for themselves.
        assert server.count == 1
    assert spent < 3.5, spent
    assert outcome.accepted == 0 and outcome.left == 5
    assert {row["state"] for row in post.rows()} <= {"queued", "needs_you"}
    assert sorted(row["attempts"] for row in post.rows()) == [0, 0, 0, 0, 1]


def test_an_answer_that_does_not_come_after_the_mail_is_uncertain_and_bounded(post, authority, monkeypatch):
    monkeypatch.setattr(jobs, "TRY_SECONDS", 1.5)

    def talk(link, server):
        link.sendall(b"220 x\r\n")
        while line := link.recv(65536):
            if line.upper().startswith(b"DATA"):
                link.sendall(b"354 go\r\n")
                server.over.wait(60)
            else:
                link.sendall(b"250 x\r\n")

    with Raw(talk, authority.server()) as server:
        post.account(server, "tls")
        post.store()
        began = time.monotonic()
        post.work()
        assert time.monotonic() - began < 3.0
    assert (post.row()["state"], post.row()["uncertain"], post.row()["last_code"]) == ("queued", True, "timeout")


def test_a_look_up_of_the_name_that_hangs_is_left_behind(post, authority, monkeypatch):
    over = threading.Event()
    monkeypatch.setattr(jobs, "TRY_SECONDS", 0.5)
    monkeypatch.setattr(sender, "GRACE_SECONDS", 0.2)
    look_up = wire.socket.getaddrinfo

    def hang(*given, **options):
        over.wait(30)
        return look_up(*given, **options)

    with Server(authority.server()) as server:
        post.account(server)
        post.store()
        monkeypatch.setattr(wire.socket, "getaddrinfo", hang)
        began = time.monotonic()
        outcome = post.work()
        assert time.monotonic() - began < 2.5 and outcome.left == 1
        over.set()
        # The thread that was left behind comes to its deadline and sends nothing.
        for thread in [one for one in threading.enumerate() if one.daemon and one.name.endswith("(_carry)")]:
            thread.join(10)
        assert server.commands == []


@pytest.mark.parametrize(
    "greeting", [b"HTTP/1.1 302 Found\r\nLocation: http://login.example.org/\r\n\r\n", b"554 5.3.2 go away\r\n"]
)
def test_what_is_no_mail_server_takes_nothing(post, greeting):
    def talk(link, server):
        link.sendall(greeting)

    with Raw(talk) as server:
        post.account(server, "starttls")
        post.store()
        assert post.work().left == 1
    assert post.row()["state"] == "queued" and post.row()["last_code"] in ("not_mail", "554", "dropped")


def test_no_network_and_nobody_there(post, offline):
    with Raw(smtp_kit.silent) as server:
        port = server.port
    server.port = port
    for host, code in (("127.0.0.1", "refused_connection"), ("mail.example.org", "no_name")):
        post.account(server, "tls", **{"smtp.host": host})
        post.store()
        post.again()
        assert {row["last_code"] for row in post.rows()} == {code}
    assert offline == ["mail.example.org"] * len(offline)


def test_success_wakes_what_waited_for_the_server_alone(post, authority):
    with Server(authority.server()) as server:
        post.account(server, contacts=("a", "b", "c"))
        port = server.port
        smtp_kit.state.write(post.env, {"smtp.port": "1"})
        post.store()
        for _ in range(5):
            queue.reset(post.folder, needs_you=False)
            box = outbox.Outbox(outbox.file(post.folder))
            box.db.execute("UPDATE delivery SET step = 7")
            box.db.close()
            post.work()
        outcome = post.work()
        assert outcome.left == 3 and outcome.next_in > 300
        smtp_kit.state.write(post.env, {"smtp.port": str(port)})
        # A new alert finds the way open, and with it the old ones go.
        post.store("SOS again\n")
        assert post.work().accepted == 6


def test_eight_senders_at_once_send_each_part_once(post, authority, tmp_path):
    with Server(authority.server()) as server:
        post.account(server, contacts=("a", "b", "c"))
        for number in range(4):
            post.store(f"SOS {number}\n")
        smtp_kit.add_photo(post.folder, post.alert, photo(tmp_path))
        busy, failed = [], []

        def one():
            for _ in range(200):
                try:
                    if not sender.work(post.folder, smtp_kit.Env(environ=post.env.environ)).left:
                        return
                except sender.Busy:
                    busy.append(1)
                    time.sleep(0.01)
                except Exception as error:
                    failed.append(error)
                    raise

        threads = [threading.Thread(target=one) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(60)
    assert failed == [] and busy
    sent = [(got.rcpt, got.message_id) for got in server.got]
    assert len(sent) == len(set(sent)) == 4 * 3 + 3
    assert {row["state"] for row in post.rows()} == {"accepted"}


def test_a_text_that_is_stored_while_a_photo_is_on_its_way_does_not_wait_for_it(post, authority, tmp_path, monkeypatch):
    monkeypatch.setattr(sender, "LOOK_SECONDS", 0.05)
    begun, text_came = threading.Event(), threading.Event()

    def data(got):
        if "photo-1" in str(got.mail):
            begun.set()
            assert text_came.wait(20)
        elif "SECOND" in got.mail.get_body().get_content():
            text_came.set()

    async def handle(server, session, envelope, real=Server.handle_DATA):
        import asyncio

        # In a thread, so that the server serves others meanwhile.
        return await asyncio.get_running_loop().run_in_executor(None, lambda: asyncio.run(real(kit, server, session, envelope)))

    with Server(authority.server(), said={"DATA": data}) as kit:
        kit.handle_DATA = handle
        post.account(kit)
        post.store()
        smtp_kit.add_photo(post.folder, post.alert, photo(tmp_path))
        thread = threading.Thread(target=post.work)
        thread.start()
        assert begun.wait(20)
        smtp_kit.store(post.folder, people.recipients(smtp_kit.Env(environ=post.env.environ)), "SECOND\n")
        thread.join(30)
    assert text_came.is_set() and {row["state"] for row in post.rows()} == {"accepted"}


def test_addresses_of_somebody_are_refused_when_stored_and_again_when_sent(post, authority, monkeypatch):
    with Server(authority.server()) as server:
        post.account(server, contacts=())
        someone = [("smtp", "someone@mail.invalid.id"), ("smtp", "ibu@example.org")]
        monkeypatch.setenv(reserved.SWITCH, "1")
        smtp_kit.store(post.folder, someone)
        assert {row["rcpt"]: (row["state"], row["last_code"]) for row in post.rows()} == {
            "someone@mail.invalid.id": ("needs_you", "reserved"), "ibu@example.org": ("queued", ""),
        }  # fmt: skip
        # Stored by a process without the switch, sent by one that has it.
        monkeypatch.delenv(reserved.SWITCH)
        smtp_kit.store(post.folder, [("smtp", "another@mail.invalid.id")])
        assert post.again().accepted == 1
    assert [got.rcpt for got in server.got] == ["ibu@example.org"]
    assert not any("mail.invalid.id" in line for line in server.commands)
    assert post.work().needs_you == 2


def test_what_lacks_a_setting_goes_as_soon_as_it_is_there(post, authority):
    with Server(authority.server()) as server:
        post.account(server)
        smtp_kit.state.write(post.env, {"smtp.host": None})
        assert [one.missing for one in people.recipients(post.env)] == ["smtp.host"]
        post.store()
        assert post.work() == (0, 0, None, 1)
        assert (post.row()["last_code"], post.row()["last_text"]) == ("setup", "smtp.host")
        smtp_kit.state.write(post.env, {"smtp.host": "localhost"})
        assert post.work() == (1, 0, None, 0)


def test_a_late_mail_says_so_at_its_top(post, authority):
    with Server(authority.server()) as server:
        post.account(server)
        post.env.now = lambda: 1795575600.0 + 3 * 3600
        post.store()
        post.work()
    assert server.got[0].mail.get_body().get_content().startswith(
        "TERTUNDA 3 jam: dibuat 2026-11-25 03:00 UTC, dikirim 2026-11-25 06:00 UTC."
    )  # fmt: skip


@pytest.mark.parametrize("name", ["Ibu\r\nBcc: x@example.org", "a\x00b", "\ud800", "”‮x", "=?utf-8?q?x?=", "," * 200])
def test_names_break_no_header(post, authority, name):
    with Server(authority.server()) as server:
        post.account(server)
        recipient = people.recipients(post.env)[0]._replace(name=name.encode("utf-8", "replace").decode())
        smtp_kit.store(post.folder, [recipient], who={"name": name.encode("utf-8", "replace").decode()})
        assert post.work().accepted == 1
    mail_got = server.got[0].mail
    assert mail_got["Bcc"] is None and mail_got["To"].addresses[0].addr_spec == "ibu@example.org"
    assert mail_got["From"].addresses[0].addr_spec == smtp_kit.USER


@pytest.mark.parametrize("rcpt", ["a@example.org\r\nRCPT TO:<b@example.org>", "no-address", "é@example.org", "<a@example.org>"])
def test_what_is_no_address_needs_the_person(post, authority, rcpt, monkeypatch):
    with Server(authority.server()) as server:
        post.account(server, contacts=())
        post.env.environ = {**post.env.environ, "SAFETRAVEL_ONLY_RESERVED": ""}
        smtp_kit.store(post.folder, [("smtp", rcpt)])
        post.work()
    assert server.got == [] and post.row()["state"] == "needs_you"
    assert not any("RCPT" in line for line in server.commands)


def test_every_code_of_the_sender_has_its_words():
    import re

    found = set()
    for module in (smtp, smtp_link, sender, jobs, people):
        with open(module.__file__, encoding="utf-8") as file:
            source = file.read()
        found |= set(re.findall(r'Result\("\w+", "([a-z_]+)"', source)) | set(re.findall(r'NoPassword\("([a-z_]+)"\)', source))
        found |= set(re.findall(r'(?:word|return word) = "([a-z_]+)"', source))
    assert len(found) > 12
    for language in ("en", "id"):
        assert [word for word in sorted(found) if not Say(language).has("send." + word)] == []


def test_the_password_comes_from_the_environment_a_command_or_a_file(tmp_path, monkeypatch):
    def password(**held):
        environ = held.pop("environ", {})
        return people.Settings({"smtp." + name: value for name, value in held.items()}, environ).password()

    def reason(**held):
        with pytest.raises(people.NoPassword) as caught:
            password(**held)
        assert caught.value.__cause__ is None
        return caught.value.code

    file = tmp_path / "password"
    file.write_text("from file\nmore\n")
    file.chmod(0o600)
    command = "printf '%s\\n' 'from command' '$HOME; echo x'"
    assert password(environ={"SAFETRAVEL_SMTP_PASSWORD": "x"}, password_command=command) == "x"
    assert password(password_command=command, password_file=str(file)) == "from command"
    assert password(password_file=str(file)) == "from file"
    assert reason() == "password_missing"
    for bad in ("false", "true", "no-such-program", "echo 'unclosed", ""):
        assert reason(password_command=bad) == ("password_command" if bad else "password_missing")
    monkeypatch.setattr(people, "COMMAND_SECONDS", 0.2)
    assert reason(password_command="sleep 30") == "password_command"
    file.chmod(0o640)
    assert reason(password_file=str(file)) == "password_file_open"
    os.mkfifo(tmp_path / "fifo", 0o600)
    for bad in (tmp_path / "none", tmp_path, tmp_path / "fifo"):
        assert reason(password_file=str(bad)) == "password_file"


def test_the_sender_and_the_channel_need_the_standard_library_alone(tmp_path):
    from running import fresh

    result = fresh(
        "import sys\nfrom safetravel_cli.sos import sender, jobs, mail, queue, people\n"
        "from safetravel_cli.sos.channels import smtp, smtp_link\nimport email.message, email.policy\n"
        "print(sorted({n.split('.')[0] for n in sys.modules} - set(sys.stdlib_module_names)))"
    )
    assert result.out.strip() == "['__main__', 'safetravel_cli']" or "safetravel_cli" in result.out
    assert not any(name in result.out for name in ("httpx", "typer", "rich", "geopy", "certifi")), result


def test_a_lock_that_holds_garbage_is_emptied_in_its_place(post, authority):
    with Server(authority.server()) as server:
        post.account(server)
        post.store()
        path = os.path.join(post.folder, sender.LOCK)
        with open(path, "wb") as file:
            file.write(os.urandom(9000))
        inode = os.stat(path).st_ino
        assert post.work().accepted == 1
        assert os.stat(path).st_ino == inode


def test_a_second_sender_is_turned_away_and_the_lock_is_free_afterwards(post, authority):
    with Server(authority.server()) as server:
        post.account(server)
        post.store()
        with contextlib.closing(sender._lock(post.folder)), pytest.raises(sender.Busy):
            post.work()
        assert post.row()["state"] == "queued"
        assert post.work().accepted == 1


def test_a_photo_waits_for_its_text_and_for_nobody_elses(post, authority, tmp_path):
    later = {"RCPT": lambda rcpt: "451 later" if rcpt.startswith("late") else None}
    with Server(authority.server(), said=later) as server:
        post.account(server, contacts=("late", "now"))
        post.store()
        smtp_kit.add_photo(post.folder, post.alert, photo(tmp_path))
        assert post.work().accepted == 2
        assert [got.rcpt for got in server.got] == ["now@example.org"] * 2
        assert server.commands.count("RCPT late@example.org") == 1
        later.clear()
        assert post.again().accepted == 2
    assert [got.rcpt for got in server.got[2:]] == ["late@example.org"] * 2
    assert server.got[2].message_id == server.got[0].message_id


def test_a_crash_between_the_250_and_its_row_gives_one_repeat_of_the_same_identity(post, authority, monkeypatch):
    class Crash(BaseException):
        pass

    with Server(authority.server()) as server:
        post.account(server, contacts=("a", "b"))
        post.store()
        with monkeypatch.context() as patch:

            def die(*_):
                raise Crash

            patch.setattr(jobs, "record", die)
            with pytest.raises(Crash):
                post.work()
        assert len(server.got) == 1 and [row["state"] for row in post.rows()] == ["sending", "queued"]
        assert queue.open_count(post.folder) == 2
        assert post.work() == (2, 0, None, 0)
    first, repeat, other = server.got
    assert (first.rcpt, first.message_id, first.date) == (repeat.rcpt, repeat.message_id, repeat.date)
    assert other.rcpt == "b@example.org"
    assert [row["uncertain"] for row in post.rows()] == [True, False]
    box = outbox.Outbox(outbox.file(post.folder))
    log = box.db.execute("SELECT rcpt, outcome, code FROM attempt ORDER BY seq").fetchall()
    box.db.close()
    assert log == [
        ("a@example.org", "uncertain", "interrupted"), ("a@example.org", "accepted", "250"), ("b@example.org", "accepted", "250"),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["cancel", "safe"])
def test_what_is_cancelled_while_it_is_sent_is_not_tried_again_and_whoever_may_have_it_is_told(post, authority, kind):
    def end(got):
        if got.mail["References"] is None:
            queue.cancel(post.folder, post.alert, "{}", "over\n", kind)
            return "DROP" if got.rcpt.startswith("perhaps") else None
        return None

    with Server(
        authority.server(), said={"DATA": end, "RCPT": lambda rcpt: "451 later" if rcpt.startswith("never") else None}
    ) as server:
        post.account(server, contacts=("never", "perhaps"))
        post.store()
        # The word of the end goes in the same pass.
        assert (post.work().accepted, post.again().accepted) == (1, 0)
    assert {(row["rcpt"][:5], row["kind"]): row["state"] for row in post.rows()} == {
        ("never", "text"): "cancelled", ("perha", "text"): "cancelled", ("perha", kind): "accepted",
    }  # fmt: skip
    assert server.got[-1].mail.get_body().get_content().strip().endswith("over")
    assert server.got[-1].mail["References"] == server.tried[0].message_id


@pytest.mark.parametrize("kind", ["cancel", "safe"])
def test_what_died_while_it_was_sent_and_was_cancelled_since_is_not_sent_again_but_followed_by_the_end(post, authority, kind):
    with Server(authority.server()) as server:
        post.account(server)
        post.store()
        box = outbox.Outbox(outbox.file(post.folder))
        box.db.execute("UPDATE delivery SET state = 'sending', attempts = 1")
        box.db.close()
        queue.cancel(post.folder, post.alert, "{}", "over\n", kind)
        assert post.work() == (1, 0, None, 0)
    assert [(row["kind"], row["state"], row["uncertain"]) for row in post.rows()] == [
        ("text", "cancelled", True), (kind, "accepted", False),
    ]  # fmt: skip
    (got,) = server.got
    assert got.mail.get_body().get_content().strip().endswith("over")


@pytest.mark.parametrize(("address", "answer"), [
    ("siti.lain@example.org", "siti.lain@example.org"), ("é@example.org", None), ("a@b\r\nBcc: x@example.org", None),
    ("nobody", None), ("", None), (smtp_kit.USER, None), ("=?utf-8?q?a=0ABcc:_x?=@example.org", None),
])  # fmt: skip
def test_an_address_for_answers_that_is_none_stops_no_mail(post, authority, address, answer):
    with Server(authority.server()) as server:
        post.account(server)
        post.store(reply_to=[{"channel": "email", "address": address}])
        assert post.work().accepted == 1
    assert server.got[0].mail["Reply-To"] == answer and server.got[0].mail["Bcc"] is None
