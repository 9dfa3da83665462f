"""How often Python looks for garbage during the tests.

What the collection of tests leaves (thousands of tests, every module of ours and of the libraries) stays to the end of
the run. Looking it over again and again took a third of a test's time; what a test itself leaves is little.
"""

import gc

THRESHOLDS = (50_000, 20, 50)
"""New objects between two looks at the youngest; looks at one generation between two at the next older."""


def pytest_configure() -> None:
    """Look for none while the tests are collected."""
    gc.disable()


def pytest_collection_finish() -> None:
    """From now on, leave out of every look what is there already."""
    gc.freeze()
    gc.set_threshold(*THRESHOLDS)
    gc.enable()
