"""`manage.py search_eval`: how well the search answers judged queries."""

import json
from pathlib import Path
from time import perf_counter

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.visibility import visible
from search.answers import ELSEWHERE
from search.engine.twins import together
from search.index.living import index_of
from search.kinds import Kind
from search.measuring import JudgedQuery, Result, figures_by_kind, rank_of, read_queries, same_share
from search.query import find
from services.models import ServicePage


class Command(BaseCommand):
    help = (
        "Đo tìm kiếm bằng các câu hỏi đã chấm: đúng ngay đầu, đúng trong năm, không thấy gì, thời gian; theo từng loại."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, help="tệp .jsonl, mỗi dòng một câu (search/evaluation/README.md)")
        parser.add_argument("--set", choices=["tuning", "checking"], default="", dest="part", help="chỉ một nửa")
        parser.add_argument("--json", action="store_true", dest="as_json", help="in JSON")
        parser.add_argument("--firsts", type=Path, help="ghi mã của câu trả lời đầu tiên, từng câu, vào tệp này (JSON)")
        parser.add_argument("--against", type=Path, help="so với tệp --firsts của nơi khác (PostgreSQL với SQLite)")

    def handle(
        self, *, file: Path, part: str, as_json: bool, firsts: Path | None, against: Path | None, **_: object
    ) -> None:
        if not file.is_file():
            raise CommandError(f"Không có tệp {file}")
        codes = dict(visible(ServicePage.objects).exclude(procedure_code="").values_list("pk", "procedure_code"))
        known = frozenset(codes.values())
        queries = [query for query in read_queries(file, part) if query.codes & known or query.elsewhere]
        if not queries:
            raise CommandError("Không câu nào trong tệp hỏi về dịch vụ có trên cổng.")
        for language in {query.language for query in queries}:
            find("", language)
        told = {query.query: result_of(query, codes) for query in queries}
        figures = figures_by_kind(told.values())
        self.stdout.write(json.dumps(figures, indent=1) if as_json else table(figures))
        found = {words: result.first for words, result in told.items()}
        if firsts:
            firsts.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
        if against:
            share = same_share(found, json.loads(against.read_text(encoding="utf-8")))
            self.stdout.write(f"cùng câu trả lời đầu / same first answer: {share:.3f}")


def result_of(query: JudgedQuery, codes: dict[int, str]) -> Result:
    """Return what a query comes to on the pages of today, counted as the page of answers shows them: services of one
    name are one answer, right when one of them is.
    """
    start = perf_counter()
    found = find(query.query, query.language)
    own = together(found.ids(Kind.SERVICE), index_of(query.language).corpus)
    source = together((hit.pk for hit in found.only_source), index_of(settings.LANGUAGE_CODE).corpus)
    answers = [*source, *own] if found.source_is_nearer else [*own, *source]
    milliseconds = 1000 * (perf_counter() - start)
    first = codes.get(answers[0][0], "") if answers else ""
    if query.elsewhere:
        is_told = not answers or any(term.kind == ELSEWHERE for term in found.plan.terms)
        return Result("elsewhere", int(is_told), found=1, milliseconds=milliseconds, first=first)
    rank = rank_of(({codes.get(pk, "") for pk in answer} for answer in answers), query.codes)
    return Result(query.kind, rank, found=len(answers), milliseconds=milliseconds, first=first)


def table(figures: dict[str, dict[str, float]]) -> str:
    """Return the figures as lines of a table."""
    names = list(next(iter(figures.values())))
    lines = [f"{kind:<16}" + "".join(f"{own[name]:>10}" for name in names) for kind, own in figures.items()]
    return "\n".join([f"{'':<16}" + "".join(f"{name:>10}" for name in names), *lines])
