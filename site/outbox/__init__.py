"""What is to be delivered later: written with the business it belongs to, delivered by one worker."""


class Undeliverable(Exception):
    """Raised by a handler when no further attempt can help (the row is gone, the address is refused for good)."""


class ChannelDown(Exception):
    """Raised by a handler when what it sends through does not answer at all: the next message would fail as well."""
