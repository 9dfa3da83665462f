"""Made-up answers to any form: enough to file a dossier of the demo, as nobody real would."""

from fpdf import FPDF

from services.forms.answering.flow import walk_questions
from services.forms.definition.answers import Answer, Answers
from services.forms.definition.conditions import holds
from services.forms.definition.limits import bounds
from services.forms.definition.measures import size
from services.forms.definition.questions import Form, Kind, Question

PLACE = {"province": "Thanh Hóa", "ward": "Phường Hạc Thành", "street": "Số 1, đường Minh Họa"}
NUMBER = "000090000000"
"""No province has the code 000."""
BY_KIND: dict[str, Answer] = {
    Kind.PERSON_NAME: "Nguyễn Văn Minh Họa",
    Kind.DATE: "2020-05-20",
    Kind.BIRTH_DATE: "1990-05-20",
    Kind.YES_NO: True,
    Kind.EMAIL: "minh-hoa@example.vn",
    Kind.PHONE: "0900000000",
    Kind.IDENTIFICATION: NUMBER,
    Kind.BUSINESS: "0000000000",
    Kind.ADDRESS: PLACE,
}


def answers_to(form: Form, known: Answers) -> tuple[dict[str, Answers], list[str]]:
    """Return answers by step, and the questions of files that need one. `known` goes before what is made up."""
    given: Answers = {}
    papers: list[str] = []
    steps: dict[str, Answers] = {}

    def take(question: Question) -> Answer:
        if question.kind == Kind.FILES and question.required:
            papers.append(question.key)
        value = known.get(question.key) if question.key in known else _made_up(question)
        if value is not None:
            steps[key][question.key] = value
        return value

    for step in form.steps:
        if holds(step.shown_when, given):
            key = step.key
            steps[key] = {}
            list(walk_questions(step.questions, given, take))
    return steps, papers


def _made_up(question: Question) -> Answer:
    if not question.required or question.kind in (Kind.FILES, Kind.INFORMATION):
        return None
    match question.kind:
        case Kind.ONE:
            return question.choices[0].value
        case Kind.MANY:
            return [question.choices[0].value]
        case Kind.NUMBER | Kind.AMOUNT | Kind.MEASURE:
            return _some_size(question)
        case Kind.GROUP:
            made_up = {one.key: _made_up(one) for one in question.questions}
            item: Answers = {key: value for key, value in made_up.items() if value is not None}
            return [item]
    return BY_KIND.get(question.kind, "Minh họa")


def _some_size(question: Question) -> int | str:
    least, _most = bounds(question)
    return max(least, "120.5", key=size) if question.kind == Kind.MEASURE else max(int(least), 1)


def paper(number: int) -> bytes:
    """Return a page that says what it is."""
    sheet = FPDF()
    sheet.add_page()
    sheet.set_font("helvetica", size=20)
    sheet.cell(text=f"BAN MINH HOA {number}")
    return bytes(sheet.output())
