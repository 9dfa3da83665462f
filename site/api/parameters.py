"""Query parameters: read strictly, so that a wrong value is an answer of 400 and never a guess or a fault."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time

from django.http import QueryDict
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from api.problems import Invalid, Unknown

DIGITS = re.compile(r"[0-9]{1,18}", re.ASCII)
BIGGEST_ID = 2**31 - 1
BOOLEANS = {"true": True, "1": True, "false": False, "0": False}
MAX_LENGTH = 2000
"""Characters the values of one parameter may have together."""


@dataclass(frozen=True)
class Parameter:
    """One parameter with the values it was given, in their order; none of them is empty."""

    name: str
    values: tuple[str, ...]

    def refuse(self, message: str) -> Invalid:
        """Return the error to raise when the value is wrong."""
        return Invalid(self.name, message)

    def text(self) -> str:
        """Return the value of a parameter that is given once."""
        if len(self.values) > 1:
            raise self.refuse("may be given only once")
        return self.values[0]

    def texts(self) -> list[str]:
        """Return the values of a parameter that may be repeated, or hold several values with commas between."""
        found = [part.strip() for value in self.values for part in value.split(",")]
        if not all(found):
            raise self.refuse("has an empty value between its commas")
        return list(dict.fromkeys(found))

    def choices(self, allowed: Collection[str]) -> list[str]:
        """Return values that all belong to a closed list."""
        found = self.texts()
        if not set(found) <= set(allowed):
            raise self.refuse(f"must be one of {', '.join(sorted(allowed))}")
        return found

    def choice(self, allowed: Collection[str]) -> str:
        """Return the one value, out of a closed list."""
        if self.text() not in allowed:
            raise self.refuse(f"must be one of {', '.join(sorted(allowed))}")
        return self.text()

    def number(self, lowest: int, highest: int) -> int:
        """Return a whole number between the two, in plain digits."""
        value = self.text()
        if not DIGITS.fullmatch(value) or not lowest <= int(value) <= highest:
            raise self.refuse(f"must be a whole number from {lowest} to {highest}")
        return int(value)

    def boolean(self) -> bool:
        """Return True or false."""
        return BOOLEANS[self.choice(BOOLEANS)]

    def moment(self) -> datetime:
        """Return an ISO 8601 date-time (or date: its first second); without an offset it is the time of Việt Nam."""
        value = self.text()
        try:
            found = parse_datetime(value)
            day = None if found else parse_date(value)
            if day:
                found = datetime.combine(day, time.min)
            if not found:
                raise ValueError
            return (found if timezone.is_aware(found) else timezone.make_aware(found)).astimezone(UTC)
        except (ValueError, OverflowError) as error:
            hint = "must be an ISO 8601 date-time such as 2026-07-18T08:00:00+07:00 (in an address, write + as %2B)"
            raise self.refuse(hint) from error


def read(query: QueryDict, known: Iterable[str]) -> dict[str, Parameter]:
    """Return the parameters of a request; raises for one that is unknown, empty, or longer than any real value."""
    allowed = sorted(set(known))
    unknown = sorted(set(query) - set(allowed))
    if unknown:
        raise Unknown([name[:60] for name in unknown[:10]], allowed)
    parameters = {name: Parameter(name, tuple(values)) for name, values in query.lists()}
    for parameter in parameters.values():
        if not all(value.strip() for value in parameter.values):
            raise parameter.refuse("has no value")
        if sum(map(len, parameter.values)) > MAX_LENGTH:
            raise parameter.refuse(f"may have at most {MAX_LENGTH} characters")
    return parameters
