"""The view `contact`: what becomes of touchpoints, transfers, entries and departments."""

from __future__ import annotations

from dataclasses import replace

import pytest

from draw.whole import small_map, whole
from journeymap.draw.choosing import Choice
from journeymap.draw.overlay import Overlay
from journeymap.draw.scene import Badge, Mark, Scene
from journeymap.draw.views.channels import channel_glyph
from journeymap.draw.views.contact import contact
from journeymap.draw.wishes import Wishes
from journeymap.graph import Network
from journeymap.model import ContactMap

MAP = small_map(
    menu={
        "handled_by": "machine",
        "entry": {"volume": "12000/month", "by": {"reason": {"fee": "25%", "lost": "75%"}}},
        "always_asks": ["pin"],
        "needs": ["number"],
        "transfers": {"desk": {"share": "40%", "when": "press 1", "if_closed": "agent"}, "agent": None},
    },
    agent={"name": "Agent", "needs": {"story": {"reason": "fee"}}, "resolves": {"fee": "60%", "lost": "40%"}},
    desk={"department": ["back", "front"], "channel": "queue", "resolves": True, "fee": "2"},
)


def drawn(overlay: Overlay | None = None, wishes: Wishes | None = None) -> Scene:
    return contact(whole(MAP), overlay or Overlay(), wishes or Wishes())


def test_boxes_tell_who_asks_what_and_resolves() -> None:
    boxes = {box.id: box for box in drawn().boxes}
    menu, agent, desk = (boxes[f"touchpoint:{key}"] for key in ("menu", "agent", "desk"))
    assert (menu.handled_by, menu.glyph, menu.group) == ("machine", "phone", "department:front")
    assert [(tag.text, tag.state) for tag in menu.tags] == [("pin", "always"), ("Customer number", "asked")]
    assert (agent.name, agent.resolution, desk.resolution, menu.resolution) == ("Agent", "40–60%", "", None)
    assert desk.glyph == "back_office"
    assert (desk.group, desk.notes) == ("department:back", ("also claimed by Front office",))
    assert "Fee to the customer: 2" in desk.details
    assert boxes["entry:menu"].name == "12,000 a month"


def test_arrows_are_labelled_with_when_and_share() -> None:
    arrows = {arrow.id: arrow for arrow in drawn().arrows}
    declared, closed = arrows["transfer:menu>desk:0"], arrows["closed:menu>desk:0"]
    assert declared.labels == ("press 1", "40%")
    assert (declared.kind, declared.alternative, closed.alternative) == ("cold", False, True)
    assert (closed.target, closed.labels) == ("touchpoint:agent", ("if closed",))
    assert arrows["entering:menu"].source == "entry:menu"
    assert "Carries: nothing" in declared.details


def test_panels_carry_hours() -> None:
    assert [(group.name, group.note) for group in drawn().groups] == [
        ("back", "Mo-Fr 09:00-17:00"),
        ("Front office", "24/7"),
    ]


def test_findings_are_laid_over() -> None:
    mark = Mark(1, "JM301", "repeat", "error", "asked again", "f")
    graver = Mark(2, "JM101", "blind_spot", "info", "dead", "g")
    badges = (Badge(1, "repeat"), Badge(2, "blind_spot"))
    overlay = Overlay(
        (mark, graver),
        touchpoints={"agent": badges},
        transfers={("menu", "desk", 0): badges[:1]},
        repeated={"agent": frozenset({"story"})},
        closed={("menu", "desk", 0): "Mo–Fr 17–24"},
    )
    scene = drawn(overlay)
    agent = next(box for box in scene.boxes if box.id == "touchpoint:agent")
    arrow = next(arrow for arrow in scene.arrows if arrow.id == "transfer:menu>desk:0")
    assert agent.emphasis == "repeat"
    assert [tag.state for tag in agent.tags] == ["repeated"]
    assert "1 · JM301: asked again" in agent.details
    assert (arrow.closed, arrow.badges) == ("Mo–Fr 17–24", badges[:1])
    symbols = [entry.symbol for entry in scene.heading.legend]
    assert {"closed", "category:repeat", "category:blind_spot", "tag:repeated", "arrow:alternative"} <= set(symbols)


def test_legend_has_only_what_the_picture_contains() -> None:
    symbols = [entry.symbol for entry in drawn().heading.legend]
    assert symbols[:3] == ["entry", "box:person", "box:machine"]
    assert "arrow:warm" not in symbols
    assert "glyph:chat" not in symbols
    assert drawn(wishes=Wishes(legend=False)).heading.legend == ()


def test_questions_of_other_cases_are_not_shown() -> None:
    chosen = whole(MAP, Choice(reasons=("lost",)))
    cases = chosen.network.cases.with_reason("lost")
    scene = contact(replace(chosen, cases=cases), Overlay(), Wishes())
    agent = next(box for box in scene.boxes if box.id == "touchpoint:agent")
    assert (agent.tags, agent.resolution) == ((), "40%")
    assert scene.boxes[0].name == "9,000 a month"
    assert scene.heading.subtitle.endswith("Only reason lost.")


def test_the_tool_speaks_chinese() -> None:
    scene = drawn(wishes=Wishes(language="zh"))
    assert scene.boxes[0].name == "每月 12,000"
    assert scene.heading.subtitle == "客户在哪里与公司打交道，又由谁转给谁？"
    assert any(arrow.labels == ("关闭时",) for arrow in scene.arrows)


def test_links_are_percent_encoded() -> None:
    link = "https://x.example/{kind}?id={id}&at={path}#{other}"
    scene = drawn(wishes=Wishes(link_template=link))
    links = {arrow.id: arrow.link for arrow in scene.arrows}
    assert links["transfer:menu>agent:0"] == (
        "https://x.example/transfer?id=menu%3Eagent&at=touchpoints.menu.transfers.agent#{other}"
    )


def test_ids_stay_apart_whatever_touchpoints_are_called() -> None:
    odd = small_map(**{"a>b": {"transfers": {"c": None}}, "a": {"transfers": {"b>c": None}}, "b>c": {}, "c": {}})
    arrows = contact(whole(odd), Overlay(), Wishes()).arrows
    assert len({arrow.id for arrow in arrows}) == 2


@pytest.mark.parametrize(
    ("channel", "glyph"),
    [
        ({"ivr": {"name": "Telephone"}}, "phone"),
        ({"热线": {}}, "phone"),
        ({"web_chat": {}}, "chat"),
        ({"微信": {}}, "chat"),
        ({"e-mail": {}}, "mail"),
        ({"c1": {"name": "邮件"}}, "mail"),
        ({"web": {"name": "Web form"}}, "web"),
        ({"手机银行": {}}, "app"),
        ({"mobile_app": {}}, "app"),
        ({"网点": {}}, "branch"),
        ({"store": {}}, "branch"),
        ({"phone": {"mode": "internal"}}, "back_office"),
        ({"pigeon": {}}, "other"),
    ],
)
def test_channels_have_a_glyph(channel: dict[str, dict[str, str]], glyph: str) -> None:
    (key,) = channel
    data = {"journeymap": 1, "channels": channel, "departments": ["d"]}
    data["touchpoints"] = {"t": {"channel": key, "department": "d"}}
    assert channel_glyph(Network(ContactMap.model_validate(data)), 0) == glyph
