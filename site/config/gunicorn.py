"""How gunicorn serves the portal, the demo and production alike: `gunicorn --config site/config/gunicorn.py`."""

import os
from pathlib import Path

SOURCE_ROOT = Path(__file__).resolve().parents[1]
"""The folder site/; absolute, since a relative path fails from any other folder."""

wsgi_app = "config.wsgi"
chdir = str(SOURCE_ROOT.parent)
pythonpath = str(SOURCE_ROOT)
bind = os.environ.get("BIND", "127.0.0.1:8000")
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
keepalive = 75
"""Seconds an open connection may be silent: longer than nginx (60) and clients keep theirs, so that they close first. A
request on a connection that is being closed ends without an answer (docs/decisions/0088-connections-stay-open.md)."""
max_requests = 5_000
max_requests_jitter = 500
control_socket_disable = True
