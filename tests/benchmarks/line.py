"""A line to a server that is no quicker than one at home: bandwidth and delay, for all together."""

import asyncio
import contextlib
import threading

CHUNK = 16_384


class Line:
    """What all connections share.

    bits_per_second: of what comes from the server.
    round_trip: seconds; half of it each way.
    """

    def __init__(self, bits_per_second, round_trip):
        self.seconds_per_byte, self.delay = 8 / bits_per_second, round_trip / 2
        self.free_at = 0.0

    async def wait_for_room(self, size):
        """Until these bytes have gone through, behind all that were there before."""
        loop = asyncio.get_running_loop()
        self.free_at = max(self.free_at, loop.time()) + size * self.seconds_per_byte
        await asyncio.sleep(self.free_at - loop.time())


@contextlib.contextmanager
def slow_line(port, bits_per_second, round_trip):
    """Within: the port of this machine at which the server at another port is far away."""
    loop, line = asyncio.new_event_loop(), Line(bits_per_second, round_trip)
    threading.Thread(target=loop.run_forever, daemon=True).start()

    async def listen():
        return await asyncio.start_server(lambda *ends: _join(ends, port, line), "127.0.0.1", 0)

    server = asyncio.run_coroutine_threadsafe(listen(), loop).result()
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        asyncio.run_coroutine_threadsafe(_end(server), loop).result()
        loop.call_soon_threadsafe(loop.stop)


async def _end(server):
    server.close()
    others = asyncio.all_tasks() - {asyncio.current_task()}
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)


async def _join(client, port, line):
    try:
        server = await asyncio.open_connection("127.0.0.1", port)
    except OSError:
        client[1].close()
        return
    there, back = _carry(client[0], server[1], line, 0), _carry(server[0], client[1], line)
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(there, back)


async def _carry(reader, writer, line, weight=1):
    """Bring bytes over the line, each chunk half a round trip after it was sent."""
    sending = asyncio.Queue()

    async def deliver():
        while True:
            due, chunk = await sending.get()
            await asyncio.sleep(due - asyncio.get_running_loop().time())
            if not chunk:
                break
            writer.write(chunk)
            await writer.drain()
        writer.close()

    delivering = asyncio.ensure_future(deliver())
    with contextlib.suppress(ConnectionError):
        while chunk := await reader.read(CHUNK):
            await line.wait_for_room(weight * len(chunk))
            sending.put_nowait((asyncio.get_running_loop().time() + line.delay, chunk))
    sending.put_nowait((asyncio.get_running_loop().time() + line.delay, b""))
    with contextlib.suppress(ConnectionError):
        await delivering
