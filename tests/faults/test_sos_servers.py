"""What servers do, held against the real program: crashes at the worst moment, many senders at once, and a real Postfix."""

import collections
import contextlib
import glob
import os
import pwd
import random
import shutil
import signal
import subprocess
import tempfile
import threading

import pytest

from fault_kit import ROOT, Certificates, Device, MailServer, end_waiters, free_port, until

pytestmark = pytest.mark.faults

KILLS = int(os.environ.get("SAFETRAVEL_KILLS", "200"))
SOS = ("sos", "--message", "hold on", "--at", "japan", "--plain", "--yes")


@pytest.fixture
def held(tmp_path):
    return Certificates(tmp_path)


def device(tmp_path, server, held, **options):
    return Device(tmp_path / "home", server.host, server.port, held.trusted, **options)


def test_a_crash_between_the_250_and_the_commit_repeats_one_mail(snapshot_file, tmp_path, held):
    """The server has taken the mail and said so; the sender dies before it can write that down."""
    seen = collections.defaultdict(list)
    crashes = max(5, KILLS // 20)
    with MailServer(held.server) as server, device(tmp_path, server, held) as one:
        for number in range(crashes):
            server.mode("hold")
            run = one.start(*SOS)
            mail = server.next("mail")
            seen[mail["message_id"]].append(mail["date"])
            process = one.waiter()
            # The sender stands still while the answer comes in, and never reads it.
            os.kill(process, signal.SIGSTOP)
            # Neither the program in front nor a waiter that it has started meanwhile may take its place.
            run.kill()
            run.communicate()
            end_waiters(one.home, spare=process)
            server.tell("go")
            server.mode("accept")
            os.kill(process, signal.SIGKILL)
            until(lambda: not one.waiter())
            assert one.states()[-1] == "sending"
            assert one.run("country", "japan").code == 0
            mail = server.next("mail")
            seen[mail["message_id"]].append(mail["date"])
            one.ended()
            assert one.states() == ["accepted"] * (number + 1)
            assert one.rows()[-1]["uncertain"]
        assert not server.left("mail")
    # Each was repeated once, as the same mail: same Message-ID, same Date.
    assert len(seen) == crashes
    assert all(len(dates) == 2 and len(set(dates)) == 1 for dates in seen.values())
    print(f"\n{crashes} crashes after the 250: {crashes} repeats, each with the same Message-ID and Date")


def test_the_sender_is_killed_at_random_moments(snapshot_file, tmp_path, held):
    """Many alerts to three people, the waiter killed again and again: nothing is missing, and a repeat is the same mail."""
    draw = random.Random(20261125)
    contacts, wanted = ("ibu", "bapak", "kakak"), max(10, KILLS // 5)
    kills, count = 0, 0
    with MailServer(held.server) as server, device(tmp_path, server, held, contacts=contacts) as one:
        while kills < wanted:
            if not any(state in ("queued", "sending") for state in one.states()):
                one.queue(5)
                count += 5 * len(contacts)
            run = one.start("sos", "send", "--json")
            with contextlib.suppress(AssertionError):
                # After so many mails, or in the middle of one.
                for _ in range(draw.randrange(4)):
                    server.next("mail", seconds=1.0)
                server.next("mail", seconds=draw.uniform(0, 0.05))
            process = one.waiter()
            if process:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
                    kills += 1
                until(lambda: not one.waiter())
            run.kill()
            run.communicate()
        assert one.run("sos", "send", "--wait").code == 0
        one.ended()
        assert one.states() == ["accepted"] * count
        with server.lock:
            mails = [event for event in server.seen if event["event"] == "mail"]
        got = collections.Counter((mail["message_id"], *mail["rcpt"]) for mail in mails)
        dates = {(mail["message_id"], mail["date"]) for mail in mails}
    assert len(got) == count
    # One Message-ID and one Date an alert, however often it was repeated.
    assert len(dates) == count // len(contacts)
    repeats = sum(got.values()) - count
    print(f"\n{count} deliveries, {kills} kills: 0 missing, {repeats} repeats, all with the same Message-ID and Date")
    assert repeats <= kills


def test_eight_senders_at_once_send_each_once(snapshot_file, tmp_path, held):
    contacts = ("ibu", "bapak", "kakak", "adik")
    with MailServer(held.server) as server, device(tmp_path, server, held, contacts=contacts) as one:
        one.queue(3)
        results = []
        threads = [threading.Thread(target=lambda: results.append(one.run("sos", "send", "--wait"))) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=120)
        assert [result.code for result in results] == [0] * 8, results
        one.ended()
        count = collections.Counter((mail["message_id"], *mail["rcpt"]) for mail in server.left("mail"))
        assert len(count) == 12
        assert set(count.values()) == {1}
        assert set(one.states()) == {"accepted"}


def test_a_server_that_breaks_off_before_its_answer(snapshot_file, tmp_path, held):
    with MailServer(held.server, mode="drop") as server, device(tmp_path, server, held) as one:
        run = one.start(*SOS)
        first = server.next("mail")
        until(one.tried)
        (row,) = one.rows()
        assert (row["state"], row["uncertain"]) == ("queued", 1)
        server.mode("accept")
        one.run("sos", "send")
        second = server.next("mail")
        assert (first["message_id"], first["date"]) == (second["message_id"], second["date"])
        one.ended()
        assert one.states() == ["accepted"]
        run.communicate(timeout=60)


@pytest.mark.parametrize(
    ("answer", "code", "state"), [("451 4.7.1 later", 75, "queued"), ("550 5.1.1 no such user", 78, "refused")]
)
def test_what_a_server_says_of_a_recipient_is_kept_in_its_words(snapshot_file, tmp_path, held, answer, code, state):
    with MailServer(held.server, mode="answer " + answer) as server, device(tmp_path, server, held) as one:
        run = one.run(*SOS)
        assert run.code == code, run
        (row,) = one.rows()
        assert (row["state"], row["last_code"]) == (state, answer[:3])
        assert answer[4:] in row["last_text"]
        assert answer[4:] in " ".join(run.out.split())


POSTFIX_MAIN = """
compatibility_level = 3.6
maillog_file = /dev/stdout
queue_directory = {folder}/queue
data_directory = {folder}/data
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mail.example.org
mydestination =
virtual_mailbox_domains = example.org
virtual_mailbox_maps = static:box/
virtual_mailbox_base = {folder}/mail
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
virtual_minimum_uid = 1
smtpd_tls_security_level = {level}
smtpd_tls_chain_files = {certificate}
smtpd_relay_restrictions = permit_auth_destination, reject
message_size_limit = {size}
"""
POSTFIX_MASTER = """
{port} inet n - n - - smtpd
    -o smtpd_tls_wrappermode={wrapper}
pickup unix n - n 60 1 pickup
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
error unix - - n - - error
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
"""


class Postfix:
    """A Postfix of this test on loopback, which delivers into a folder."""

    def __init__(self, certificate, security, size=10_240_000):
        # Its own people must be able to enter all folders above.
        self.folder, self.host, self.port = tempfile.mkdtemp(prefix="safetravel-postfix-"), "127.0.0.1", free_port()
        owner = pwd.getpwnam("postfix")
        for name in ("etc", "queue", "data", "mail"):
            os.makedirs(os.path.join(self.folder, name))
        os.chmod(self.folder, 0o755)
        shutil.copy(certificate, os.path.join(self.folder, "server.pem"))
        subprocess.run([*ROOT, "chown", "postfix", f"{self.folder}/data", f"{self.folder}/mail"], check=True)
        values = {
            "folder": self.folder,
            "certificate": os.path.join(self.folder, "server.pem"),
            "uid": owner.pw_uid,
            "gid": owner.pw_gid,
            "port": self.port,
            "size": size,
            "wrapper": "yes" if security == "tls" else "no",
            "level": "may" if security == "tls" else "encrypt",
        }
        for name, text in (("main.cf", POSTFIX_MAIN), ("master.cf", POSTFIX_MASTER)):
            with open(os.path.join(self.folder, "etc", name), "w", encoding="ascii") as file:
                file.write(text.format(**values).lstrip())
        self.config = os.path.join(self.folder, "etc")

    def __enter__(self):
        self.log = open(os.path.join(self.folder, "log"), "w+")
        self.process = subprocess.Popen([*ROOT, "postfix", "-c", self.config, "start-fg"], stdout=self.log, stderr=self.log)
        until(lambda: self.process.poll() is None and "daemon started" in self.said(), what="postfix")
        return self

    def said(self):
        with open(os.path.join(self.folder, "log"), encoding="utf-8", errors="replace") as file:
            return file.read()

    def mails(self):
        found = []
        for path in glob.glob(os.path.join(self.folder, "mail", "box", "new", "*")):
            with open(path, encoding="utf-8", errors="replace") as file:
                found.append(file.read())
        return found

    def __exit__(self, *_):
        subprocess.run([*ROOT, "postfix", "-c", self.config, "stop"], capture_output=True, check=False, timeout=60)
        self.process.wait(timeout=60)
        self.log.close()
        subprocess.run([*ROOT, "rm", "-rf", self.folder], check=True, timeout=60)


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_postfix_takes_the_alert_and_delivers_it(snapshot_file, tmp_path, held, security):
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + os.urandom(200_000))
    with Postfix(held.server, security) as server, device(tmp_path, server, held) as one:
        one.set({"smtp.security": security})
        run = one.run(*SOS, "--photo", str(photo))
        assert run.code == 0, (run, server.said())
        one.ended()
        assert set(one.states()) == {"accepted"}
        mails = until(lambda: len(found := server.mails()) == 2 and found)
        text = next(mail for mail in mails if "image/jpeg" not in mail)
        assert "hold on" in text
        assert "alert.cap.xml" in text
        assert ("X-Original-To: ibu@example.org" in text) or ("Delivered-To: ibu@example.org" in text)
        # The photo is a reply to the text.
        import email

        first, second = (email.message_from_string(mail) for mail in sorted(mails, key=lambda mail: "image/jpeg" in mail))
        assert second["References"] == first["Message-ID"]
        assert first["Message-ID"] != second["Message-ID"]


def test_postfix_with_a_small_limit_still_gets_the_text(snapshot_file, tmp_path, held):
    photo = tmp_path / "a.jpg"
    photo.write_bytes(b"\xff\xd8\xff\xe0" + os.urandom(200_000))
    with Postfix(held.server, "tls", size=100_000) as server, device(tmp_path, server, held) as one:
        run = one.run(*SOS, "--photo", str(photo))
        assert run.code == 0, (run, server.said())
        one.ended()
        mails = until(lambda: server.mails())
        assert any("hold on" in mail for mail in mails)
        assert not any(row["state"] in ("queued", "sending") for row in one.rows())
