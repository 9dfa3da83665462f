"""Says plainly that a port is taken, before anything is prepared for it.

Usage: python .ci/check_port.py 8000
"""

import socket
import sys


def main(port: int) -> None:
    """End with a reason when nobody can listen on 127.0.0.1:`port`."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise SystemExit(
                f"✗ Không mở được cổng {port} ({error.strerror}). Dùng cổng khác: make run PORT={port + 1}\n"
                f"  Port {port} cannot be opened. Take another one: make run PORT={port + 1}"
            ) from error


if __name__ == "__main__":
    main(int(sys.argv[1]))
