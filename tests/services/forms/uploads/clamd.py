"""A scanner for tests: speaks clamd's INSTREAM on a real socket and finds the word VIRUS."""

import socket
import struct
import threading
from contextlib import contextmanager, suppress

MARK = b"VIRUS"


class Clamd:
    """Answers as told: `verdict`, `garbage`, `silence` or `hang up`; remembers what it was sent."""

    def __init__(self, listener: socket.socket, mood: str) -> None:
        self.listener, self.mood = listener, mood
        self.received: list[bytes] = []
        self.thread = threading.Thread(target=self.serve, daemon=True)
        self.over = threading.Event()

    def serve(self) -> None:
        while not self.over.is_set():
            try:
                connection, _address = self.listener.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                self.talk(connection)

    def talk(self, connection: socket.socket) -> None:
        if self.mood == "hang up":
            return
        with connection.makefile("rb") as stream:
            command = b""
            while not command.endswith(b"\0"):
                command += stream.read(1)
            if command == b"zPING\0":
                connection.sendall(b"PONG\0" if self.mood == "verdict" else b"?\0")
                return
            assert command == b"zINSTREAM\0"
            data = b""
            while size := struct.unpack(">I", stream.read(4))[0]:
                data += stream.read(size)
        self.received.append(data)
        if self.mood == "silence":
            self.over.wait(10)
        elif self.mood == "garbage":
            connection.sendall(b"INSTREAM size limit exceeded. ERROR\0")
        elif MARK in data:
            connection.sendall(b"stream: Eicar-Signature FOUND\0")
        else:
            connection.sendall(b"stream: ")
            connection.sendall(b"OK\0")


@contextmanager
def clamd(mood: str = "verdict", path: str = ""):
    """The scanner and the address it listens at."""
    if path:
        listener = socket.socket(socket.AF_UNIX)
        listener.bind(path)
        address = f"unix:{path}"
    else:
        listener = socket.socket()
        listener.bind(("127.0.0.1", 0))
        address = f"tcp://127.0.0.1:{listener.getsockname()[1]}"
    listener.listen()
    server = Clamd(listener, mood)
    server.thread.start()
    try:
        yield server, address
    finally:
        server.over.set()
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        server.thread.join(10)
