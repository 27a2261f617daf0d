"""The legend: every form that the picture contains, explained once, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from journeymap.draw.scene import Arrow, Box, LegendEntry, Mark
from journeymap.draw.wishes import Wishes
from journeymap.draw.words import Words

__all__ = ["LEGEND_WORDS", "legend", "legend_of"]

LEGEND_WORDS = {
    "entry": Words("Customers begin here", "客户由此进入"),
    "box:person": Words("Touchpoint, a person", "触点（人工）"),
    "box:machine": Words("Touchpoint, a machine", "触点（机器）"),
    "box:department": Words("Department", "部门"),
    "box:more": Words("Not shown here", "此处未展开"),
    "resolution": Words("Resolved here, with share", "在此解决（比例）"),
    "tag:asked": Words("Asked when not known", "未知时询问"),
    "tag:always": Words("Always asked", "每次必问"),
    "tag:repeated": Words("Asked again", "重复询问"),
    "tag:lost": Words("Lost on the way", "途中丢失"),
    "glyph:phone": Words("Phone", "电话"),
    "glyph:chat": Words("Chat", "在线聊天"),
    "glyph:mail": Words("Mail", "邮件"),
    "glyph:web": Words("Web", "网站"),
    "glyph:app": Words("App", "手机应用"),
    "glyph:branch": Words("Branch", "网点"),
    "glyph:back_office": Words("Back office", "后台"),
    "glyph:other": Words("Other channel", "其他渠道"),
    "arrow:step": Words("Step inside one menu or site", "同一菜单或网站内前进"),
    "arrow:warm": Words("Warm transfer, with a briefing", "协商转（有交代）"),
    "arrow:cold": Words("Cold transfer, without a briefing", "盲转（无交代）"),
    "arrow:redirect": Words("Redirect, to make contact again", "指引客户另行联络"),
    "arrow:callback": Words("Callback by the company", "由公司回拨"),
    "arrow:ticket": Words("Ticket, customer not on the line", "工单（客户不在线）"),
    "arrow:next": Words("Next in the journey", "旅程的下一步"),
    "arrow:handover": Words("Hand-over, wider for more", "转接（线越粗越多）"),
    "arrow:loop": Words("Hand-over that can come back", "可能又被转回来的转接"),
    "arrow:alternative": Words("Way taken if closed", "关闭时改走"),
    "closed": Words("Closed on arrival, with the hours", "到达时已关闭（附时段）"),
    "category:blind_spot": Words("Blind spot", "盲区"),
    "category:loop": Words("Pointless loop", "无意义循环"),
    "category:repeat": Words("Repeated information", "重复提供信息"),
    "category:closed": Words("Closed door", "关闭的入口"),
    "category:other": Words("Other finding", "其他发现"),
}
"""The symbols a legend can explain, in its order."""


def legend(
    boxes: Sequence[Box], arrows: Sequence[Arrow], marks: Iterable[Mark], wishes: Wishes
) -> tuple[LegendEntry, ...]:
    """An entry for everything that the picture contains, and for nothing else; empty where none is wished."""
    return legend_of({*_of_boxes(boxes), *_of_arrows(arrows), *(f"category:{mark.category}" for mark in marks)}, wishes)


def legend_of(symbols: Iterable[str], wishes: Wishes) -> tuple[LegendEntry, ...]:
    """An entry for each symbol, in the order of all legends; empty where none is wished."""
    contained = frozenset(symbols) if wishes.legend else frozenset()
    return tuple(
        LegendEntry(symbol, words.say(wishes.language)) for symbol, words in LEGEND_WORDS.items() if symbol in contained
    )


def _of_boxes(boxes: Sequence[Box]) -> Iterator[str]:
    for box in boxes:
        if box.kind == "touchpoint":
            yield f"box:{box.handled_by or 'person'}"
        else:
            yield "entry" if box.kind == "entry" else f"box:{box.kind}"
        if box.glyph is not None:
            yield f"glyph:{box.glyph}"
        if box.resolution is not None:
            yield "resolution"
        yield from (f"tag:{tag.state}" for tag in box.tags)


def _of_arrows(arrows: Sequence[Arrow]) -> Iterator[str]:
    for arrow in arrows:
        if arrow.kind != "entry":
            yield "arrow:alternative" if arrow.alternative else f"arrow:{arrow.kind}"
        if arrow.kind == "handover" and arrow.emphasis == "loop":
            yield "arrow:loop"
        if arrow.closed is not None:
            yield "closed"
