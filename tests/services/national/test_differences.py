"""Rows are matched by what they are; a changed record changes what it changed, and nothing editors made their own."""

import pytest

from services.national.comparing.differences import Found, diff
from services.national.comparing.merging import news, undecided
from services.national.comparing.words import in_a_line, name_of, told
from services.national.facts import FactRow, ProcedureFacts
from services.national.mapping.procedure import map_record
from tests.services.national.made_up import made_up


def record_facts(code="9.000001", **changes):
    return map_record(made_up(code, **changes)).facts


def as_page(facts, **rows):
    """The same facts as a page tells them: every row has a place, and some rows are others."""
    own = {kind: [dict(row.values) for row in found] for kind, found in facts.rows.items()} | rows
    placed = {
        kind: tuple(FactRow(kind, values, place) for place, values in enumerate(found)) for kind, found in own.items()
    }
    return ProcedureFacts(dict(facts.fields), placed)


def changed(kind, place, **values):
    """A record whose row of that kind says something else."""
    facts = record_facts()
    rows = list(facts.rows[kind])
    rows[place] = FactRow(kind, {**rows[place].values, **values})
    return ProcedureFacts(facts.fields, {**facts.rows, kind: tuple(rows)})


def test_equal_facts_differ_in_nothing_whatever_their_order():
    facts = record_facts()
    turned = {
        kind: [dict(row.values) for row in reversed(rows)] for kind, rows in facts.rows.items() if kind != "steps"
    }
    assert diff(as_page(facts, **turned), facts) == []


@pytest.mark.parametrize(
    ("kind", "place", "values"),
    [
        ("durations", 1, {"value": 3}),
        ("documents", 0, {"originals": 2}),
        ("documents", 3, {"template_files": "moi.docx"}),
        ("fees", 0, {"amount": 60_000}),
        ("results", 0, {"name": "Giấy xác nhận thử, bản mới"}),
    ],
)
def test_a_changed_row_is_the_one_difference_and_says_which(kind, place, values):
    (found,) = diff(as_page(record_facts()), changed(kind, place, **values))
    assert (found.part, found.found, found.our_place) == (kind, Found.BOTH, place)
    assert told(found.ours) != told(found.theirs)
    assert name_of(found) in in_a_line(found)


def test_a_row_of_one_side_alone_is_told_as_such():
    facts = record_facts()
    papers = [dict(row.values) for row in facts.rows["documents"]]
    papers[1]["name"] = "Ảnh chân dung cỡ 4x6"
    found = diff(as_page(facts, documents=papers), facts)
    assert [(one.part, one.found) for one in found] == [
        ("documents", Found.OURS_ALONE),
        ("documents", Found.THEIRS_ALONE),
    ]


def test_a_slip_of_the_pen_in_a_name_is_one_changed_row():
    (found,) = diff(as_page(record_facts()), changed("documents", 3, name="Giấy uỷ quyềnn"))
    assert found.found is Found.BOTH


def test_a_page_may_tell_cases_the_record_does_not_know_and_keep_its_own_wording():
    facts = record_facts()
    limits = [dict(row.values) for row in facts.rows["durations"]]
    more = [{**limit, "case": "Xã miền núi", "value": 15} for limit in limits]
    reworded = as_page(facts, durations=[*limits, *more], steps=[{"heading": "", "text": "Nộp rồi nhận."}])
    (steps,) = diff(reworded, facts)
    assert (steps.part, steps.is_offered) == ("steps", True)


def test_what_the_record_leaves_blank_says_nothing_against_the_page():
    said = record_facts(procedureProposal=None, returningMethods=[], categoriesDetails=[])
    assert diff(as_page(record_facts()), said) == []


def test_news_go_into_a_page_that_had_agreed_and_leave_what_editors_made_their_own():
    before, now = record_facts(), changed("durations", 1, value=3)
    assert [one.part for one in news(as_page(before), before, now)] == ["durations"]
    limits = [dict(row.values) for row in before.rows["durations"]]
    limits[1]["value"] = 4
    assert news(as_page(before, durations=limits), before, now) == []
    limits[1]["value"], limits[2]["value"] = 5, 9
    assert [one.our_place for one in news(as_page(before, durations=limits), before, now)] == [1]


def test_a_kept_difference_is_asked_again_only_when_the_record_says_something_else():
    page = as_page(record_facts())
    (first,) = diff(page, changed("durations", 1, value=3))
    kept = [(first.place, first.digest)]
    assert undecided(diff(page, changed("durations", 1, value=3)), kept) == []
    assert undecided(diff(page, changed("durations", 1, value=2)), kept)
