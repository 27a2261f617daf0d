"""Forms as one application: flows one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from journeymap.exchange.importing.draft import Block, Channel, Draft, Flow, Place, Remark
from journeymap.exchange.importing.govuk_forms.form import Form, words
from journeymap.exchange.importing.govuk_forms.links import key_of
from journeymap.exchange.importing.govuk_forms.pages import WEB, blocks_of, oddities
from journeymap.findings import Message

__all__ = ["application"]

_ORDER = "the forms are filled in one after the other, checks first, then by number and name; they share no answers"
_ANSWERS = "a page that asks nothing and leads nowhere is taken for an answer that settles the matter"


def application(forms: Sequence[Form]) -> Draft:
    """The forms as one draft, whatever their order. Linear in pages, components and links."""
    ordered = sorted(forms, key=lambda form: form.order)
    remarks = [Remark("assumed", Place(""), Message(_ORDER))] if len(ordered) > 1 else []
    following = dict(pairwise(form.name for form in ordered))
    blocks: list[Block] = []
    for form in ordered:
        remarks += oddities(form)
        blocks += blocks_of(form, following.get(form.name), remarks)
    remarks += _answers(ordered)
    flows = tuple(_flow(form, _title(form, ordered), entry=form is ordered[0]) for form in ordered)
    return Draft(_name(ordered), flows, tuple(blocks), (Channel(WEB, "Web", "self"),), tuple(remarks))


def _answers(forms: Sequence[Form]) -> list[Remark]:
    """Said once, wherever it happened."""
    ends = [page for form in forms for page in form.pages.values() if form.ends_at(page)]
    said = any(not page.is_summary and not page.is_confirmation for page in ends)
    return [Remark("assumed", Place(""), Message(_ANSWERS))] if said else []


def _name(forms: Sequence[Form]) -> str:
    """What most forms say they belong to; else the folder they lie in, or the title of the only one."""
    names = Counter(words(form.content.get("name")) for form in forms)
    names.pop("", None)
    if names:
        return names.most_common(1)[0][0]
    folder = forms[0].name.rpartition("/")[0].rpartition("/")[2]
    return folder if len(forms) > 1 and folder else forms[0].title


def _title(form: Form, forms: Sequence[Form]) -> str:
    """What a form is called; one of several often bears the name of them all."""
    return form.title if len(forms) > 1 else form.section or words(form.content.get("name")) or form.title


def _flow(form: Form, title: str, *, entry: bool) -> Flow:
    return Flow(form.name, title, form.place(), key_of(form, form.first.path), entry)
