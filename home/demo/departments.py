"""Departments, old and new, with who took over which work."""

from departments.models import DepartmentIndexPage, DepartmentPage, Succession
from home.demo.content import Record, key, read
from home.demo.locales import vietnamese
from home.demo.terms import Directory

PAGES_OF_THEIR_OWN = ("english", "successions")


def load_departments(index: DepartmentIndexPage, directory: Directory) -> dict[str, DepartmentPage]:
    """Make the missing departments; answers all of the content by slug."""
    known = {page.translation_key: page for page in DepartmentPage.objects.filter(locale=index.locale)}
    departments: dict[str, DepartmentPage] = {}
    made: list[Record] = []
    for record in read("departments"):
        slug = record["slug"]
        page = known.get(key("departments", slug))
        if page is None:
            page = _add(index, record)
            made.append(record)
        departments[slug] = page
    for record in made:
        _add_successions(departments, record, directory)
        departments[record["slug"]].save()  # gives the new rows their keys before a revision remembers them
        departments[record["slug"]].save_revision().publish()
    return departments


def _add(index: DepartmentIndexPage, record: Record) -> DepartmentPage:
    values = {name: value for name, value in record.items() if name not in PAGES_OF_THEIR_OWN}
    page = DepartmentPage(locale=index.locale, translation_key=key("departments", record["slug"]), **values)
    return index.add_child(instance=page)


def _add_successions(departments: dict[str, DepartmentPage], record: Record, directory: Directory) -> None:
    fields = directory.terms("fields")
    for order, row in enumerate(record.get("successions", [])):
        departments[record["slug"]].successions.add(
            Succession(
                locale=vietnamese(),
                sort_order=order,
                successor=departments[row["successor"]],
                field=fields[row["field"]] if "field" in row else None,
                work=row["work"],
                is_confirmed=row["is_confirmed"],
            )
        )
