"""How large and how many files may be, in one place."""

MEGABYTE = 1024 * 1024

LARGEST_FILE = 10 * MEGABYTE
LARGEST_TOGETHER = 60 * MEGABYTE
MOST_FILES = 20
"""Of one filing or of one reply: what was handed in before does not count against a reply."""

LONGEST_NAME = 120
MOST_PIXELS = 100_000_000
"""Twice what the cameras of common phones give; a decoder needs four bytes for each."""
