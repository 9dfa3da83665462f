"""What a person meets in the editors' area: the own pages with what stands above them, and files one may use."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import F, Q
from wagtail.documents import get_document_model
from wagtail.documents.permissions import permission_policy as document_policy
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.models import CollectionMember, Page, PageQuerySet
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permissions import page_permission_policy

from core.visibility import in_force

Person = AbstractBaseUser | AnonymousUser
ACTS_ON_FILES = ("add", "change", "delete", "choose")


def sees_page(user: Person, page: Page) -> bool:
    """Return whether the page stands in this person's part of the tree, or above it, or waits for their approval."""
    if page.permissions_for_user(user).can_edit():
        return True
    return bool(page_permission_policy.explorable_instances(user).filter(pk=page.pk).exists())


def named_in_public(pages: PageQuerySet) -> PageQuerySet:
    """Return the pages whose name in the editors' area is the one the public reads."""
    return in_force(pages).filter(draft_title=F("title"))


def choosable(user: Person, pages: PageQuerySet) -> PageQuerySet:
    """Return the pages this person may link to: those of the own part, and of others what is public."""
    own = page_permission_policy.explorable_instances(user)
    seen = Page.objects.filter(Q(pk__in=own.values("pk")) | Q(pk__in=named_in_public(Page.objects.all()).values("pk")))
    return pages.filter(id__in=seen.values("pk"))


def policy_of(model: type[CollectionMember]) -> CollectionOwnershipPermissionPolicy | None:
    """Return who may do what with files of that kind; None for what is no file."""
    return {get_document_model(): document_policy, get_image_model(): image_policy}.get(model)


def sees_file(user: Person, file: CollectionMember) -> bool:
    """Return whether this person may use or change that picture or document."""
    policy = policy_of(type(file))
    return policy is None or policy.user_has_any_permission_for_instance(user, ACTS_ON_FILES, file)
