"""A proxy of a company on loopback: it takes CONNECT, may ask for a user and a password, and leads every name to one port."""

import base64
import socket
import threading


class Proxy:
    """Tunnel to `port` on this machine, whatever is asked for; a context manager.

    `login`: (user, password) that it asks for. `context`: TLS of the proxy itself. `refused`: hosts that it does not let
    through. `asked`: the first lines of all requests; `port`: where it listens.
    """

    def __init__(self, to, login=None, context=None, refused=()):
        self.to, self.login, self.context, self.refused = to, login, context, refused
        self.asked = []

    def __enter__(self):
        self.server = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.server.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()
        return self

    def __exit__(self, *error):
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()

    def url(self, userinfo="", host="127.0.0.1"):
        """Return its address, as HTTPS_PROXY takes it."""
        return f"{'https' if self.context else 'http'}://{userinfo}{'@' if userinfo else ''}{host}:{self.port}"

    def hosts(self):
        """Return the hosts that were asked for."""
        return {line.split()[1].rpartition(":")[0] for line in self.asked}

    def _serve(self):
        while True:
            try:
                link, _ = self.server.accept()
            except OSError:
                return
            threading.Thread(target=self._one, args=(link,), daemon=True).start()

    def _one(self, link):
        try:
            if self.context:
                link = self.context.wrap_socket(link, server_side=True)
            head = b""
            while b"\r\n\r\n" not in head:
                head += link.recv(65536) or b"\r\n\r\n"
            lines = head.decode("latin-1").split("\r\n")
            self.asked.append(lines[0])
            word = base64.b64encode(":".join(self.login).encode()).decode() if self.login else ""
            if self.login and f"proxy-authorization: basic {word}".lower() not in [line.lower() for line in lines]:
                link.sendall(b"HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\n"
                             b"Content-Length: 0\r\nConnection: close\r\n\r\n")  # fmt: skip
            elif not lines[0].startswith("CONNECT ") or lines[0].split()[1].rpartition(":")[0] in self.refused:
                link.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            else:
                link.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
                self._tunnel(link)
        except OSError:
            pass
        finally:
            link.close()

    def _tunnel(self, link):
        with socket.create_connection(("127.0.0.1", self.to)) as other:
            back = threading.Thread(target=pump, args=(other, link), daemon=True)
            back.start()
            pump(link, other)
            back.join(10)


def pump(source, target):
    """Carry what comes from one end to the other until it ends."""
    try:
        while octets := source.recv(65536):
            target.sendall(octets)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass
