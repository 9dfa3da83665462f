"""What an editor is told before a form is published."""

from dataclasses import replace

import pytest

from services.forms.definition.conditions import AllOf, AnyOf
from services.forms.definition.conditions import Test as Compare
from services.forms.definition.problems import problems
from services.forms.definition.questions import Choice, Form, Kind, Limits, Step
from tests.services.forms.samples import CASES, FAMILY, form, question

CASE = question("case", Kind.ONE, "Trường hợp", choices=CASES)
MANY = question("many", Kind.MANY, "Giấy tờ", choices=CASES)
AREA = question("area", Kind.NUMBER, "Diện tích", limits=Limits(0, 100))
DAY = question("day", Kind.DATE, "Ngày")
AGREED = question("agreed", Kind.YES_NO, "Đồng ý")
NAME = question("name", label="Họ và tên")
CHILD = question("child", Kind.GROUP, "Con", questions=(question("child_name"),))
PAPER = question("paper-0a1b2c3d", Kind.FILES, "Giấy khai sinh", document="0a1b2c3d-0000")
EARLIER = (CASE, MANY, AREA, DAY, AGREED, NAME, CHILD, PAPER)


def when(condition):
    """A form with one of everything, and a last question asked on that condition."""
    return form(*EARLIER, question("last", label="Câu cuối", shown_when=condition))


def test_a_sound_form_has_no_problems():
    assert problems(FAMILY) == []
    assert problems(when(None)) == []


@pytest.mark.parametrize(
    "condition",
    [
        Compare("case", "is", "new"),
        Compare("case", "is_not", "again"),
        Compare("many", "contains", "new"),
        Compare("area", "at_least", 100),
        Compare("day", "at_most", "2026-11-20"),
        Compare("agreed", "is", False),
        Compare("name", "contains", "An"),
        Compare("name", "is", "Nguyễn Văn An"),
        AllOf((Compare("case", "is", "new"), Compare("area", "at_least", 1))),
        AnyOf((Compare("case", "is", "new"), Compare("case", "is", "again"))),
    ],
)
def test_a_condition_that_fits_is_no_problem(condition):
    assert problems(when(condition)) == []


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Compare("unknown", "is", 1), "unknown"),
        (Compare("last", "is", "x"), "câu hỏi “Câu cuối” hỏi sau điều kiện dùng nó"),
        (Compare("", "is", "x"), "chưa chọn câu hỏi"),
        (Compare("case", "is", ""), "“Trường hợp” chưa có giá trị"),
        (Compare("child_name", "is", "x"), "child_name"),
        (Compare("case", "is", "gone"), "gone"),
        (Compare("case", "contains", "new"), "Trường hợp"),
        (Compare("case", "nonsense", "new"), "nonsense"),
        (Compare("many", "is", "new"), "Giấy tờ"),
        (Compare("many", "contains", "gone"), "gone"),
        (Compare("area", "is", 101), "101"),
        (Compare("area", "is", "5"), "5"),
        (Compare("area", "contains", 5), "Diện tích"),
        (Compare("agreed", "is", 1), "1"),
        (Compare("agreed", "is", "yes"), "yes"),
        (Compare("day", "at_least", "20/11/2026"), "20/11/2026"),
        (Compare("name", "at_least", "a"), "Họ và tên"),
        (Compare("name", "contains", ""), "Họ và tên"),
        (Compare("child", "is", "x"), "Con"),
        (Compare("paper-0a1b2c3d", "is", "x"), "Giấy khai sinh"),
        (AllOf(()), "Câu cuối"),
        (AllOf((AnyOf(()), Compare("case", "is", "new"))), "Câu cuối"),
        (AllOf((Compare("case", "is", "new"), Compare("case", "is", "again"))), "Câu cuối"),
        (AllOf((Compare("case", "is", "new"), Compare("case", "is_not", "new"))), "Câu cuối"),
    ],
)
def test_a_condition_that_does_not_fit_is_told_with_its_place(condition, said):
    (told,) = problems(when(condition))
    assert said in told
    assert "Câu cuối" in told


def test_what_hangs_on_something_never_asked_is_told():
    never = question("never", shown_when=AllOf((Compare("case", "is", "new"), Compare("case", "is", "again"))))
    after = question("after", label="Câu sau", shown_when=Compare("never", "is", "x"))
    assert any("Câu sau" in told for told in problems(form(CASE, never, after)))
    fine = question("fine", label="Câu được", shown_when=Compare("never", "is_not", "x"))
    assert not any("Câu được" in told for told in problems(form(CASE, never, fine)))


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (replace(NAME, key="Họ tên"), "Họ tên"),
        (replace(NAME, key=""), "Họ và tên"),
        (replace(NAME, key="x" * 61), "60"),
        (replace(NAME, key="paper-0a1b2c3d"), "paper-0a1b2c3d"),
        (replace(NAME, key="revision"), "revision"),
        (replace(NAME, label=" "), "name"),
        (replace(NAME, kind="colour"), "colour"),
        (replace(NAME, choices=CASES), "Họ và tên"),
        (replace(NAME, limits=Limits(5, 2)), "Họ và tên"),
        (replace(NAME, limits=Limits(most=201)), "200"),
        (replace(NAME, limits=Limits("a", None)), "Họ và tên"),
        (replace(NAME, limits=Limits(most=0)), "Họ và tên"),
        (replace(NAME, questions=(CASE,)), "Họ và tên"),
        (replace(NAME, document="x"), "Họ và tên"),
        (replace(NAME, prefill="shoe_size"), "shoe_size"),
        (replace(CHILD, questions=tuple(question(f"q{n}", Kind.ADDRESS) for n in range(16))), "Trang"),
        (replace(AGREED, limits=Limits(1)), "Đồng ý"),
        (replace(DAY, limits=Limits(1990)), "Ngày"),
        (replace(DAY, limits=Limits("2020-02-30")), "Ngày"),
        (replace(DAY, limits=Limits("1700-01-01")), "1800"),
        (replace(CASE, choices=()), "Trường hợp"),
        (replace(CASE, choices=(CASES[0], CASES[0])), "new"),
        (replace(CASE, choices=(Choice("new", " "), CASES[1])), "Trường hợp"),
        (replace(CASE, choices=(Choice("mới", "Mới"), CASES[1])), "mới"),
        (replace(MANY, limits=Limits(3)), "Giấy tờ"),
        (replace(CHILD, questions=()), "Con"),
        (replace(CHILD, questions=(PAPER,)), "Giấy khai sinh"),
        (replace(CHILD, questions=(CHILD,)), "Con"),
        (replace(CHILD, limits=Limits(most=21)), "20"),
        (replace(CHILD, questions=(replace(CASE, choices=()),)), "Trường hợp"),
    ],
)
def test_a_broken_question_is_told_with_its_place(broken, said):
    told = problems(form(broken))
    assert told
    assert any(said in sentence for sentence in told)


@pytest.mark.parametrize("kind", [*Kind, "colour"])
@pytest.mark.parametrize("limits", [Limits("x", "y"), Limits(1.5, None), Limits(True, 3), Limits(9, 1)])
@pytest.mark.parametrize(
    "condition", [Compare("case", "is", []), Compare("area", "is", {}), Compare("day", "is", None)]
)
def test_whatever_is_broken_is_told_and_nothing_stumbles(kind, limits, condition):
    broken = replace(NAME, kind=kind, limits=limits, choices=CASES, shown_when=condition, questions=(NAME, CHILD))
    assert len(problems(form(CASE, AREA, DAY, broken))) >= 2


def test_keys_are_unique_in_the_whole_form_groups_included():
    assert any("child_name" in told for told in problems(form(CHILD, question("child_name"))))
    two = Form((Step("a", "Một", questions=(NAME,)), Step("a", "Hai", questions=(CASE,))))
    assert len(problems(two)) == 1


def test_a_key_may_not_be_the_name_of_a_box_of_a_date():
    assert any("day_month" in told for told in problems(form(DAY, question("day_month"))))


def test_a_paper_the_service_no_longer_asks_for_is_told():
    assert problems(form(PAPER), documents={"0a1b2c3d-0000"}) == []
    assert "Giấy khai sinh" in problems(form(PAPER), documents=set())[0]


def test_an_empty_form_and_endless_ones_are_told():
    assert problems(Form())
    assert problems(Form((Step("a", "Trống"),)))
    assert problems(form(*(question(f"q{number}") for number in range(41))))
    assert problems(Form(tuple(Step(f"s{number}", "x", questions=(question(f"q{number}"),)) for number in range(31))))


def test_a_step_may_be_asked_on_a_condition_of_an_earlier_step_only():
    later = Step("b", "Sau", shown_when=Compare("case", "is", "new"), questions=(NAME,))
    assert problems(Form((Step("a", "Trước", questions=(CASE,)), later))) == []
    assert "Sau" in problems(Form((later, Step("a", "Trước", questions=(CASE,)))))[0]
