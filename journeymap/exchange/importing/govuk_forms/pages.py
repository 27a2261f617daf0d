"""Pages of a form as touchpoints on the web."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from journeymap.exchange.importing.draft import Block, Place, Remark, Way
from journeymap.exchange.importing.govuk_forms.components import items_of
from journeymap.exchange.importing.govuk_forms.form import Form, Page, mappings, words
from journeymap.exchange.importing.govuk_forms.links import key_of, links_of
from journeymap.exchange.importing.govuk_forms.order import Order
from journeymap.findings import Message

__all__ = ["WEB", "blocks_of", "oddities"]

WEB = "web"
"""The key of the channel on which all pages are."""

_NO_START = 'the start page "{path}" does not exist; the first page is taken'
_TWICE = 'the path "{path}" stands twice; the first page counts'
_NO_WAY_ON = '"{page}" asks for something and leads nowhere'
_OUTSIDE = '"{page}" leads outside to "{address}", which is taken for a place that settles the matter'
_FEE = 'the fee "{fee}" is not in the map'


def oddities(form: Form) -> Iterator[Remark]:
    """What is wrong with a form as a whole, or has no place in a map."""
    if form.start not in form.pages and not form.in_order:
        yield Remark("error", form.place("startPage"), Message(_NO_START, {"path": form.start}))
    for page in form.all_pages:
        if form.pages[page.path] is not page:
            place = form.place("pages", page.number, "path", within=page.path)
            yield Remark("error", place, Message(_TWICE, {"path": page.path}))
    for fee in mappings(form.content.get("fees")):
        yield Remark("dropped", form.place("fees"), Message(_FEE, {"fee": words(fee.get("description"))}))


def blocks_of(form: Form, following: str | None, remarks: list[Remark]) -> Iterator[Block]:
    """A block for each page in the order of the file, and for each address outside; `following` is the form that
    comes next. What is wrong is told in `remarks`.
    """
    outside: dict[str, Block] = {}
    order = Order.of(form, remarks) if form.in_order else None
    for number, page in enumerate(page for page in form.all_pages if form.pages[page.path] is page):
        ways = links_of(form, page, remarks) if order is None else order.ways_from(number, remarks)
        block = _block(form, page, ways, following, remarks)
        for way in block.ways:
            if "://" in way.target and way.target not in outside:
                place = way.place or block.place
                outside[way.target] = _beyond(form, way.target, place)
                values = {"page": page.title, "address": way.target}
                remarks.append(Remark("assumed", place, Message(_OUTSIDE, values)))
        yield replace(block, ways=tuple(_inside(form, way) for way in block.ways))
    yield from outside.values()


def _block(form: Form, page: Page, ways: list[Way], following: str | None, remarks: list[Remark]) -> Block:
    place = form.place("pages", page.number, within=page.path)
    asks, is_linked = items_of(form, page), form.is_linked(page)
    is_end = page.is_summary or page.is_confirmation
    if is_end and following is not None:
        ways.append(Way(following, kind="next", place=place))
    is_answer = not ways and not asks and not is_linked
    if not ways and asks and not is_end and not is_linked:
        remarks.append(Remark("error", place, Message(_NO_WAY_ON, {"page": page.title})))
    resolves = is_answer or (is_end and not ways)
    return Block(
        key_of(form, page.path), form.name, page.title, place, "touchpoint", WEB, asks=asks, resolves=resolves,
        ways=tuple(ways),
    )  # fmt: skip


def _beyond(form: Form, address: str, place: Place) -> Block:
    """A page outside the form."""
    return Block(f"{form.name}/{address}", form.name, address, place, "touchpoint", WEB, resolves=True)


def _inside(form: Form, way: Way) -> Way:
    return replace(way, target=f"{form.name}/{way.target}") if "://" in way.target else way
