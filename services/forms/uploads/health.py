"""Health of what uploads stand on: room for files, a scanner that answers."""

import os
import shutil

from django.conf import settings

from core.health import MEGABYTE, Finding
from services.forms.uploads import scanner, storage


def room() -> Finding:
    """Return whether files can be written and how much room there is."""
    storage.root().mkdir(mode=0o700, parents=True, exist_ok=True)
    free = shutil.disk_usage(storage.root()).free // MEGABYTE
    can_write = os.access(storage.root(), os.W_OK | os.X_OK)
    return Finding(can_write and free >= settings.HEALTH_MIN_FREE_MEGABYTES, {"free_megabytes": free})


def virus_scanner() -> Finding:
    """Return whether the scanner answers; in order as well where none is wanted."""
    wanted = scanner.is_wanted()
    return Finding(not wanted or scanner.answers(), {"wanted": wanted})
