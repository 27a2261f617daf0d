"""Maps whose names and conditions try everything that could break a file, or the program that opens it."""

from __future__ import annotations

import unicodedata
from typing import Any

from hypothesis import strategies as st
from strategies import contact_maps

from journeymap.model import ContactMap

__all__ = ["SNIPPETS", "hostile_maps", "hostile_text"]

SNIPPETS = (
    "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(1)", "＝1", "\t=1", "\r=1", "'", "''",
    '"', '""', '"a"', '"a" b "c"', "'=1",
    "; =1", ";", "；", "a; b", "[a, b]", "{a: b}", "[", "{", "!include /etc/passwd", "!define a b", "!$x = 1",
    "%date()",
    "$x", "<img:x.png>", "<script>", "<U+0041>", "&#65;", "**a**", "--a--", "~", "@enduml", "@startuml", "end title",
    "\n@enduml\n", "\n!include x", "/'", "'/", "\\n", "\\", "<<", "[[http://x]]", "_x0041_", "x005F_", "_x000D_",
    "#N/A",
    "true", "60%", "null", "007", "1e3", "\x00", "\x07", "\x1b[31m", "\x85", "\u2028", "\u202e", "\ufeff", "\ufffe",
    "]]>", "&amp;", "&", "<", ">", "客户联络图", "：", "👍🏽", "e\u0301", " ", " a ", "\n", "\r\n", "\u00a0", "a" * 400,
)  # fmt: skip

hostile_text = st.lists(
    st.sampled_from(SNIPPETS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=4), max_size=3
).map(lambda parts: unicodedata.normalize("NFC", "".join(parts)))
_SECTIONS = ("segments", "products", "reasons", "stages", "channels", "departments", "systems", "information")


@st.composite
def hostile_maps(draw: Any) -> ContactMap:
    data = draw(contact_maps())
    for section in (*_SECTIONS, "touchpoints"):
        if isinstance(data.get(section), list):
            data[section] = {key: {} for key in data[section]}
        for key, value in data.get(section, {}).items():
            data[section][key] = {**(value or {}), "name": draw(hostile_text)}
    for touchpoint in data["touchpoints"].values():
        touchpoint["tasks"] = draw(st.lists(hostile_text, max_size=2))
        for target, transfer in touchpoint.get("transfers", {}).items():
            if not isinstance(transfer, list):
                touchpoint["transfers"][target] = {**(transfer or {}), "when": draw(hostile_text)}
    return ContactMap.model_validate({**data, "name": draw(hostile_text), "currency": draw(hostile_text)})
