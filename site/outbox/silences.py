"""Which faults say that a channel itself does not answer, and not that it refused one message."""

import errno
import smtplib
import socket
import ssl

from outbox import ChannelDown

_UNREACHABLE = frozenset({errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EHOSTDOWN, errno.ENETDOWN})
_SERVER_CLOSES = 421
"""SMTP: the server goes away, whatever the mail was (RFC 5321, 3.8)."""
_NO_SERVER = (
    smtplib.SMTPServerDisconnected,
    smtplib.SMTPConnectError,
    smtplib.SMTPHeloError,
    smtplib.SMTPAuthenticationError,
)


def is_silence(error: BaseException) -> bool:
    """Return whether the next message through the same channel would most likely fail in the same way."""
    if isinstance(error, smtplib.SMTPException):
        return isinstance(error, _NO_SERVER) or getattr(error, "smtp_code", None) == _SERVER_CLOSES
    if isinstance(error, (ChannelDown, ConnectionError, TimeoutError, socket.gaierror, ssl.SSLError)):
        return True
    return isinstance(error, OSError) and error.errno in _UNREACHABLE
