"""Random forms and answers: forms without problems, and what a person or a program may give for answers."""

import unicodedata
from datetime import date
from typing import Any

from django.http import QueryDict
from hypothesis import strategies as st

from services.forms.definition.condition_problems import OPERATORS
from services.forms.definition.conditions import AllOf, AnyOf, Condition, Operator, Test
from services.forms.definition.glyphs import undrawable
from services.forms.definition.problems import problems
from services.forms.definition.provinces import ABROAD, FORMER, PROVINCES
from services.forms.definition.questions import Choice, Form, Kind, Limits, Question, Step

WORDS = ["Nguyễn Văn An", "Sở Xây dựng", "thửa đất số 5", "a", "Đường Lê Lợi", "0", "<b>x</b>", "=1+1", "tờ “khai”"]
BLANKS: list[Any] = ["", "   ", "\u200b", None]
PLAIN = [
    *(Kind.TEXT, Kind.LONG_TEXT, Kind.PERSON_NAME, Kind.NUMBER, Kind.AMOUNT, Kind.MEASURE, Kind.DATE, Kind.YES_NO),
    *(Kind.ONE, Kind.MANY),
]
NUMBERED = [Kind.PHONE, Kind.IDENTIFICATION, Kind.BUSINESS, Kind.EMAIL, Kind.ADDRESS, Kind.BIRTH_DATE]
DRAWN = "".join(sign for sign in map(chr, range(1, 0x2000)) if not undrawable(sign))
"""Signs the slips can show; others are among what is refused."""
CHOICES = tuple(Choice(value, label) for value, label in (("new", "Cấp mới"), ("again", "Cấp lại"), ("end", "Thu hồi")))

GOOD: dict[str, st.SearchStrategy[Any]] = {
    Kind.TEXT: st.sampled_from(WORDS) | st.text(DRAWN, min_size=1, max_size=12),
    Kind.PERSON_NAME: st.sampled_from(["Nguyễn Văn An", "H’Hen Niê", "Y-Bhiăng Niê"]),
    Kind.MEASURE: st.sampled_from(["1250,5", "1.250,5", "1250.5", "0,01", "12", "1.000.000", "1,125000"]),
    Kind.BIRTH_DATE: st.sampled_from(["1999", "1999-03", "3/1999", "1999-03-02"])
    | st.sampled_from([("", "", "1999"), ("", "3", "1999"), ("2", "3", "1999")]).map(
        lambda boxes: dict(zip(("day", "month", "year"), boxes, strict=True))
    ),
    Kind.LONG_TEXT: st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map("\r\n".join),
    Kind.NUMBER: st.integers(-2000, 2_000_000).map(str)
    | st.sampled_from(["1.500", "12 000", "007", "１２", "\u22125"]),
    Kind.AMOUNT: st.integers(0, 10**15).map(str) | st.sampled_from(["1.500.000", "75 000"]),
    Kind.DATE: st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(
        lambda day: {"day": str(day.day), "month": str(day.month), "year": str(day.year)}
    )
    | st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat),
    Kind.YES_NO: st.sampled_from(["yes", "no"]),
    Kind.ONE: st.sampled_from([choice.value for choice in CHOICES]),
    Kind.MANY: st.lists(st.sampled_from([choice.value for choice in CHOICES]), max_size=4),
    Kind.EMAIL: st.sampled_from(["an@example.vn", "  le.thi@example.com "]),
    Kind.PHONE: st.sampled_from(["0912 345 678", "+84912345678", "0237.3852.246", "+49 30 1234567"]),
    Kind.IDENTIFICATION: st.sampled_from(["038099000001", "038 099 000 002", "038199000003"]),
    Kind.BUSINESS: st.sampled_from(["2800123456", "2800123456-001", "2800123456001"]),
    Kind.ADDRESS: st.fixed_dictionaries(
        {
            "province": st.sampled_from([*PROVINCES, ABROAD]),
            "ward": st.sampled_from(["Phường Hạc Thành", "x. nga son"]),
            "street": st.sampled_from(["12 Lê Lợi", "Thôn 3"]),
        }
    ),
    Kind.FILES: st.lists(st.sampled_from(["f1", "f2", "f3"]), max_size=3),
}
"""What people give for answers, as a page posts it: mostly right, spelled in many ways."""

LISTED = st.fixed_dictionaries(
    {
        "province": st.sampled_from(["Thanh Hóa", "Thanh Hoá", ABROAD, FORMER]),
        "ward": st.sampled_from(["Phường Hạc Thành", "x. nga son"]),
        "street": st.sampled_from(["12 Lê Lợi", "Thôn 3"]),
    }
)
"""Addresses of a question that checks the ward."""

BAD: dict[str, list[Any]] = {
    Kind.TEXT: ["x" * 201, "\x00", "y" * 100_000, "chữ 𠮷", "🏠"],
    Kind.PERSON_NAME: ["A1", "<b>An</b>", "A", "An 𠮷"],
    Kind.MEASURE: ["1.250", "1,250", "-1", "một", "1e5", "9" * 30],
    Kind.BIRTH_DATE: ["2199", "1850", {"day": "2", "month": "", "year": "1945"}, "hôm qua"],
    Kind.LONG_TEXT: ["x" * 5001],
    Kind.NUMBER: ["1,5", "một", "9" * 50, "1.50", "10" + "0" * 15, "--1"],
    Kind.AMOUNT: ["-1", "1.5", "5 đồng", "٣"],
    Kind.DATE: [
        {"day": "31", "month": "2", "year": "2020"},
        {"day": "1", "month": "", "year": "2020"},
        "today",
        "2020-13-01",
    ],
    Kind.YES_NO: ["maybe", "1"],
    Kind.ONE: ["other", "Cấp mới"],
    Kind.MANY: [["new", "other"], ["\x00x"]],
    Kind.EMAIL: ["an", "an@", "an @example.vn"],
    Kind.PHONE: ["12345", "0912 345 67a", "+1"],
    Kind.IDENTIFICATION: ["12345678901", "03809900000a", "1" * 400],
    Kind.BUSINESS: ["280012345", "2800123456-01"],
    Kind.ADDRESS: [
        {"province": "Thanh Hóa", "ward": "", "street": "x"},
        {"province": "Hà Tây", "ward": "a", "street": "b"},
    ],
    Kind.FILES: [["f"] * 2 + [f"g{number}" for number in range(20)]],
}
"""What is refused, as a page may post it."""

_STORED: dict[str, list[Any]] = {
    Kind.TEXT: ["a", "0"],
    Kind.LONG_TEXT: ["a"],
    Kind.NUMBER: [0, 5, 1500],
    Kind.AMOUNT: [0, 75000],
    Kind.PERSON_NAME: ["Nguyễn Văn An"],
    Kind.MEASURE: ["0", "1250.5", "1.1250"],
    Kind.DATE: ["2000-01-01", "2026-11-22"],
    Kind.BIRTH_DATE: ["1945", "1990-05-31"],
    Kind.YES_NO: [True, False],
    Kind.ONE: ["new", "again", "end"],
    Kind.MANY: ["new", "again", "end"],
    Kind.EMAIL: ["an@example.vn"],
    Kind.PHONE: ["0912345678"],
    Kind.IDENTIFICATION: ["038099000001"],
    Kind.BUSINESS: ["2800123456"],
}


@st.composite
def forms(draw: st.DrawFn, *, kinds: list[Kind] | None = None) -> Form:
    """A form of up to three steps that has no problems."""
    names = (f"q{number}" for number in range(1000))
    earlier: list[Question] = []
    steps = []
    for number in range(draw(st.integers(1, 3))):
        when = draw(_conditions(earlier))
        questions = tuple(_question(draw, next(names), names, earlier, kinds) for _ in range(draw(st.integers(1, 4))))
        steps.append(Step(f"s{number}", f"Bước {number}", "", when, questions))
    form = Form(tuple(steps))
    if problems(form):  # a condition nobody can meet, or a page of information only
        return Form((Step("s0", "Bước", questions=(Question("only", Kind.TEXT.value, "Câu hỏi"),)),))
    return form


def raw_answers(form: Form, *, good: int = 6) -> st.SearchStrategy[dict[str, Any]]:
    """Answers as a page posts them; of `good` + 2 about `good` are right, one is missing and one wrong."""
    return st.fixed_dictionaries(
        {}, optional={each.key: _raw(each, good) for each in form.questions() if _answered(each)}
    )


def right_answers(form: Form) -> st.SearchStrategy[dict[str, Any]]:
    """Answers to every question, each right by itself."""
    return st.fixed_dictionaries({each.key: _raw(each, 0) for each in form.questions() if _answered(each)})


def posted(step: Step, raw: dict[str, Any]) -> QueryDict:
    """The answers to a step as a browser posts them."""
    data = QueryDict(mutable=True)
    for question in step.questions:
        if _answered(question) and question.kind != Kind.FILES:
            _post(data, question, question.key, raw.get(question.key))
    return data


def _post(data: QueryDict, question: Question, name: str, value: Any) -> None:
    match question.kind, value:
        case _, None:
            return
        case Kind.GROUP, list():
            data[f"{name}-count"] = str(len(value))
            for number, item in enumerate(value):
                for inner in question.questions:
                    _post(data, inner, f"{name}-{number}-{inner.key}", item.get(inner.key))
        case _, list():
            data.setlist(name, value)
        case Kind.ADDRESS, dict():
            data.update({f"{name}-{part}": text for part, text in value.items()})
        case Kind.DATE | Kind.BIRTH_DATE, dict():
            data.update({f"{name}_{part}": text for part, text in value.items()})
        case _:
            data[name] = value


def _answered(question: Question) -> bool:
    return question.kind != Kind.INFORMATION


def _raw(question: Question, good: int) -> st.SearchStrategy[Any]:
    if question.kind == Kind.GROUP:
        inner = {each.key: _raw(each, good) for each in question.questions if _answered(each)}
        whole = st.fixed_dictionaries(inner) if not good else st.fixed_dictionaries({}, optional=inner)
        return st.lists(whole, min_size=0 if good else 1, max_size=3)
    right = (LISTED if question.ward_list else GOOD[question.kind]).map(_decomposed_at_times)
    if not good:
        return right
    none = [[]] if question.kind in (Kind.MANY, Kind.FILES) else BLANKS
    return st.one_of(*[right] * good, st.sampled_from(none), st.sampled_from(BAD[question.kind]))


def _decomposed_at_times(value: Any) -> Any:
    """Some keyboards write letters and marks apart."""
    return unicodedata.normalize("NFD", value) if isinstance(value, str) and len(value) % 2 else value


def _question(draw: st.DrawFn, key: str, names: Any, earlier: list[Question], kinds: list[Kind] | None) -> Question:
    kind = draw(st.sampled_from(kinds or [*PLAIN, *NUMBERED, *PLAIN, Kind.GROUP, Kind.FILES, Kind.INFORMATION]))
    inner: list[Question] = []
    if kind == Kind.GROUP:
        before = list(earlier)
        plain = [each for each in (kinds or [*PLAIN, *NUMBERED]) if each not in (Kind.GROUP, Kind.FILES)]
        inner = [_question(draw, next(names), names, before, plain) for _ in range(draw(st.integers(1, 3)))]
    question = Question(
        key=key,
        kind=kind.value,
        label=f"Câu hỏi {key}",
        hint=draw(st.sampled_from(["", "Ghi như trên giấy tờ."])),
        required=draw(st.booleans()),
        limits=draw(_limits(kind)),
        unit="m2" if kind == Kind.MEASURE else "",
        ward_list=draw(st.sampled_from(["", "2025-07-01"])) if kind == Kind.ADDRESS else "",
        choices=CHOICES if kind in (Kind.ONE, Kind.MANY) else (),
        shown_when=draw(_conditions(earlier)),
        sensitive=draw(st.booleans()),
        questions=tuple(inner),
    )
    earlier.append(question)
    return question


def _limits(kind: Kind) -> st.SearchStrategy[Limits]:
    some: dict[str, list[Limits]] = {
        Kind.TEXT: [Limits(2, 20), Limits(most=9)],
        Kind.NUMBER: [Limits(0, 100), Limits(least=-5)],
        Kind.AMOUNT: [Limits(1000, None)],
        Kind.MEASURE: [Limits("0.01", "5000"), Limits(most="1000000")],
        Kind.DATE: [Limits(most="2030-01-01"), Limits("2000-01-01", None), Limits(most="today")],
        Kind.MANY: [Limits(most=2), Limits(2, None)],
        Kind.FILES: [Limits(most=2)],
        Kind.GROUP: [Limits(2, 3), Limits(most=1)],
    }
    return st.sampled_from([Limits(), Limits(), *some.get(kind, [])])


@st.composite
def _conditions(draw: st.DrawFn, earlier: list[Question]) -> Condition | None:
    """Mostly none; else one comparison or a few joined."""
    comparable = [question for question in earlier if question.kind in OPERATORS]
    if not comparable or draw(st.integers(0, 2)) == 0:
        return None
    tests = [_test(draw, comparable) for _ in range(draw(st.integers(1, 2)))]
    joined = draw(st.sampled_from([AllOf, AnyOf]))(tuple(tests))
    return tests[0] if len(tests) == 1 else joined


def _test(draw: st.DrawFn, comparable: list[Question]) -> Test:
    question = draw(st.sampled_from(comparable))
    operator = draw(st.sampled_from(sorted(OPERATORS[question.kind])))
    value = draw(st.sampled_from(_STORED[question.kind]))
    return Test(question.key, Operator(operator).value, value)
