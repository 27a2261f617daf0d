"""Drafts written in one line, and generated ones."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from journeymap.exchange.importing.draft import END, Block, Channel, Draft, Flow, Item, Place, Way

PLACE = Place("flow.json", 7)
PHONE = Channel("phone", "Phone", "live")


def way(target: str, when: str = "", **attributes: Any) -> Way:
    return Way(target if target == END else f"f/{target}", when, **attributes)


def block(key: str, *ways: Way, **attributes: Any) -> Block:
    return Block(f"f/{key}", "f", key, PLACE, ways=ways, **attributes)


def touchpoint(key: str, *ways: Way, **attributes: Any) -> Block:
    return block(key, *ways, **{"role": "touchpoint", "channel": "phone", "handled_by": "machine", **attributes})


def draft(*blocks: Block, first: str | None = None, entry: bool = True) -> Draft:
    """A draft of one flow, which begins at its first block unless another is named."""
    flow = Flow("f", "Main line", PLACE, f"f/{first}" if first else blocks[0].key, entry)
    return Draft("Bank", (flow,), blocks, (PHONE,))


NAMES = st.sampled_from(
    ["Menu", "menu", "Queue", "呼叫中心", "", "no", "..", "../../etc", "a\x00b\ud800", "x" * 300, "*", "1"]
)
WORDS = st.sampled_from(["", "1", "2", "error", "a\nb", "# x", "\u202e", "关门"])
ITEMS = st.builds(Item, st.sampled_from("xyz"), NAMES, st.booleans(), st.booleans())


@st.composite
def drafts(draw: st.DrawFn, most: int = 8) -> Draft:
    """Drafts of up to two flows with blocks of every role, ways to everywhere and to nowhere."""
    flows = ["f", "g"][: draw(st.integers(1, 2))]
    keys = [f"{draw(st.sampled_from(flows))}/{number}" for number in range(draw(st.integers(0, most)))]
    targets = st.sampled_from([*keys, *flows, "alias", END, "f/nowhere"])
    ways = st.lists(
        st.builds(
            Way,
            targets,
            WORDS,
            st.sampled_from([None, None, "cold", "next"]),
            st.booleans(),
            st.booleans(),
            st.sampled_from([None, None, 3]),
        ),
        max_size=4,
    )
    blocks = [
        Block(
            key,
            key[0],
            draw(NAMES),
            PLACE,
            draw(st.sampled_from(["touchpoint", "technical", "technical", "hours"])),
            draw(st.sampled_from(["", "phone", "web"])),
            draw(st.sampled_from([None, "person", "machine"])),
            tuple(draw(st.lists(ITEMS, max_size=3))),
            ("greet", "greet"),
            draw(st.booleans()),
            draw(st.booleans()),
            draw(st.sampled_from([None, "Mo-Fr 09:00-17:00", "whenever"])),
            draw(st.sampled_from([None, "g", "Sales"])),
            draw(st.sampled_from([None, "Before"])),
            tuple(draw(ways)),
        )
        for key in keys
    ]
    described = [
        Flow(
            key, draw(NAMES), PLACE, draw(st.sampled_from([None, "f/nowhere", *keys])), draw(st.booleans()), ("alias",)
        )
        for key in flows
    ]
    return Draft(draw(NAMES), tuple(described), tuple(blocks), (PHONE, Channel("web", "Web", "self")), (), None)
