"""The ranking of the search under load: `make bench-search`.

Builds 4,300, 20,000 and 100,000 made-up services in memory, asks them everyday questions, and prints how long it takes
to read them, what they weigh and how long an answer takes. No database: an answer costs it the same few questions with
any number of services.
"""

import random
import resource
import sys
from collections.abc import Callable
from itertools import product
from pathlib import Path
from statistics import median, quantiles
from time import process_time

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from search.engine.corpus import CATEGORY, PAPERS, RESULTS, Corpus, Document  # noqa: E402
from search.engine.lexicon_index import LexiconIndex  # noqa: E402
from search.engine.planner import plan  # noqa: E402
from search.engine.scorer import ranked  # noqa: E402
from search.engine.suggestions import suggested  # noqa: E402
from search.lexicon.terms import Term  # noqa: E402

SIZES = (4_300, 20_000, 100_000)
VERBS = (
    "Cấp",
    "Cấp lại",
    "Gia hạn",
    "Đăng ký",
    "Chấm dứt",
    "Điều chỉnh",
    "Công nhận",
    "Thẩm định",
    "Xác nhận",
    "Thu hồi",
)
PAPERS_NAMED = (
    "giấy phép xây dựng", "giấy chứng nhận quyền sử dụng đất", "khai sinh", "kết hôn", "giấy phép lái xe",
    "hộ kinh doanh", "chứng chỉ hành nghề dược", "giấy phép lao động", "an toàn thực phẩm", "giấy phép môi trường",
    "trợ cấp xã hội", "bản sao văn bằng", "phương tiện thủy nội địa", "khai thác nước dưới đất", "nuôi con nuôi",
)  # fmt: skip
SUBJECTS = (
    "đối với nhà ở riêng lẻ", "có yếu tố nước ngoài", "thuộc thẩm quyền của tỉnh", "tại cấp xã", "đối với hộ gia đình",
    "cho tổ chức trong nước", "trong khu kinh tế", "do bị mất", "đối với người cao tuổi", "cho doanh nghiệp nhỏ",
)  # fmt: skip
QUESTIONS = (
    "giấy phép xây dựng", "giay phep xay dung nha o", "mất sổ đỏ", "khai sing", "dang ky ket hon nuoc ngoai",
    "bằng lái hết hạn", "giayphepxaydung", "gia hạn giấy phép lao động", "tro cap xa hoi nguoi cao tuoi", "nhà 1234",
    "giaays pheps xaay duwngj", "làm sao để được cấp lại chứng chỉ hành nghề dược", "đóng quán", "khoan giếng",
)  # fmt: skip
TERMS = (
    Term("synonym", ("sổ đỏ",), ("giấy chứng nhận quyền sử dụng đất",)),
    Term("synonym", ("bằng lái",), ("giấy phép lái xe",)),
    Term("synonym", ("đóng quán",), ("chấm dứt hộ kinh doanh",)),
    Term("synonym", ("khoan giếng",), ("khai thác nước dưới đất",)),
)


def main() -> None:
    """Measure each size in turn, the smallest first."""
    print(f"{'services':>9}{'read s':>9}{'all MB':>9}{'median ms':>11}{'p95 ms':>9}{'suggest p95':>13}")  # noqa: T201 (told to a person)
    for size in SIZES:
        print(measured(size))  # noqa: T201 (told to a person)


def measured(size: int) -> str:
    """Return one line of figures."""
    start = process_time()
    corpus, lexicon = Corpus("vi"), LexiconIndex(TERMS, "vi")
    for document in documents(size):
        corpus.put(document)
    lexicon.teach(corpus.vocabulary)
    read = process_time() - start
    asked = [timed(lambda words: ranked(plan(words, corpus, lexicon), corpus), words) for words in QUESTIONS * 3]
    typed = [timed(lambda words: suggested(words, corpus, lexicon), words[:6]) for words in QUESTIONS]
    weight = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures = (median(asked), quantiles(asked, n=20)[18], quantiles(typed, n=20)[18])
    return f"{size:>9}{read:>9.1f}{weight:>9.0f}{figures[0]:>11.1f}{figures[1]:>9.1f}{figures[2]:>13.1f}"


def documents(size: int) -> list[Document]:
    """Return made-up services: each combination of words, numbered where there are more services than combinations."""
    chance = random.Random(1)  # noqa: S311 (the same services every time, no secret)
    names = [" ".join(parts) for parts in product(VERBS, PAPERS_NAMED, SUBJECTS)]
    return [
        Document(
            number,
            "service",
            f"{names[number % len(names)]} {number // len(names) or ''}",
            {
                CATEGORY: chance.choice(PAPERS_NAMED),
                RESULTS: f"Giấy chứng nhận {chance.choice(PAPERS_NAMED)}",
                PAPERS: "\n".join(f"Đơn đề nghị {chance.choice(PAPERS_NAMED)}, bản sao" for _ in range(5)),
            },
        )
        for number in range(size)
    ]


def timed(ask: Callable[[str], object], words: str) -> float:
    """Return how many milliseconds of this processor an answer takes."""
    start = process_time()
    ask(words)
    return 1000 * (process_time() - start)


if __name__ == "__main__":
    main()
