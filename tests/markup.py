"""Reads a page as an assistive technology would, and says what is wrong with its markup."""

import json
from itertools import pairwise

from bs4 import BeautifulSoup, Tag

HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"]
NAMED = ["aria-label", "aria-labelledby"]


def soup(content: bytes | str) -> BeautifulSoup:
    return BeautifulSoup(content, "html.parser")


def words(content: bytes | str) -> str:
    """All text of a page, with single spaces."""
    return " ".join(soup(content).get_text(" ").split())


def faults(content: bytes | str) -> list[str]:
    """Everything wrong with a page; an empty list is a sound page."""
    page = soup(content)
    found = [*_ids(page), *_headings(page), *_controls(page), *_landmarks(page), *_tables(page)]
    found += [f"picture without alt: {image.get('src')}" for image in page.find_all("img") if not image.has_attr("alt")]
    inline = (tag for tag in page.find_all(["script", "style"]) if not is_data(tag) and not tag.get("src"))
    found += [f"inline style or script: {tag.name}" for tag in inline]
    found += [f"style attribute: {tag.name}" for tag in page.find_all(style=True)]
    found += [
        f"empty link: {link}"
        for link in page.find_all("a")
        if not link.get("href") or not (link.get_text(strip=True) or link.img)
    ]
    if not page.html.get("lang") or not page.title.get_text(strip=True):
        found.append("page without language or title")
    return found


def is_data(tag: Tag) -> bool:
    """Whether a script element only holds data, which no browser runs."""
    return tag.name == "script" and tag.get("type") == "application/ld+json"


def structured_data(content: bytes | str) -> dict[str, dict]:
    """The schema.org data of a page by its type."""
    scripts = [json.loads(tag.string) for tag in soup(content).find_all(is_data)]
    return {data["@type"]: data for data in scripts}


def _ids(page: BeautifulSoup) -> list[str]:
    ids = [tag["id"] for tag in page.find_all(id=True)]
    found = [f"id used twice: {name}" for name in {name for name in ids if ids.count(name) > 1}]
    for attribute in ("aria-labelledby", "aria-describedby"):
        for tag in page.find_all(**{attribute: True}):
            found += [f"{attribute} leads nowhere: {name}" for name in tag[attribute].split() if name not in ids]
    return found


def _headings(page: BeautifulSoup) -> list[str]:
    levels = [int(tag.name[1]) for tag in page.find_all(HEADINGS)]
    found = [] if levels.count(1) == 1 else [f"{levels.count(1)} main headings"]
    main = [int(tag.name[1]) for tag in page.main.find_all(HEADINGS)]
    jumps = [(above, below) for above, below in pairwise(main) if below > above + 1]
    return found + [f"heading level jumps from {above} to {below}" for above, below in jumps]


def _controls(page: BeautifulSoup) -> list[str]:
    labels = {label.get("for") for label in page.find_all("label")}
    controls = page.find_all(["input", "select", "textarea"])
    return [
        f"control without label: {tag.get('name')}"
        for tag in controls
        if tag.get("type") != "hidden" and tag.get("id") not in labels
    ]


def _landmarks(page: BeautifulSoup) -> list[str]:
    found = [f"not exactly one {name}" for name in ("main",) if len(page.find_all(name)) != 1]
    navigations = page.find_all("nav")
    return found + [
        f"navigation without a name: {tag}"[:80] for tag in navigations if not any(tag.get(name) for name in NAMED)
    ]


def _tables(page: BeautifulSoup) -> list[str]:
    found = ["table without caption" for table in page.find_all("table") if not table.caption]
    return found + [
        f"heading cell without scope: {cell.get_text(strip=True)}"[:80]
        for cell in page.find_all("th")
        if not cell.get("scope")
    ]


def shows(page, field: str) -> str:
    """What an answer has in a box of its form."""
    box = soup(page.content).select_one(f'main [name="{field}"]')
    return box.get("value") or box.get_text().strip("\n")
