"""What a picture says of itself: the map's name, the question it answers, what was chosen, and what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from journeymap.draw.choosing import Chosen
from journeymap.draw.overlay import Overlay
from journeymap.draw.scene import Heading, LegendEntry, View
from journeymap.draw.views.naming import customers, names, touchpoint_name
from journeymap.draw.wishes import Language, Wishes
from journeymap.draw.words import Words
from journeymap.model import Choice as OneOf
from journeymap.model import Filter

__all__ = ["chosen_words", "heading_of"]

_NAMELESS = Words("Contact map", "客户联络图")
_ASKED_OF = Words("{question} Only {chosen}.", "{question}仅看{chosen}。")
_CLAUSES = Words("; ", "；")
_DEPARTMENTS = Words("department {names}", "部门 {names}")
_CHANNELS = Words("channel {names}", "渠道 {names}")
_STAGES = Words("stage {names}", "阶段 {names}")
_FOCUS = Words("within {depth} transfers of {name}", "与 {name} 相隔不超过 {depth} 次转接")
_FOCUS_ONE = Words("within one transfer of {name}", "与 {name} 相隔不超过一次转接")
_DESCRIPTION = Words("{title}. {subtitle}", "{title}。{subtitle}")


def heading_of(
    view: View,
    chosen: Chosen,
    overlay: Overlay,
    wishes: Wishes,
    question: str,
    *,
    description: str = "",
    legend: tuple[LegendEntry, ...] = (),
    notes: Iterable[str] = (),
) -> Heading:
    """The heading of a picture: `question` becomes the subtitle, with what was chosen in words."""
    language = wishes.language
    title = wishes.title or chosen.network.map.name or _NAMELESS.say(language)
    told = chosen_words(chosen, language)
    subtitle = _ASKED_OF.say(language, question=question, chosen=told) if told else question
    return Heading(
        view=view,
        title=title,
        subtitle=subtitle,
        description=description or _DESCRIPTION.say(language, title=title, subtitle=subtitle),
        language=language,
        date=wishes.date,
        notes=(*notes, *overlay.notes),
        marks=overlay.marks,
        legend=legend,
    )


def chosen_words(chosen: Chosen, language: Language) -> str:
    """The filters of a picture in words; empty where everything is shown."""
    return _CLAUSES.say(language).join(_clauses(chosen, language))


def _clauses(chosen: Chosen, language: Language) -> Iterator[str]:
    network, choice = chosen.network, chosen.choice
    asked = {"segment": choice.segments, "product": choice.products, "reason": choice.reasons}
    cases = Filter(**{dimension: OneOf(ids=ids) for dimension, ids in asked.items() if ids})
    if not cases.everyone:
        yield customers(network, cases, language)
    for words, section, keys in (
        (_DEPARTMENTS, "departments", choice.departments),
        (_CHANNELS, "channels", choice.channels),
        (_STAGES, "stages", choice.stages),
    ):
        if keys:
            yield words.say(language, names=names(network, section, keys, language))
    if choice.focus is not None:
        words = _FOCUS_ONE if choice.depth == 1 else _FOCUS
        name = touchpoint_name(network, network.number[choice.focus])
        yield words.say(language, name=name, depth=choice.depth)
