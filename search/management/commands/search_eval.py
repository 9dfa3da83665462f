"""`manage.py search_eval`: how well the search answers judged queries."""

import json
from pathlib import Path
from time import perf_counter

from django.core.management.base import BaseCommand, CommandError, CommandParser

from core.visibility import visible
from search.answers import ELSEWHERE
from search.kinds import Kind
from search.measuring import JudgedQuery, Result, figures_by_kind, rank_of, read_queries
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

    def handle(self, *, file: Path, part: str, as_json: bool, **options: object) -> None:
        if not file.is_file():
            raise CommandError(f"Không có tệp {file}")
        codes = dict(visible(ServicePage.objects).exclude(procedure_code="").values_list("pk", "procedure_code"))
        known = frozenset(codes.values())
        queries = [query for query in read_queries(file, part) if query.codes & known or query.elsewhere]
        if not queries:
            raise CommandError("Không câu nào trong tệp hỏi về dịch vụ có trên cổng.")
        for language in {query.language for query in queries}:
            find("", language)
        figures = figures_by_kind(result_of(query, codes) for query in queries)
        self.stdout.write(json.dumps(figures, indent=1) if as_json else table(figures))


def result_of(query: JudgedQuery, codes: dict[int, str]) -> Result:
    """Return what a query comes to on the pages of today."""
    start = perf_counter()
    found = find(query.query, query.language)
    ids, source = found.ids(Kind.SERVICE), [hit.pk for hit in found.only_source]
    ids = [*source, *ids] if found.source_is_nearer else [*ids, *source]
    seconds = perf_counter() - start
    if query.elsewhere:
        is_told = not ids or any(term.kind == ELSEWHERE for term in found.plan.terms)
        return Result("elsewhere", int(is_told), found=1, milliseconds=1000 * seconds)
    rank = rank_of((codes.get(pk, "") for pk in ids), query.codes)
    return Result(query.kind, rank, found=len(ids), milliseconds=1000 * seconds)


def table(figures: dict[str, dict[str, float]]) -> str:
    """Return the figures as lines of a table."""
    names = list(next(iter(figures.values())))
    lines = [f"{kind:<16}" + "".join(f"{own[name]:>10}" for name in names) for kind, own in figures.items()]
    return "\n".join([f"{'':<16}" + "".join(f"{name:>10}" for name in names), *lines])
