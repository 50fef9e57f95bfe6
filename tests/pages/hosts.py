"""Sites of others that embed the widget, and a line to the program that can be cut."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit

LISTED_HOST = "127.0.0.2"
UNLISTED_HOST = "127.0.0.3"

POLICY = (
    "default-src 'none'; script-src {home}; connect-src {home}; frame-src {home};"
    " require-trusted-types-for 'script'"
)
"""As strict as a site can be that names the widget's server and nothing else."""

_PAGE = (
    '<!doctype html><html lang="{lang}"><head><meta charset="utf-8">'
    '<meta name="viewport" content="width=device-width"><title>Site</title>'
    '<script src="{home}/widget.js" defer></script></head><body><h1>Site</h1>'
    '<p><a href="#">link</a></p><sijeong-chat {attributes}></sijeong-chat></body></html>'
)


class Host:
    """A site: its origin, and the addresses of its pages."""

    def __init__(self, origin: str) -> None:
        self.origin = origin

    def page(self, home: str, attributes: str = "", *, lang: str = "ko") -> str:
        """A page with the widget of the program at `home`."""
        query = {"home": home, "attributes": attributes, "lang": lang}
        return f"{self.origin}/?{urlencode(query)}"


@contextmanager
def hosting(address: str) -> Iterator[Host]:
    """A site on an address of this machine, its pages under POLICY."""

    class Site(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            said = {name: value[0] for name, value in parse_qs(urlsplit(self.path).query).items()}
            is_page = "home" in said
            body = _PAGE.format(**{"attributes": "", **said}).encode() if is_page else b""
            self.send_response(200 if is_page else 204)
            self.send_header("content-type", "text/html; charset=utf-8")
            self.send_header("content-length", str(len(body)))
            if is_page:
                self.send_header("content-security-policy", POLICY.format(home=said["home"]))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            pass

    server = ThreadingHTTPServer((address, 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield Host(f"http://{address}:{server.server_address[1]}")
    finally:
        server.shutdown()
        server.server_close()


class Line:
    """A line to the program, byte for byte; `cuts` streams are broken off in their middle.

    While it `is_down` nobody is let in, and who is in is thrown out.
    """

    def __init__(self, port: int) -> None:
        self.cuts = 0
        self.is_down = False
        self._port = port
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        """Let nobody in any more."""
        self._listening.close()

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listening.accept()
                if self.is_down:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self._port))
                for ends in ((near, far, False), (far, near, True)):
                    threading.Thread(target=self._carry, args=ends, daemon=True).start()

    def _carry(self, source: socket.socket, target: socket.socket, is_reply: bool) -> None:
        with suppress(OSError):
            while (piece := source.recv(65_536)) and not self.is_down:
                if is_reply and self.cuts and b"text/event-stream" in piece:
                    self.cuts -= 1
                    head, _, rest = piece.partition(b"\r\n\r\n")
                    target.sendall(head + b"\r\n\r\n" + rest[:10])
                    break
                target.sendall(piece)
        for end in (source, target):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
