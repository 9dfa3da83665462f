"""What Django reads of a language: dates and times are typed in the same way in both."""

from config.formats.typed import (  # noqa: F401 (read by Django, by name)
    DATE_INPUT_FORMATS,
    DATETIME_INPUT_FORMATS,
    FIRST_DAY_OF_WEEK,
    TIME_INPUT_FORMATS,
)
