"""Days off and make-up days: facts with their sources, among them days that are not confirmed yet."""

from datetime import date

from core.models import Holiday
from home.demo.content import read
from home.demo.saving import add


def load_holidays() -> None:
    """Every day that is not in the calendar yet; what an editor changed stays."""
    known = set(Holiday.objects.values_list("date", flat=True))
    for record in read("holidays"):
        on = date.fromisoformat(record["date"])
        if on not in known:
            values = {name: record[name] for name in ("kind", "name", "status", "source")}
            add(Holiday(date=on, **values, **record["english"]))
