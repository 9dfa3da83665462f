"""What a person reads when a file is refused: what is wrong with it and what they can do now."""

from django.utils.translation import gettext_lazy as _

from services.forms.uploads.exceptions import Refusal
from services.forms.uploads.limits import LARGEST_FILE, LARGEST_TOGETHER, MEGABYTE, MOST_FILES

SENTENCES = {
    "kind_not_allowed": _(
        "This kind of file is not accepted. Send a PDF, a picture (JPG, PNG, HEIC), a Word file (DOCX) "
        "or an Excel file (XLSX)."
    ),
    "empty": _("The file is empty. Open it on your device to see whether it holds anything, then choose it again."),
    "too_large": _(
        "The file is larger than %(megabytes)d MB. Scan it at a lower resolution, take the photo in a smaller size, "
        "or split it into several files."
    ),
    "content_mismatch": _(
        "Inside, the file is neither a PDF, a picture (JPG, PNG, HEIC), a Word file (DOCX) nor an Excel file (XLSX), "
        "whatever its name says. Open it on your device and save it as PDF, or take a photo of the document."
    ),
    "damaged": _(
        "The file is damaged or was not copied completely. See whether it opens on your device, then choose it again, "
        "or save it as a new file."
    ),
    "protected": _(
        "The file can only be opened with a password, or was saved by an old program (DOC, XLS). Save it without a "
        "password, as PDF, DOCX or XLSX, and choose it again."
    ),
    "script": _(
        "The file holds a script: a small program that runs when the file is opened. Print it to a new PDF, which "
        "holds the pages alone, and choose that."
    ),
    "macros": _(
        "The file holds macros: small programs of Word or Excel. Save it as DOCX or XLSX without macros, or as PDF, "
        "and choose it again."
    ),
    "acts_by_itself": _(
        "The file does something by itself when it is opened or clicked on, such as opening a page or a program. "
        "Print it to a new PDF, and choose that."
    ),
    "fetches_content": _(
        "The file takes content from another place, such as a website, another file or a database, and an officer "
        "would not see what you see. Save it as PDF, and choose that."
    ),
    "unsafe_link": _(
        "A link in the file leads to something other than a website, an e-mail address or a telephone number. Remove "
        "the link, or print the file to a new PDF, and choose it again."
    ),
    "embedded_file": _(
        "There is another file inside this one that is not accepted. Take it out and send it by itself, or print this "
        "file to a new PDF."
    ),
    "media_inside": _(
        "The file holds a film, a sound or a 3D model. Print it to a new PDF, which holds the pages alone, and "
        "choose that."
    ),
    "sending_form": _(
        "The file is a form that sends or fetches what is filled in, or is only drawn by one program. Fill it in, "
        "print it to a new PDF, and choose that."
    ),
    "xml_entities": _(
        "The file is written in a way that no common program uses and that could grow without end. Save it as a new "
        "PDF, and choose that."
    ),
    "unknown_part": _(
        "The file holds a part that we do not know and therefore cannot check. Nothing needs to be wrong with it: save "
        "it as PDF, and choose that."
    ),
    "hidden_content": _(
        "Parts of the file are stored in a way that we cannot look into. Nothing needs to be wrong with it: print it "
        "to a new PDF, and choose that."
    ),
    "mixed_content": _(
        "The file holds content of another kind before, after or inside its own. Open it, save it as a new PDF, "
        "and choose that."
    ),
    "expands_too_much": _("The file unpacks to far more than its own size. Save it as PDF and choose that."),
    "too_many_pixels": _(
        "The picture has too many pixels. Take the photo at a lower resolution, or save it in a smaller size."
    ),
    "infected": _(
        "The virus scanner found a harmful program in the file; it was not kept. Check your device, and send the "
        "document from another device or as a photo."
    ),
    "not_checked": _(
        "We could not check the file to the end. Nothing needs to be wrong with it: print it to a new PDF, or take a "
        "photo of the document, and choose that."
    ),
    "not_cleaned": _(
        "The place and other details stored inside the picture could not be removed, so it was not kept. "
        "Take the photo again, or save it as PDF."
    ),
    "too_many_files": _(
        "There are already %(most)d files, no more can be added. Remove one, or put several documents into one PDF."
    ),
    "too_much_together": _(
        "All files together would be larger than %(megabytes)d MB. Remove one, or send smaller copies."
    ),
    "too_many_here": _(
        "No more files can be added to this document, the limit is %(most)d. Remove one before you add another."
    ),
    "unknown_question": _(
        "The form does not ask for this file. Go back to your application and choose the document again."
    ),
    "closed": _("Files can no longer be added to or removed from this application."),
    "storage_full": _(
        "The file could not be kept, because our storage is full. Nothing you entered is lost. Please try again later."
    ),
}
_VALUES = {
    "too_large": {"megabytes": LARGEST_FILE // MEGABYTE},
    "too_much_together": {"megabytes": LARGEST_TOGETHER // MEGABYTE},
    "too_many_files": {"most": MOST_FILES},
}
_STATUSES = {"too_large": 413, "storage_full": 507, "closed": 409}


def sentence(refusal: Refusal) -> str:
    """Return the sentence in the language of the moment."""
    return sentence_of(refusal.code, **refusal.values)


def sentence_of(code: str, **values: int) -> str:
    """Return the same for a code that was stored with a file."""
    return str(SENTENCES[code]) % (_VALUES.get(code, {}) | values)


def status_of(refusal: Refusal) -> int:
    """Return the HTTP status of the answer; 422 where the file itself is at fault."""
    return _STATUSES.get(refusal.code, 422)
