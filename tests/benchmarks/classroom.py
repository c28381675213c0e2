"""Whether a whole class gets the page at once, and what that takes of the server's memory.

    build/tests-venv/bin/python tests/benchmarks/classroom.py [clients] [slow clients]

Clients with empty caches ask, over six connections each, for all that a browser asks for until its
first figure, and check every byte: first by themselves, then beside slow ones on lines of 4 Mbit/s.
The server is tools/serve.py in a process of its own. Linux only: its memory is read from /proc.

- complete: how many got everything right
- seconds: from the first request to the last byte; they share this machine with the server
- MB: what each was sent
- memory: the most that the server has held so far, in MB
"""

import asyncio
import statistics
import subprocess
import sys
import time
import zlib
from pathlib import Path
from urllib.parse import urlsplit

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests"), str(Path(__file__).parent)]

from measuring import browser

from build import SITE
from server import allow_files

CONNECTIONS = 6
# Bytes in a second on a slow line; how many are read at once there, and elsewhere.
SLOW, SIP, GULP = 500_000, 1 << 16, 1 << 18
# Seconds by which the slow ones are ahead, so that all of them are busy when the others come.
AHEAD = 3.0
REQUEST = "GET {} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n"


class Client:
    """One visitor. address: (host, port); paths: what to ask for; slow: on a slow line."""

    def __init__(self, address: tuple[str, int], paths: list[str], slow: bool = False) -> None:
        self.address, self.slow = address, slow
        self.left = list(reversed(paths))
        self.right, self.received, self.seconds, self.line_free = 0, 0, 0.0, 0.0

    async def visit(self) -> None:
        began = time.perf_counter()
        await asyncio.gather(*(self._connection() for _ in range(CONNECTIONS)))
        self.seconds = time.perf_counter() - began

    async def _connection(self) -> None:
        # A small buffer of our own, so that what is not read yet waits in the server.
        reader, writer = await asyncio.open_connection(*self.address, limit=SIP)
        while self.left:
            path = self.left.pop()
            writer.write(REQUEST.format(path).encode())
            head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
            length = int(head.partition("content-length: ")[2].split()[0])
            found = 0
            for rest in range(length, 0, -(SIP if self.slow else GULP)):
                wanted = min(rest, SIP if self.slow else GULP)
                found = zlib.crc32(await reader.readexactly(wanted), found)
                if self.slow:
                    # The line is one for all connections.
                    self.line_free = max(self.line_free, time.perf_counter()) + wanted / SLOW
                    await asyncio.sleep(self.line_free - time.perf_counter())
            compressed = "content-encoding: gzip" in head
            self.right += head.startswith("http/1.1 200 ") and found == checksum(path, compressed)
            self.received += length
        writer.close()


CHECKSUMS: dict[tuple[str, bool], int] = {}


def checksum(path: str, compressed: bool) -> int:
    """That of a file of the site, or of the compressed one beside it."""
    if (path, compressed) not in CHECKSUMS:
        name = "index.html" if path == "/" else path[1:]
        file = SITE / (name + ".gz" if compressed else name)
        CHECKSUMS[path, compressed] = zlib.crc32(file.read_bytes())
    return CHECKSUMS[path, compressed]


def paths_of_the_page(url: str) -> list[str]:
    """What a browser asks the server for until the first figure, in its order."""
    with browser() as chromium:
        page = chromium.new_page()
        paths: dict[str, None] = {}
        page.on("request", lambda request: paths.setdefault(urlsplit(request.url).path))
        page.goto(url)
        page.wait_for_selector("#boot", state="hidden", timeout=120_000)
        return [path for path in paths if (SITE / path[1:]).exists()]


async def visits(clients: int, slow: int, address: tuple[str, int], paths: list[str]) -> None:
    """One row of the table for each group of clients that come together."""
    alone = [Client(address, paths) for _ in range(clients)]
    await asyncio.gather(*(client.visit() for client in alone))
    yield f"{clients} alone", alone
    fast = [Client(address, paths) for _ in range(clients)]
    slow_ones = [Client(address, paths, slow=True) for _ in range(slow)]
    async with asyncio.TaskGroup() as group:
        for client in slow_ones:
            group.create_task(client.visit())
        await asyncio.sleep(AHEAD)
        for client in fast:
            group.create_task(client.visit())
    yield f"{clients} beside", fast
    yield f"{slow} slow", slow_ones


def memory(process: subprocess.Popen) -> float:
    """The most that a process has held, in MB."""
    text = Path(f"/proc/{process.pid}/status").read_text()
    return int(text.partition("VmHWM:")[2].split()[0]) / 1024


async def show(process: subprocess.Popen, url: str, paths: list[str], *sizes: int) -> bool:
    """Print the table; returns whether everybody got everything."""
    print(f"{'':14}{'complete':>12}{'seconds':>26}{'MB':>8}{'memory':>10}", flush=True)
    print(f"{'nobody':14}{'':46}{memory(process):10.1f}", flush=True)
    everybody = True
    address = ("127.0.0.1", urlsplit(url).port)
    async for name, group in visits(*sizes, address, paths):
        complete = sum(client.right == len(paths) for client in group)
        everybody = everybody and complete == len(group)
        times = [client.seconds for client in group]
        shown = f"{statistics.median(times):.1f}  ({min(times):.1f} … {max(times):.1f})"
        size = statistics.median(client.received for client in group) / 1e6
        told = f"{f'{complete} of {len(group)}':>12}{shown:>26}{size:8.1f}"
        print(f"{name:14}{told}{memory(process):10.1f}", flush=True)
    return everybody


def main(clients: int = 40, slow: int = 200) -> int:
    allow_files(CONNECTIONS * (clients + slow) + 100)
    command = [sys.executable, ROOT / "tools" / "serve.py", "--no-browser", "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        url = process.stdout.readline().strip()
        return 0 if asyncio.run(show(process, url, paths_of_the_page(url), clients, slow)) else 1
    finally:
        process.terminate()
        process.wait()


if __name__ == "__main__":
    sys.exit(main(*(int(argument) for argument in sys.argv[1:])))
