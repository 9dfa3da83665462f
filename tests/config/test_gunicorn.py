"""How gunicorn is set up."""

import runpy
from pathlib import Path

CONFIG = runpy.run_path(str(Path(__file__).resolve().parents[2] / "site" / "config" / "gunicorn.py"))
NGINX_KEEPS = 60
"""Seconds nginx keeps an open connection to the portal, unless told otherwise."""


def test_whoever_asks_closes_an_open_connection_first():
    """A request that meets the portal closing it would end without an answer."""
    assert CONFIG["keepalive"] > NGINX_KEEPS
