#!/usr/bin/env python
"""Run a management command; puts the source root site/ on the import path first."""

import os
import sys
from pathlib import Path


def main() -> None:
    """Run the command line with the settings named by DJANGO_SETTINGS_MODULE (default: demo)."""
    sys.path.insert(0, str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.demo")
    try:
        from django.core.management import execute_from_command_line  # noqa: PLC0415 (it may be missing)
    except ImportError as error:
        raise SystemExit(
            "Django chưa được cài trong môi trường này. Chạy: make run (hoặc make test), "
            "rồi dùng .venv/bin/python manage.py …"
        ) from error
    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
