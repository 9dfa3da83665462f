"""Requests nobody can mean, for any address: values, bodies, methods, headers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

FORM, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"
FIELDS = (
    *("full_name", "case", "why", "note", "paper-00000001", "revision", "declared", "agency", "code", "pin", "reason"),
    *("remove", "upload", "later", "automatic", "owners-count", "owners-add", "owners-0-name", "login", "password"),
    *("password1", "email", "consent", "next", "action", "session", "others", "sure", "phone", "address"),
    *("identification_number", "applicant_type", "csrfmiddlewaretoken"),
)
"""Every name some page posts, so that each value reaches whatever reads it."""

VALUES = (
    *("", " ", "\x00", "a\x00b", "-1", "0", "9" * 400, "9" * 5_000, "1e309", "NaN", "1.5", "٣", "²", "31/02/2026"),
    *("0000-00-00", "99999-99-99", "\u202e", "\ufeff", "\ud800".encode("utf-8", "surrogatepass"), b"\xff\xfe", b"\xc3"),
    *("%s%n", "'; DROP TABLE x; --", "../../etc/passwd", "{{7*7}}", "[]", "{}", "null", "🙂" * 300),
    *("00000000-0000-0000-0000-000000000000", "\r\nSet-Cookie: x=1", "javascript:alert(1)", "//evil.example"),
)


@dataclass(frozen=True)
class Case:
    """One request; `strict` asks for a token as a real browser's would be."""

    method: str
    path: str
    body: bytes = b""
    content_type: str = FORM
    headers: dict[str, str] = field(default_factory=dict)
    cookies: str = ""
    strict: bool = False

    def __str__(self) -> str:
        return f"{self.method} {self.path[:120]} {self.content_type[:60]} {self.body[:60]!r} {self.headers}"


def of_form(value: str | bytes) -> bytes:
    """All fields with one value, as a browser encodes them."""
    return "&".join(f"{name}={quote(value)}" for name in FIELDS).encode()


def of_multipart(value: bytes, names: Any = FIELDS, file: str = "") -> bytes:
    said = f'; filename="{file}"' if file else ""
    parts = [b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n' % (name.encode(), said.encode(), value)
             for name in names]  # fmt: skip
    return b"".join(parts) + b"--x--\r\n"


FORMS = tuple((of_form(value), FORM) for value in VALUES)
ENVELOPES: tuple[tuple[bytes, str], ...] = (
    (of_form("x" * 100_000), FORM),
    (of_multipart(b"\x00\xff"), MULTIPART),
    (of_multipart(b"%PDF-", ["paper-00000001", "full_name", "revision"], "a\x00b.pdf"), MULTIPART),
    (of_multipart(b"", ["paper-00000001"], "../../x.pdf"), MULTIPART),
    (of_multipart(b"%PDF-", ["paper-00000001"] * 101, "x.pdf"), MULTIPART),
    (of_multipart(b"x", ["a"] * 10_001), MULTIPART),
    (of_multipart(b"x")[:-40], MULTIPART),
    (b"--x\r\nContent-Disposition: form-data; name=\r\n\r\n--x--", MULTIPART),
    (
        b"--x\r\nContent-Disposition: form-data; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\n!\r\n--x--",
        MULTIPART,
    ),
    (b"x=1", "multipart/form-data"),
    (b"x=1", "multipart/form-data; boundary=" + "y" * 300),
    (b"x=1", "multipart/form-data; boundary=\xe9"),
    (urlencode([("a", "x")] * 10_001).encode(), FORM),
    (b"full_name=" + b"%FF%FE%00" * 50, FORM),
    (b"full_name=x", FORM + "; charset=utf-16"),
    (b"full_name=x", FORM + "; charset=nothing"),
    (b'{"full_name": ', "application/json"),
    (b"\x00" * 100, "application/octet-stream"),
    (b"<x/>", "text/xml"),
    (b"x", ""),
    (b"x", "\\"),
    (b"a=1" + b"&x" * 1_400_000, FORM),
)

HEADERS: tuple[dict[str, str], ...] = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://["},
    {"Referer": "https://evil.example/x"},
    {"Referer": "http://["},
    {"X-Forwarded-For": "x, 1.2.3.4, ::1, 999.1.1.1"},
    {"Host": "evil.example:99999"},
    {"Host": "["},
    {"Accept": "x/y;q=z"},
    {"User-Agent": "x" * 5_000},
    {"If-None-Match": '"', "If-Modified-Since": "yesterday"},
    {"Range": "bytes=-1-x"},
    {"Accept-Encoding": "gzip;q=nothing"},
    {"Accept-Language": "x" * 3_000},
)
COOKIES = (
    'sessionid="\\000\\000\\000\\000\\000\\000\\000\\000\\000"',
    "sessionid=" + "x" * 4_000,
    "sessionid=\xff; csrftoken=\xff",
    'csrftoken="\\000"',
    "=; ;;; =x",
)
QUERIES = (
    *("next=%00", "next=//evil.example", "next=%5C%5Cevil.example", "kept=%00", "kept=x", "kept=" + "9" * 5_000),
    *("ho-so=%00", "ho-so=a:b:c", "ho-so=" + "x" * 5_000, "%ff=%fe", "check=%ed%a0%80", "page=-1", "_=" + "a" * 8_000),
)
METHODS = ("HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "X")


def cases(path: str, turn: int | None = None) -> Iterator[Case]:
    """Yield everything for one address.

    `turn`: of what is answered alike before any page is asked (envelopes, methods, headers, cookies), every third case
    alone, beginning with that one, so that addresses that follow each other take turns.
    """
    yield from (Case("POST", path, body, kind) for body, kind in FORMS)
    yield from (Case("GET", f"{path}?{query}") for query in QUERIES)
    begin, step = (0, 1) if turn is None else (turn % 3, 3)
    yield from list(_before_any_page(path))[begin::step]


def _before_any_page(path: str) -> Iterator[Case]:
    yield from (Case("POST", path, body, kind) for body, kind in ENVELOPES)
    yield from (Case(method, path, b"full_name=x") for method in METHODS)
    yield from (Case("POST", path, headers=headers, strict=True) for headers in HEADERS)
    yield from (Case("GET", path, headers=headers) for headers in HEADERS[-5:])
    yield from (Case("GET", path, cookies=cookies, strict=True) for cookies in COOKIES)


def paths(number: str) -> Iterator[str]:
    """Addresses near those of dossiers that nothing can be at."""
    for begin, step in (("/ho-so/", "buoc"), ("/en/submissions/", "step")):
        for bad in ("x", "0", "%00", "%ff", "9" * 5_000, number[:-1], f"{number}0", number.upper(), f"{{{number}}}"):
            yield f"{begin}{bad}/"
            yield f"{begin}{number}/{step}/{bad}/"
            yield f"{begin}{number}/{bad}/"
        yield f"{begin}{number}/{step}/{'%2e%2e%2f' * 20}/"
        yield f"{begin}{number}/{step}/{quote('ký tự')}/"
