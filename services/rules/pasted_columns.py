"""Which column of a pasted table is which field of a row: by the heading people write over it, else by its place."""

from dataclasses import dataclass

from core.text import fold

COUNTING = {"stt", "tt", "so tt", "so thu tu", "no"}
"""Headings of a column that only counts the rows."""


@dataclass(frozen=True)
class Kind:
    """One kind of rows: the headings of each field, the fields in their usual order, and where the rest is kept."""

    headings: dict[str, tuple[str, ...]]
    order: tuple[str, ...]
    kept_in: str


KINDS = {
    "documents": Kind(
        headings={
            "name": ("tên giấy tờ", "giấy tờ", "thành phần hồ sơ", "tên hồ sơ", "tên thành phần hồ sơ", "tên tài liệu"),
            "originals": ("bản chính", "số bản chính", "bản gốc", "số lượng bản chính"),
            "copies": ("bản sao", "số bản sao", "bản chụp", "số lượng bản sao"),
            "quantity": ("số lượng", "số bản", "số lượng giấy tờ"),
            "case": ("trường hợp", "áp dụng cho"),
            "template_code": ("mẫu", "mẫu số", "mẫu đơn", "biểu mẫu", "mẫu đơn, tờ khai", "ký hiệu mẫu"),
            "note": ("ghi chú", "mô tả"),
        },
        order=("name", "originals", "copies", "case", "note"),
        kept_in="note",
    ),
    "fees": Kind(
        headings={
            "name": ("tên", "tên phí", "tên phí, lệ phí", "phí, lệ phí", "loại phí", "nội dung thu", "nội dung"),
            "amount": ("mức thu", "mức phí", "mức lệ phí", "số tiền", "mức thu (đồng)", "số tiền (đồng)", "thành tiền"),
            "unit": ("đơn vị tính", "đvt", "đơn vị"),
            "channel": ("hình thức nộp", "cách thức", "cách thức thực hiện", "kênh nộp"),
            "case": ("trường hợp", "đối tượng", "áp dụng cho"),
            "set_by": ("cơ quan quy định", "nơi quy định"),
            "exemption": ("miễn giảm", "đối tượng miễn giảm", "miễn, giảm", "đối tượng được miễn"),
            "note": ("ghi chú", "mô tả", "căn cứ"),
        },
        order=("name", "amount", "case", "note"),
        kept_in="note",
    ),
    "steps": Kind(
        headings={
            "heading": ("bước", "tên bước", "các bước", "tiêu đề", "tên công việc"),
            "text": ("nội dung", "mô tả", "trình tự", "trình tự thực hiện", "nội dung công việc", "công việc"),
            "actor": ("người thực hiện", "đơn vị thực hiện", "cơ quan thực hiện", "trách nhiệm", "ai làm"),
        },
        order=("heading", "text", "actor"),
        kept_in="text",
    ),
}
"""The kinds of rows that can be pasted, by the name of their relation."""

_FIELDS = {
    kind: {fold(words): field for field, headings in told.headings.items() for words in headings}
    for kind, told in KINDS.items()
}


@dataclass(frozen=True)
class Column:
    """One pasted column: its heading, "" without one, and its field, "" when it only counts, None when unknown."""

    heading: str
    field: str | None


def columns_of(kind: str, table: list[list[str]]) -> tuple[list[Column], list[list[str]]]:
    """Return the columns of a table and the rows below its heading; without a heading all rows."""
    width = max(map(len, table), default=0)
    first = [*table[0], *[""] * (width - len(table[0]))] if table else []
    found = [_field(kind, words) for words in first]
    if _is_heading(first, found):
        return _once([Column(words, field) for words, field in zip(first, found, strict=True)]), table[1:]
    counting = [""] if width > 1 and _counts(table) else []
    places = _in_order(kind, width - len(counting))
    return [Column("", field) for field in [*counting, *places]], table


def _field(kind: str, heading: str) -> str | None:
    words = fold(heading)
    return "" if words in COUNTING else _FIELDS[kind].get(words)


def _is_heading(first: list[str], found: list[str | None]) -> bool:
    """Return whether the first row names columns: at least half of its words do."""
    named = sum(field is not None for field in found)
    return named > 0 and 2 * named >= sum(map(bool, first))


def _once(columns: list[Column]) -> list[Column]:
    """A field is filled by the first column that names it; a second one is kept as unknown."""
    seen: set[str | None] = set()
    kept = []
    for column in columns:
        is_taken = bool(column.field) and column.field in seen
        kept.append(Column(column.heading, None) if is_taken else column)
        seen.add(column.field)
    return kept


def _in_order(kind: str, width: int) -> list[str | None]:
    order = KINDS[kind].order
    if kind == "steps" and width == 1:
        return ["text"]
    return [*order[:width], *[None] * (width - len(order))]


def _counts(table: list[list[str]]) -> bool:
    firsts = [row[0].rstrip(".") for row in table]
    return firsts == [str(number) for number in range(1, len(firsts) + 1)]
