"""The steps every form has in common: who files, whose dossier it is, how the result is received.

Texts are in the language in force. Keys and values are machine names: submissions, receipts and lists rely on them.
"""

from collections.abc import Collection, Mapping

from django.utils.translation import gettext as _

from core.models.terms import AudienceGroup
from services.forms.definition.administrative_units import list_date
from services.forms.definition.answers import Answer
from services.forms.definition.conditions import Condition, Test
from services.forms.definition.questions import Choice, Kind, Limits, Prefill, Question, Step
from services.rules.choices import ChannelKind

ON_BEHALF, OWN, OTHER = "on_behalf", "own", "other"
OWNER_TYPE, PERSON, ORGANISATION = "owner_type", "person", "organisation"
IDENTITY, NUMBER, PASSPORT = "identity_paper", "number", "passport"
DELIVERY = "delivery"
ADDRESS, PHONE = "address", "phone"
"""Where the owner is reached."""
REPRESENTATIVE = "representative"
"""How the keys of the questions about the representative begin."""

FOR_ANOTHER = Test(ON_BEHALF, "is", OTHER)
NAME_LENGTH = 200
OWNERS = {AudienceGroup.CITIZEN.value: PERSON, AudienceGroup.BUSINESS.value: ORGANISATION}
"""What the owner of a dossier can be, by the group of the audience a service is for."""


def owners_of(groups: Collection[str]) -> tuple[str, ...]:
    """Whose dossiers a service for these groups of audiences takes; both kinds while no audience is known."""
    return tuple(owner for group, owner in OWNERS.items() if not groups or group in groups)


def owner_name(answers: Mapping[str, Answer]) -> str:
    """Return the name of the owner of a dossier, "" while it is not given."""
    return str(answers.get("organisation_name") or answers.get("full_name") or "")


def may_prefill(key: str, answers: Mapping[str, Answer]) -> bool:
    """Return whether the profile of the person who files may answer that question: not those about somebody else."""
    return answers.get(ON_BEHALF) != OTHER or key.startswith(REPRESENTATIVE)


def before(owners: Collection[str]) -> tuple[Step, ...]:
    """Return the steps before those of the service itself."""
    return _filer(owners), _representative(), _owner(owners)


def _filer(owners: Collection[str]) -> Step:
    on_behalf = Question(
        ON_BEHALF,
        Kind.ONE.value,
        _("Whose application is it?"),
        _("The owner of the application is the person or organisation the result is made out to."),
        choices=(
            Choice(OWN, _("My own, or that of the organisation I represent by law")),
            Choice(OTHER, _("Somebody else’s: I file on behalf of the owner")),
        ),
    )
    if len(owners) == 1:
        return Step("filer", _("Who files"), questions=(on_behalf,))
    names = {PERSON: _("A person"), ORGANISATION: _("An enterprise, a cooperative or another organisation")}
    owner = Question(
        OWNER_TYPE,
        Kind.ONE.value,
        _("Who is the owner of the application?"),
        choices=tuple(Choice(value, name) for value, name in names.items() if value in owners),
    )
    return Step("filer", _("Who files"), questions=(on_behalf, owner))


def _representative() -> Step:
    questions = (
        Question(
            f"{REPRESENTATIVE}_name",
            Kind.PERSON_NAME.value,
            _("Full name of the person who files"),
            limits=Limits(most=NAME_LENGTH),
            prefill=Prefill.FULL_NAME.value,
        ),
        Question(
            f"{REPRESENTATIVE}_number",
            Kind.IDENTIFICATION.value,
            _("Personal identification number of the person who files"),
            _("The 12 digits on the identity card."),
            prefill=Prefill.IDENTIFICATION_NUMBER.value,
            sensitive=True,
        ),
        Question(
            f"{REPRESENTATIVE}_{PHONE}",
            Kind.PHONE.value,
            _("Phone number of the person who files"),
            prefill=Prefill.PHONE.value,
            sensitive=True,
        ),
        Question(
            f"{REPRESENTATIVE}_basis",
            Kind.ONE.value,
            _("Why may you file for the owner?"),
            choices=(
                Choice("authorised", _("The owner authorised me in writing")),
                Choice("appointed", _("The organisation sends or introduces me")),
                Choice("guardian", _("I am the father, mother or guardian")),
            ),
        ),
    )
    return Step(
        REPRESENTATIVE,
        _("The person who files"),
        _("You file for somebody else, so the receipt names both of you."),
        FOR_ANOTHER,
        questions,
    )


def _owner(owners: Collection[str]) -> Step:
    are_asked = len(owners) > 1
    questions: tuple[Question, ...] = ()
    if PERSON in owners:
        questions += _person(Test(OWNER_TYPE, "is", PERSON) if are_asked else None)
    if ORGANISATION in owners:
        questions += _organisation(Test(OWNER_TYPE, "is", ORGANISATION) if are_asked else None)
    return Step("owner", _("Owner of the application"), questions=questions + _contact())


def _person(condition: Condition | None) -> tuple[Question, ...]:
    return (
        Question(
            "full_name",
            Kind.PERSON_NAME.value,
            _("Full name"),
            _("As on the identity card or passport."),
            limits=Limits(most=NAME_LENGTH),
            shown_when=condition,
            prefill=Prefill.FULL_NAME.value,
        ),
        Question(
            "date_of_birth",
            Kind.BIRTH_DATE.value,
            _("Date of birth"),
            required=False,
            shown_when=condition,
            sensitive=True,
        ),
        Question(
            IDENTITY,
            Kind.ONE.value,
            _("What identifies the owner?"),
            choices=(
                Choice(NUMBER, _("Personal identification number (identity card)")),
                Choice(PASSPORT, _("Passport")),
            ),
            shown_when=condition,
        ),
        Question(
            "identification_number",
            Kind.IDENTIFICATION.value,
            _("Personal identification number"),
            _("The 12 digits on the identity card."),
            shown_when=Test(IDENTITY, "is", NUMBER),
            prefill=Prefill.IDENTIFICATION_NUMBER.value,
            sensitive=True,
        ),
        Question(
            "passport_number",
            Kind.TEXT.value,
            _("Passport number"),
            limits=Limits(most=20),
            shown_when=Test(IDENTITY, "is", PASSPORT),
            sensitive=True,
        ),
    )


def _organisation(condition: Condition | None) -> tuple[Question, ...]:
    return (
        Question(
            "organisation_name",
            Kind.TEXT.value,
            _("Name of the organisation"),
            _("In full, as on its certificate or decision of establishment."),
            limits=Limits(most=NAME_LENGTH),
            shown_when=condition,
            prefill=Prefill.ORGANISATION_NAME.value,
        ),
        Question(
            "business_number",
            Kind.BUSINESS.value,
            _("Business registration number"),
            _("10 digits, a branch has 3 more. Leave it blank if the organisation has none."),
            required=False,
            shown_when=condition,
            prefill=Prefill.BUSINESS_NUMBER.value,
        ),
        Question(
            "legal_representative",
            Kind.PERSON_NAME.value,
            _("Legal representative or head of the organisation"),
            limits=Limits(most=NAME_LENGTH),
            shown_when=condition,
        ),
    )


def _contact() -> tuple[Question, ...]:
    return (
        Question(PHONE, Kind.PHONE.value, _("Phone number"), prefill=Prefill.PHONE.value, sensitive=True),
        Question(
            "email",
            Kind.EMAIL.value,
            _("E-mail address"),
            _("Notices about the application go to the account that files; this address is for the office."),
            required=False,
            prefill=Prefill.EMAIL.value,
            sensitive=True,
        ),
        Question(
            ADDRESS,
            Kind.ADDRESS.value,
            _("Address"),
            prefill=Prefill.ADDRESS.value,
            sensitive=True,
            ward_list=list_date(),
        ),
    )


def delivery(ways: Collection[str]) -> Step:
    """Return how the result is received: the ways are ChannelKinds. Where there is only one, it is told instead of
    asked.
    """
    names = {
        ChannelKind.IN_PERSON.value: _("At the counter of the office"),
        ChannelKind.ONLINE.value: _("Online, in my account"),
        ChannelKind.POST.value: _("By post"),
    }
    choices = tuple(Choice(value, name) for value, name in names.items() if value in ways)
    if len(choices) > 1:
        first = Question(DELIVERY, Kind.ONE.value, _("How would you like to receive the result?"), choices=choices)
    else:
        first = Question(
            f"{DELIVERY}_way",
            Kind.INFORMATION.value,
            _("How you receive the result"),
            " ".join(choice.label for choice in choices),
            required=False,
        )
    address = (_delivery_address(is_chosen=len(choices) > 1),) if ChannelKind.POST in ways else ()
    return Step("delivery", _("Receiving the result"), questions=(first, *address))


def _delivery_address(*, is_chosen: bool) -> Question:
    return Question(
        f"{DELIVERY}_address",
        Kind.ADDRESS.value,
        _("Where should the result be sent?"),
        shown_when=Test(DELIVERY, "is", ChannelKind.POST.value) if is_chosen else None,
        prefill=Prefill.ADDRESS.value,
        sensitive=True,
        ward_list=list_date(),
    )
