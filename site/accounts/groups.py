"""Who may do what in the editors' area: role → permissions, the only table."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from core.models import PortalDocument, PortalImage

ADMIN = "wagtailadmin.access_admin"
SUBMIT_TRANSLATION = "wagtail_localize.submit_translation"
FILES = ("wagtailimages.{act}_image", "wagtaildocs.{act}_document")
"""Wagtail asks for the permissions of its own models, also when the project brings others."""
SNIPPETS = ("core.{act}_field", "core.{act}_lifeevent", "core.{act}_audience", "core.{act}_legaldocument",
            "core.{act}_holiday", "departments.{act}_agencyhours", "departments.{act}_receptionplace",
            "home.{act}_quicklink", "home.{act}_banner", "service_forms.{act}_citizentext",
            "service_forms.{act}_sliptemplate", "search.{act}_lexiconentry")  # fmt: skip


FEEDBACK = ("home.view_feedback", "home.change_feedback", "home.delete_feedback")
"""Visitors write it; nobody else does."""


class Role(StrEnum):
    """The groups every installation has; the value is the name of the group."""

    COMMUNICATIONS = "Truyền thông"
    TRANSLATORS = "Biên dịch"


@dataclass(frozen=True)
class Rights:
    """What a role may do: acts on a branch of pages, acts on files, and permissions of its own ("app.codename")."""

    pages: tuple[str, ...]
    files: tuple[str, ...] = ()
    single: tuple[str, ...] = (ADMIN,)


RIGHTS = {
    Role.COMMUNICATIONS: Rights(
        pages=("add", "change", "publish", "lock", "unlock"),
        files=("add", "change", "choose"),
        single=(
            ADMIN,
            SUBMIT_TRANSLATION,
            "core.change_portalsettings",
            "outbox.change_lettertext",
            *(name.format(act=act) for name in SNIPPETS for act in ("add", "change", "delete", "view")),
            *FEEDBACK,
            "search.view_searchquery",
        ),
    ),
    Role.TRANSLATORS: Rights(pages=("add", "change"), single=(ADMIN, SUBMIT_TRANSLATION)),
}
"""Roles that hold for every page; translators for those of the languages they translate into."""

EDITORS = Rights(pages=("add", "change"), files=("add", "change", "choose"))
APPROVERS = Rights(pages=("add", "change", "publish", "lock", "unlock"), files=("add", "change", "choose"))
"""Roles that hold for some pages and everything below them, and for some collections: those of a department."""

SHARED_FILES = Rights(pages=(), files=("choose",))
"""What everybody may do with the files that belong to all."""
SHARED_COLLECTION = "Dùng chung"


def ensure_groups() -> dict[Role, Group]:
    """Make the missing groups and give them the rights they lack; rights given by hand stay."""
    groups = {role: Group.objects.get_or_create(name=role.value)[0] for role in RIGHTS}
    root, shared = Page.get_first_root_node(), shared_collection()
    everything = {Role.COMMUNICATIONS: [root], Role.TRANSLATORS: translated_branches()}
    for role, group in groups.items():
        grant(group, RIGHTS[role], everything[role], [Collection.get_first_root_node()])
        grant(group, SHARED_FILES, [], [shared])
    return groups


def translated_branches() -> list[Page]:
    """Return the home pages of the languages that are translated into."""
    return list(Page.objects.filter(depth=2).exclude(locale__language_code=settings.LANGUAGE_CODE))


def shared_collection() -> Collection:
    """Return the collection everybody may choose from; when it is made, the files that belonged to nobody go there."""
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=SHARED_COLLECTION).first()
    if found is None:
        found = root.add_child(name=SHARED_COLLECTION)
        for model in (PortalImage, PortalDocument):
            model.objects.filter(collection=root).update(collection=found)
    return found


def grant(group: Group, rights: Rights, pages: Iterable[Page], collections: Iterable[Collection]) -> None:
    """Give a group what it lacks of these rights, on these pages and collections with everything below them."""
    on_pages = [f"wagtailcore.{act}_page" for act in rights.pages]
    on_files = [name.format(act=act) for act in rights.files for name in FILES]
    known = _permissions({*on_pages, *on_files, *rights.single})
    wanted = {(page.pk, known[name].pk) for page in pages for name in on_pages}
    given = set(GroupPagePermission.objects.filter(group=group).values_list("page", "permission"))
    GroupPagePermission.objects.bulk_create(
        GroupPagePermission(group=group, page_id=page, permission_id=act) for page, act in sorted(wanted - given)
    )
    wanted = {(collection.pk, known[name].pk) for collection in collections for name in on_files}
    given = set(GroupCollectionPermission.objects.filter(group=group).values_list("collection", "permission"))
    GroupCollectionPermission.objects.bulk_create(
        GroupCollectionPermission(group=group, collection_id=collection, permission_id=act)
        for collection, act in sorted(wanted - given)
    )
    group.permissions.add(*(known[name] for name in rights.single))


def _permissions(names: set[str]) -> dict[str, Permission]:
    """Return the permissions written "app.codename"; KeyError when the table names one that is none."""
    codenames = {name.partition(".")[2] for name in names}
    rows = Permission.objects.filter(codename__in=codenames).select_related("content_type")
    found = {f"{row.content_type.app_label}.{row.codename}": row for row in rows}
    return {name: found[name] for name in names}
