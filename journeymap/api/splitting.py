"""A set of pictures: one for each department with its neighbours, an overview, and a page that leads to all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from journeymap.api.drawn_map import MOST_TOUCHPOINTS, Drawing, DrawnMap
from journeymap.draw.choosing import Chosen
from journeymap.draw.render.index_page import Entry, Page, index_page
from journeymap.draw.render.picture_names import INDEX, OVERVIEW, department_file
from journeymap.draw.render.signature import signed
from journeymap.draw.words import Words
from journeymap.findings import Message

__all__ = ["ENDINGS", "around_department", "split_by_department"]

ENDINGS: Mapping[str, str] = {"mermaid": "mmd"}
"""How a file in a format ends, where that is not the format itself."""

_TOO_LARGE = '"{department}" with its neighbours has {count} touchpoints, too many for one picture: it is not drawn'
_NOT_DRAWN = Words(
    "{count} touchpoints, too many for one picture: --department {department} --focus TOUCHPOINT shows a part",
    "{count} 个触点，一张图放不下：用 --department {department} --focus 触点 查看局部",
)
_OVERVIEW = Words("Overview by departments", "部门总览")
_TOUCHPOINT, _TOUCHPOINTS = Words("1 touchpoint", "1 个触点"), Words("{count} touchpoints", "{count} 个触点")


def split_by_department(drawn: DrawnMap, view: Literal["contact", "lanes"], chosen: Chosen) -> Drawing:
    """A drawing with its files by name: ``index.html``, the overview, and a picture for each department.

    Each shows the department's touchpoints and those one transfer away. Names come from the ids of the departments.
    A department that is too large for a picture has none; the page and the notes say so.
    """
    overview = drawn.draw("departments", chosen)
    ending = ENDINGS.get(drawn.look.format, drawn.look.format)
    files: dict[str, str | bytes] = {f"{OVERVIEW}.{ending}": overview.content}
    entries, notes = [], list(overview.notes)
    for key, part in _departments(chosen):
        name = drawn.answers.map.name_of("departments", key)
        if len(part.touchpoints) > MOST_TOUCHPOINTS:
            values: dict[str, str | int] = {"count": len(part.touchpoints), "department": key}
            notes.append(str(Message(_TOO_LARGE, values | {"department": name})))
            entries.append(Entry(name, "", _NOT_DRAWN.say(drawn.wishes.language, **values)))
            continue
        drawing = drawn.draw(view, part)
        file = f"{department_file(key)}.{ending}"
        files[file] = drawing.content
        count = drawing.counts["touchpoints"]
        told = (_TOUCHPOINT if count == 1 else _TOUCHPOINTS).say(drawn.wishes.language, count=count)
        entries.append(Entry(name, file, told))
        notes += drawing.notes
    page = signed(index_page(_page(drawn, f"{OVERVIEW}.{ending}", tuple(entries))), "html")
    counts = {"pictures": len(files)}
    return replace(
        overview,
        view=view,
        content=page,
        files={INDEX: page, **files},
        counts=counts,
        notes=tuple(dict.fromkeys(notes)),
    )


def around_department(chosen: Chosen, department: str) -> Chosen:
    """The touchpoints of a department and those one transfer away, with the transfers that touch it."""
    touchpoints = chosen.network.touchpoints
    own = {number for number in chosen.touchpoints if department in touchpoints[number].department}
    edges = tuple(edge for edge in chosen.edges if edge.source in own or edge.target in own)
    shown = own.union(*((edge.source, edge.target) for edge in edges))
    choice = replace(chosen.choice, departments=(department,))
    return replace(chosen, touchpoints=tuple(sorted(shown)), edges=edges, choice=choice)


def _departments(chosen: Chosen) -> Iterator[tuple[str, Chosen]]:
    """Each department that is shown, by name, and its part."""
    network = chosen.network
    keys = {key for number in chosen.touchpoints for key in network.touchpoints[number].department}
    for key in sorted(keys, key=lambda key: (network.map.name_of("departments", key), key)):
        yield key, around_department(chosen, key)


def _page(drawn: DrawnMap, overview: str, entries: tuple[Entry, ...]) -> Page:
    language = drawn.wishes.language
    contact_map = drawn.answers.map
    return Page(
        title=drawn.wishes.title or contact_map.name or "",
        description=contact_map.description or "",
        language=language,
        date=drawn.wishes.date,
        overview=Entry(_OVERVIEW.say(language), overview),
        departments=entries,
    )
