"""What of a changed record goes into a page by itself: whatever its editors had left as the record said it before."""

from collections.abc import Iterable

from services.national.comparing.differences import Difference, diff
from services.national.facts import ProcedureFacts


def news(page: ProcedureFacts, before: ProcedureFacts, now: ProcedureFacts) -> list[Difference]:
    """Return the differences between page and record that the record made since it was read before, and that meet
    nothing the editors had made their own. The others are theirs to decide.
    """
    earlier = diff(page, before)
    known = {(one.place, one.digest) for one in earlier}
    own_fields = {one.part for one in earlier if one.our_place is None and ":" not in one.place}
    own_rows = {(one.part, one.our_place) for one in earlier if one.our_place is not None}
    return [
        one
        for one in diff(page, now)
        if (one.place, one.digest) not in known
        and one.part not in own_fields
        and (one.part, one.our_place) not in own_rows
    ]


def undecided(differences: Iterable[Difference], kept: Iterable[tuple[str, str]]) -> list[Difference]:
    """Return the differences that nobody has kept, by the places and digests that were."""
    kept = set(kept)
    return [one for one in differences if (one.place, one.digest) not in kept]
