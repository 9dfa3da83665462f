"""Which case are you? Asked once where papers, fees or time limits depend on it; the address carries the answer on."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext, ngettext, pgettext

from services.rules.case_questions import MOST, CaseGrouping, answer_value, case_questions, fitting_cases
from services.rules.cases import Row, find_case, named_cases, rows_for

FEW = 6
"""Up to this many cases stand open on the page; more are folded away."""
IN_EVERY_LANGUAGE = "case"
"""The name of the parameter that is understood whatever the language of the page: links cross languages."""
ASKED_FROM = "case"
"""Where on the page the question stands."""


@dataclass(frozen=True)
class CaseOption:
    """One case, with its value in the address. `papers` says how many it needs, "" where that does not depend on it."""

    value: str
    text: str
    is_chosen: bool
    papers: str = ""


@dataclass(frozen=True)
class AnswerOption:
    """One answer to a question, with its value in the address."""

    value: str
    text: str
    is_given: bool
    papers: str = ""


@dataclass(frozen=True)
class AskedQuestion:
    """A question by which the case is found; `name` is its parameter in the address."""

    name: str
    text: str
    answers: list[AnswerOption]
    is_unknown: bool
    """Whether the reader said that they do not know."""

    @property
    def is_long(self) -> bool:
        """Whether its answers would push the page away where each stands in the open."""
        return len(self.answers) > FEW


@dataclass(frozen=True)
class CaseChoice:
    """The question with its answer: the key and the name of a case, "" while every case is shown. `is_unknown` warns of
    a wrong answer, `fits` are the cases left by answers to the `questions`: none of them, or several to choose from;
    None while nothing was answered. `noun` is what the service calls its cases, `change_url` where the question stands
    open again.
    """

    parameter: str
    options: list[CaseOption]
    key: str
    chosen: str
    is_unknown: bool
    noun: str
    change_url: str
    questions: list[AskedQuestion] = field(default_factory=list)
    fits: list[CaseOption] | None = None

    @property
    def only_question(self) -> str:
        """The one question that is asked, which then heads the place; "" where none or several are."""
        return self.questions[0].text if len(self.questions) == 1 and not self.fits else ""

    @property
    def is_open(self) -> bool:
        """Whether the list of all cases stands open: where there are few and nothing is asked, or answers fit none."""
        return not self.fits and (self.fits is not None or (not self.questions and len(self.options) <= FEW))

    @property
    def is_folded(self) -> bool:
        """Whether that list waits to be unfolded."""
        return not self.fits and not self.is_open


def case_choice(
    cases: Mapping[str, str],
    request: HttpRequest | None,
    grouping: CaseGrouping | None = None,
    documents: Sequence[Row] = (),
) -> CaseChoice:
    """Return the cases by their keys, with the one the address asks for, by its key or by answers that fit it alone."""
    grouping = grouping or CaseGrouping()
    query = request.GET if request else QueryDict()
    asked = _asked(query)
    key = _key_asked(cases, asked)
    fits = _fitting(grouping, cases, query) if has_answers(query) and not key else None
    if fits and len(fits) == 1:
        key, fits = fits[0], None
    options = _options(cases, key, documents)
    return CaseChoice(
        parameter=case_parameter(),
        options=options,
        key=key,
        chosen=cases.get(key, ""),
        is_unknown=bool(asked) and not key,
        noun=noun_of(grouping.noun),
        change_url=f"{request.path if request else ''}#{ASKED_FROM}",
        questions=_questions(grouping, options, query),
        fits=None if fits is None else [option for option in options if option.value in fits],
    )


def case_parameter() -> str:
    """Return the name of the parameter that carries the key of a case, in the language in force."""
    return pgettext("name of a parameter in an address", "case")


def answer_parameter(number: int) -> str:
    """Return the name of the parameter of a question, counted from 0."""
    name = pgettext("name of a parameter in an address", "answer")
    return f"{name}-{number + 1}"


def noun_of(noun: str) -> str:
    """Return what a service calls its cases, in the middle of a sentence."""
    return noun or gettext("case")


def with_case(address: str, key: str, parameter: str = "") -> str:
    """Return the address with the case in it, before what leads to a place on the page."""
    if not (address and key):
        return address
    page, mark, place = address.partition("#")
    joint = "&" if "?" in page else "?"
    return f"{page}{joint}{urlencode({parameter or case_parameter(): key})}{mark}{place}"


def case_asked(cases: Mapping[str, str], query: QueryDict) -> str:
    """Return the key of the case an address asks for, "" where it asks for none or for several."""
    return _key_asked(cases, _asked(query))


def answers_given(grouping: CaseGrouping, keys: Iterable[str], query: QueryDict) -> dict[int, str]:
    """Return the answers in an address, as values by the numbers of the questions."""
    found = {}
    for question in case_questions(grouping, keys):
        words = query.get(answer_parameter(question.number), "")
        if words:
            found[question.number] = answer_value(words)
    return found


def address_of_found_case(parts: Sequence[Sequence[Row]], grouping: CaseGrouping, request: HttpRequest) -> str:
    """Return the address of the one case that fits the answers in the address, by its key, which may be shared; ""
    where answers find none or several. `parts` are the rows of papers, fees and time limits.
    """
    cases = named_cases(*parts, order=grouping.answers)
    if case_asked(cases, request.GET):
        return ""
    fits = _fitting(grouping, cases, request.GET)
    return with_case(f"{request.path}#{ASKED_FROM}", fits[0]) if len(fits) == 1 else ""


def has_answers(query: QueryDict) -> bool:
    """Return whether an address answers a question at all, be it that the reader does not know."""
    return any(answer_parameter(number) in query for number in range(MOST))


def _fitting(grouping: CaseGrouping, cases: Iterable[str], query: QueryDict) -> list[str]:
    cases = list(cases)
    return fitting_cases(grouping, cases, answers_given(grouping, cases, query))


def _asked(query: QueryDict) -> list[str]:
    return [text for name in {case_parameter(), IN_EVERY_LANGUAGE} for text in query.getlist(name) if text]


def _key_asked(cases: Mapping[str, str], asked: Iterable[str]) -> str:
    keys = {find_case(cases, text) for text in asked}
    return keys.pop() if len(keys) == 1 else ""


def _options(cases: Mapping[str, str], chosen: str, documents: Sequence[Row]) -> list[CaseOption]:
    told = {row.case_key for row in documents}
    rows = list(documents)
    return [
        CaseOption(key, name, key == chosen, papers_in_words(len(rows_for(rows, key))) if key in told else "")
        for key, name in cases.items()
    ]


def papers_in_words(count: int) -> str:
    return ngettext("%(count)d document", "%(count)d documents", count) % {"count": count}


def _questions(grouping: CaseGrouping, options: Sequence[CaseOption], query: QueryDict) -> list[AskedQuestion]:
    keys = [option.value for option in options]
    found = []
    for question in case_questions(grouping, keys):
        name = answer_parameter(question.number)
        given = query.get(name, "")
        value = answer_value(given) if given else ""
        answers = [
            AnswerOption(one, words, one == value, _papers_of(grouping, options, question.number, one))
            for one, words in question.answers.items()
        ]
        found.append(AskedQuestion(name, question.text, answers, is_unknown=name in query and not given))
    return found


def _papers_of(grouping: CaseGrouping, options: Sequence[CaseOption], number: int, value: str) -> str:
    """Return how many papers an answer means, where every case it leaves needs as many."""
    fits = set(fitting_cases(grouping, [option.value for option in options], {number: value}))
    told = {option.papers for option in options if option.value in fits}
    return told.pop() if len(told) == 1 else ""
