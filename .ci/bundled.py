"""What wheels bring along: the libraries inside a package, under which terms, and which of its licence texts bind most.

A package states its own licence; the programs built into its wheel have theirs. Read are the files of the wheel: shared
libraries (`*.libs/`), statements (`LICENSES_bundled.txt`) and licence texts. A library that nothing is known of, and a
text of the GNU GPL that nobody looked at, end the program.
"""

import re
from importlib import metadata
from pathlib import PurePosixPath

LIBRARY = re.compile(r"(?:\.libs|\.dylibs)/lib([A-Za-z0-9_+]+?)(?:-[0-9a-f]{8})?[.-]")
STATEMENT = re.compile(r"^Name: (\S+).*\nLicense: (.+)\nFiles: (.+)$", re.MULTILINE)
GPL = re.compile(r"\bGPLv?-?[23]|GNU GENERAL PUBLIC LICENSE", re.IGNORECASE)
TERMS = {
    **dict.fromkeys(("com_err", "gssapi_krb5", "k5crypto", "krb5", "krb5support"), "MIT"),
    **dict.fromkeys(("crypto", "ssl", "qpdf"), "Apache-2.0"),
    **dict.fromkeys(("lber", "ldap"), "OLDAP-2.8"),
    **dict.fromkeys(("crypt", "keyutils"), "LGPL-2.1-or-later"),
    **dict.fromkeys(("Xau", "xcb", "brotlicommon", "brotlidec", "harfbuzz", "lcms2"), "MIT"),
    **dict.fromkeys(("webp", "webpdemux", "webpmux", "sharpyuv", "zstd", "pcre"), "BSD-3-Clause"),
    **dict.fromkeys(("avif", "openjp2"), "BSD-2-Clause"),
    "freetype": "FTL",
    "jpeg": "IJG AND BSD-3-Clause",
    "lzma": "0BSD",
    "png16": "libpng-2.0",
    "pq": "PostgreSQL",
    "sasl2": "BSD-4-Clause-UC",
    "selinux": "public domain",
    "tiff": "libtiff",
}
"""Of libraries whose wheel does not say it library by library: as their own projects state it."""
LOOKED_AT = {
    "pillow-heif": "the encoder x265, which nothing here calls: docs/decisions/0083-codecs-inside-wheels.md",
    "pikepdf": "the runtime library of the compiler, with its exception",
    "pillow": "FreeType, which may be used under its own licence instead",
    "typing-extensions": "the history of Python's own licence",
}
"""Packages whose licence texts name the GNU GPL, and what that is about."""


def libraries(package: str) -> list[tuple[str, str]]:
    """Return each shared library in the package's wheel and its terms, in the order of their names."""
    files = [str(file) for file in metadata.distribution(package).files or []]
    stated = dict(statements("\n".join(licence_texts(package).values())))
    found = {match[1] for file in files if (match := LIBRARY.search(file))}
    return [(name, _terms(package, name, stated)) for name in sorted(found, key=str.lower)]


def statements(text: str) -> list[tuple[str, str]]:
    """Return the libraries that a wheel's own list names, with their terms: Name, License, Files, one after another."""
    return [
        (match[1], terms.strip())
        for _name, terms, files in STATEMENT.findall(text)
        for file in files.split(",")
        if (match := re.match(r"\s*lib([A-Za-z0-9_+]+)", file))
    ]


def licence_texts(package: str) -> dict[str, str]:
    """Return the texts among the wheel's licences, by the path in it."""
    files = metadata.distribution(package).files or []
    paths = [file for file in files if _is_licence(PurePosixPath(str(file)))]
    return {str(path): path.read_text(encoding="utf-8") for path in paths}


def copyleft(package: str) -> str:
    """Return what a mention of the GNU GPL in the package's licence texts is about; "" when there is none."""
    if not any(GPL.search(text) for text in licence_texts(package).values()):
        return ""
    if package not in LOOKED_AT:
        raise SystemExit(f"✗ The licence texts of {package} name the GNU GPL: look at it, then add it to LOOKED_AT.")
    return LOOKED_AT[package]


def _is_licence(path: PurePosixPath) -> bool:
    in_folder = "licenses" in path.parts
    is_named = re.match(r"(?:licen[cs]es?|copying|notice|authors\.gpl)", path.name, re.IGNORECASE)
    is_information = any(part.endswith(".dist-info") for part in path.parts)
    return is_information and bool(in_folder or is_named) and path.suffix in {"", ".txt", ".md", ".rst", ".external"}


def _terms(package: str, library: str, stated: dict[str, str]) -> str:
    terms = stated.get(library) or TERMS.get(library)
    if terms is None:
        raise SystemExit(f"✗ The wheel of {package} holds lib{library}, whose licence is not known: add it to TERMS.")
    return terms
