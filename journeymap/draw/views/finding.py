"""One finding as a picture: the walk that shows it, with what is given, lost and asked again on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from journeymap.analysis import Answers
from journeymap.draw.choosing import Chosen
from journeymap.draw.finding_titles import category_of, title_of
from journeymap.draw.overlay import Overlay, overlaid
from journeymap.draw.scene import Arrow, Badge, Box, Mark, Scene, Tag
from journeymap.draw.views.finding_part import Part, part_of
from journeymap.draw.views.finding_story import Story, story_of
from journeymap.draw.views.heading import heading_of
from journeymap.draw.views.legend import legend
from journeymap.draw.views.naming import names
from journeymap.draw.views.touchpoints import entry_parts, touchpoint_box, transfer_arrow
from journeymap.draw.wishes import Wishes
from journeymap.draw.words import Words
from journeymap.findings import Diagnostic
from journeymap.graph import Edge, Network

__all__ = ["finding"]

_TITLE = Words("{title}: {map}", "{title}：{map}")
_ABOUT = Words("{text}: {name}", "{text}：{name}")
_LEFT_OUT = Words("{count} more touchpoints beside are not shown", "另有 {count} 个相邻触点未显示")
_LEFT_OUT_ONE = Words("1 more touchpoint beside is not shown", "另有 1 个相邻触点未显示")
_OPEN = Words("open {hours}", "服务时间 {hours}")
_SECTIONS = {
    "segments": Words("Segment", "客户分群"),
    "products": Words("Product", "产品线"),
    "reasons": Words("Reason for contact", "来电原因"),
    "channels": Words("Channel", "渠道"),
    "departments": Words("Department", "部门"),
    "systems": Words("System", "系统"),
    "information": Words("Information", "信息项"),
    "stages": Words("Stage", "阶段"),
    "contracts": Words("Contract", "服务承诺"),
    "touchpoints": Words("Touchpoint", "触点"),
    "scenarios": Words("Scenario", "情景"),
}


def finding(network: Network, diagnostic: Diagnostic, wishes: Wishes) -> Scene:
    """The scene of the view `finding`; boxes stand in the order of the walk. O(touchpoints + transfers).

    Where the finding is about a word of the vocabulary alone, the picture is a single box that says so.
    """
    part = part_of(network, diagnostic)
    chosen = Chosen(network, part.cases, part.touchpoints, part.edges)
    overlay = _overlay(chosen, diagnostic, wishes)
    story = story_of(network.map, diagnostic, wishes.language)
    boxes = tuple(_boxes(chosen, part, overlay, story, wishes))
    arrows = tuple(_arrow(chosen, edge, overlay, story, wishes) for edge in part.edges)
    dots, ways_in = _entries(chosen, part, story, wishes)
    return Scene(
        heading=heading_of(
            "finding",
            chosen,
            overlay,
            replace(wishes, title=_title(network, diagnostic, wishes)),
            _question(network, diagnostic, overlay, wishes),
            legend=legend((*dots, *boxes), arrows, overlay.marks, wishes),
            notes=_left_out(part, wishes),
        ),
        boxes=(*dots, *boxes) or (_word(network, diagnostic, wishes),),
        arrows=(*ways_in, *arrows),
    )


def _title(network: Network, diagnostic: Diagnostic, wishes: Wishes) -> str:
    title = title_of(diagnostic.code).say(wishes.language)
    named = _TITLE.say(wishes.language, title=title, map=network.map.name) if network.map.name else title
    return wishes.title or named


def _question(network: Network, diagnostic: Diagnostic, overlay: Overlay, wishes: Wishes) -> str:
    """The message as a sentence; in other languages than that of the messages, what the legend says of the finding."""
    if wishes.language == "en":
        return (diagnostic.message[:1].upper() + diagnostic.message[1:]).replace(" -> ", " → ")
    text, title = overlay.marks[0].text, title_of(diagnostic.code).say(wishes.language)
    name = _word(network, diagnostic, wishes).name
    return text if text != title or name == title else _ABOUT.say(wishes.language, text=text, name=name)


def _overlay(chosen: Chosen, diagnostic: Diagnostic, wishes: Wishes) -> Overlay:
    """The finding alone, marked 1, whether it was accepted or not."""
    shown = replace(diagnostic, suppressed=None)
    answers = Answers(chosen.network.map)
    overlay = overlaid((shown,), chosen, answers, (diagnostic.code,), wishes.language, "finding")
    mark = Mark(
        number=1,
        code=diagnostic.code,
        category=category_of(diagnostic.code),
        severity=diagnostic.severity.value,
        text=title_of(diagnostic.code).say(wishes.language),
        fingerprint=diagnostic.fingerprint,
    )
    return replace(overlay, marks=overlay.marks or (mark,), notes=())


def _boxes(chosen: Chosen, part: Part, overlay: Overlay, story: Story, wishes: Wishes) -> Iterator[Box]:
    for place, number in enumerate(part.touchpoints, 1):
        key = chosen.network.ids[number]
        box = touchpoint_box(chosen, number, overlay, wishes, group=None)
        owners = names(chosen.network, "departments", chosen.network.touchpoints[number].department, wishes.language)
        notes = (owners, *_open(chosen.network, number, part, wishes), *box.notes, *story.notes.get(key, ()))
        step = story.numbers.get(key) if story.numbers else place if part.walk else None
        yield replace(box, tags=_tags(chosen, box, key, story), notes=notes, step=step)


def _tags(chosen: Chosen, box: Box, key: str, story: Story) -> tuple[Tag, ...]:
    """Only what the finding is about."""
    items = {chosen.network.map.name_of("information", item) for item in story.items}
    tags = tuple(tag for tag in box.tags if tag.text in items)
    return tuple(replace(tag, state="repeated") for tag in tags) if key in story.again else tags


def _open(network: Network, number: int, part: Part, wishes: Wishes) -> Iterator[str]:
    """When a person is there, where the finding is about time."""
    touchpoint = network.touchpoints[number]
    hours = touchpoint.hours or network.map.departments[touchpoint.department[0]].hours
    if part.time and hours and not network.machine[number]:
        yield _OPEN.say(wishes.language, hours=hours)


def _arrow(chosen: Chosen, edge: Edge, overlay: Overlay, story: Story, wishes: Wishes) -> Arrow:
    """What is lost on a transfer is said in place of its condition, which stands in the tooltip."""
    arrow = transfer_arrow(chosen, edge, overlay, wishes)
    lost = story.lost.get((chosen.network.ids[edge.source], chosen.network.ids[edge.target]))
    return arrow if lost is None else replace(arrow, labels=(lost,), emphasis=arrow.emphasis or "repeat")


def _entries(chosen: Chosen, part: Part, story: Story, wishes: Wishes) -> tuple[tuple[Box, ...], tuple[Arrow, ...]]:
    """The dot where the walk begins; without a walk, those of all that is shown."""
    ids = chosen.network.ids
    wanted = [number for number in part.touchpoints if ids[number] in story.enters or not (story.enters or part.walk)]
    return entry_parts(replace(chosen, touchpoints=tuple(wanted)), wishes)


def _left_out(part: Part, wishes: Wishes) -> tuple[str, ...]:
    if not part.left_out:
        return ()
    return ((_LEFT_OUT_ONE if part.left_out == 1 else _LEFT_OUT).say(wishes.language, count=part.left_out),)


def _word(network: Network, diagnostic: Diagnostic, wishes: Wishes) -> Box:
    """A single box for what is no place on the map: a reason, a system, a line of a file."""
    badge = Badge(1, category_of(diagnostic.code))
    section, _, rest = diagnostic.path.partition(".")
    key = rest.partition(".")[0]
    declared: Mapping[str, object] = getattr(network.map, section, {}) if section in _SECTIONS else {}
    name = network.map.name_of(section, key) if key in declared and section != "contracts" else key or diagnostic.path
    words = _SECTIONS.get(section)
    return Box(
        id="finding",
        name=name or title_of(diagnostic.code).say(wishes.language),
        kind="more",
        notes=(words.say(wishes.language),) if words is not None else (),
        badges=(badge,),
        emphasis=badge.category,
        details=(diagnostic.message,),
    )
