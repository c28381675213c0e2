"""Start here: fetch the runtime if needed, build the site, serve it, open the browser."""

from __future__ import annotations

import argparse
import errno
import socket
import threading
import webbrowser
from pathlib import Path

from server import SiteServer
from trouble import Trouble, run

# In the zip for a USB stick (pack.py), where there is nothing to fetch or to build.
SITE = Path(__file__).with_name("site")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="0.0.0.0 lets a classroom in")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-browser", action="store_true", help="do not open the browser")
    options = parser.parse_args()
    server = listen(options.host, options.port, find_site())
    urls = addresses(*server.server_address)
    print(*urls, sep="\n", flush=True)
    if not options.no_browser:
        # In a thread: a browser for the console keeps its caller waiting until it is closed.
        threading.Thread(target=webbrowser.open, args=urls[:1], daemon=True).start()
    with server:
        server.serve_forever()


def find_site() -> Path:
    """The site to serve: the project's, brought up to date, but in the zip the one in there."""
    if SITE.is_dir():
        return SITE
    from build import build  # not in the zip

    return build()


def listen(host: str, port: int, site: Path) -> SiteServer:
    """A server that listens there, or Trouble that says how to find a free place."""
    try:
        return SiteServer((host, port), site)
    except OverflowError:
        raise Trouble(
            f"ポート {port} はありません。0 から 65535 までの番号を選んでください。",
            f"There is no port {port}. Choose a number from 0 to 65535.",
        ) from None
    except OSError as error:
        if error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise Trouble(
                f"ポート {port} は使えません。別の番号で試してください：--port {other_port(port)}",
                f"Port {port} cannot be used. Try another one: --port {other_port(port)}",
            ) from error
        raise Trouble(
            f"{host} では待ち受けできません（{error.strerror}）。--host を確かめてください。",
            f"Cannot listen on {host} ({error.strerror}). Check --host.",
        ) from error


def other_port(port: int) -> int:
    """A port to try in its place; those below 1024 need an administrator."""
    return port + 1 if 1024 <= port < 65535 else 8080


def addresses(host: str, port: int) -> list[str]:
    """What to type into a browser to reach a server on host and port."""
    if host != "0.0.0.0":
        name = "localhost" if host == "127.0.0.1" else host
        return [f"http://{name}:{port}/"]
    return [f"http://localhost:{port}/", f"http://{_own_address()}:{port}/"]


def _own_address() -> str:
    """This machine's address on its network, as far as it can tell without sending anything."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Connecting a datagram socket sends nothing; it only chooses the way out.
            probe.connect(("192.0.2.1", 9))
            return str(probe.getsockname()[0])
        except OSError:
            return socket.gethostname()


if __name__ == "__main__":
    run(main)
