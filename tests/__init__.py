"""The tests; a package, so that no other package's `tests` can take its name."""
