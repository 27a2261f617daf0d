"""Hand-made pictures that use every field: for the renderers, before and beside what the views make of maps."""

from __future__ import annotations

from journeymap.draw.scene import Arrow, Badge, Box, Column, Group, Heading, LegendEntry, Mark, Scene, Tag
from journeymap.draw.tables import Cell, JourneyScene, Leg, MatrixColumn, MatrixRow, MatrixScene, Stop

__all__ = ["JOURNEY", "MATRIX", "SCENE", "SCENES"]

_MARKS = (
    Mark(1, "JM301", "repeat", "warning", "Identity check is asked again at Cards desk", "a1b2c3d4"),
    Mark(2, "JM202", "loop", "warning", "First-line agent and Cards desk send the contact back and forth", "b1b2c3d4"),
    Mark(3, "JM101", "closed", "error", "Nobody answers at Cards desk at night", "c1b2c3d4"),
    Mark(4, "JM111", "blind_spot", "error", "Complaints end here without a follow-up", "d1b2c3d4"),
)
_LEGEND = (
    LegendEntry("box:person", "person"),
    LegendEntry("box:machine", "machine"),
    LegendEntry("arrow:warm", "warm transfer: with a briefing"),
    LegendEntry("arrow:cold", "cold transfer: without"),
    LegendEntry("tag:repeated", "asked again"),
)


def _heading(view: str, title: str, subtitle: str) -> Heading:
    return Heading(
        view=view,  # type: ignore[arg-type]
        title=title,
        subtitle=subtitle,
        description="Six touchpoints in three departments, with four findings.",
        date="2026-11-22",
        notes=("2 departments are not shown",),
        marks=_MARKS,
        legend=_LEGEND,
    )


_BOXES = (
    Box("entry:menu", "12,000/month", kind="entry"),
    Box(
        "touchpoint:menu",
        "Telephone menu",
        group="department:contact_centre",
        column="stage:contact",
        handled_by="machine",
        glyph="phone",
        tags=(Tag("Customer number", "always", "asked on every visit"),),
        notes=("Phone",),
        details=("Telephone menu", "Channel: Phone", "Open: 24/7"),
        link="https://example.com/map#touchpoints.menu",
    ),
    Box(
        "touchpoint:agent",
        "First-line agent",
        group="department:contact_centre",
        column="stage:contact",
        handled_by="person",
        glyph="phone",
        tags=(Tag("Customer number"), Tag("Identity check"), Tag("What happened", "lost")),
        resolution="60%",
        badges=(Badge(2, "loop"),),
        emphasis="loop",
        details=("First-line agent",),
        step=1,
    ),
    Box(
        "touchpoint:cards_desk",
        "Cards desk for disputed fees and charges",
        group="department:cards",
        column="stage:settle",
        handled_by="person",
        glyph="phone",
        tags=(Tag("Identity check", "repeated", "asked again, although already given"),),
        notes=("Mo-Fr 09:00-17:00",),
        resolution="",
        badges=(Badge(1, "repeat"), Badge(4, "blind_spot")),
        emphasis="blind_spot",
        step=2,
    ),
    Box("touchpoint:后台", "后台核对", group="department:back", column="stage:settle", glyph="back_office"),
    Box("department:branches", "Branches", kind="department", group=None, notes=("4 touchpoints",)),
    Box("more:branches", "12 more", kind="more"),
)
_ARROWS = (
    Arrow("entry:menu:0", "entry:menu", "touchpoint:menu", "entry"),
    Arrow("transfer:menu>agent:0", "touchpoint:menu", "touchpoint:agent", "step", ("otherwise", "70%")),
    Arrow(
        "transfer:agent>cards_desk:0",
        "touchpoint:agent",
        "touchpoint:cards_desk",
        "cold",
        ("wrong fee",),
        closed="Mo-Fr 17:00-09:00, Sa-Su",
        badges=(Badge(3, "closed"),),
        emphasis="closed",
        details=("cold transfer", "carries nothing"),
        link="https://example.com/map#transfers",
    ),
    Arrow(
        "transfer:cards_desk>agent:0",
        "touchpoint:cards_desk",
        "touchpoint:agent",
        "cold",
        ("not a cards matter", "40%"),
        badges=(Badge(2, "loop"),),
        emphasis="loop",
    ),
    Arrow("closed:agent>cards_desk:0", "touchpoint:agent", "touchpoint:后台", "cold", ("if closed",), alternative=True),
    Arrow("transfer:cards_desk>后台:0", "touchpoint:cards_desk", "touchpoint:后台", "ticket"),
    Arrow("transfer:后台>agent:0", "touchpoint:后台", "touchpoint:agent", "callback", ("within 2 d",)),
    Arrow("transfer:agent>menu:0", "touchpoint:agent", "touchpoint:menu", "redirect"),
    Arrow("transfer:agent>后台:0", "touchpoint:agent", "touchpoint:后台", "warm"),
    Arrow("transfer:menu>后台:0", "touchpoint:menu", "touchpoint:后台", "next"),
    Arrow(
        "handover:contact>branches", "touchpoint:agent", "department:branches", "handover", ("3 transfers",), width=4.5
    ),
    Arrow("handover:more", "department:branches", "more:branches", "handover"),
)

SCENE = Scene(
    heading=_heading("contact", "Harbour Bank, cards", "How does a contact run through the company?"),
    boxes=_BOXES,
    arrows=_ARROWS,
    groups=(
        Group("department:contact_centre", "Contact centre", "24/7", ("Contact centre",), "https://example.com/d"),
        Group("department:cards", "Card operations", "Mo-Fr 09:00-17:00"),
        Group("department:back", "后台"),
    ),
    columns=(Column("stage:contact", "Getting in touch"), Column("stage:settle", "Settling the matter")),
)

MATRIX = MatrixScene(
    heading=_heading("matrix", "Harbour Bank, cards", "Who is there for which matter, and when?"),
    rows=(
        MatrixRow("row:cards/lost", "Cards", "Lost card", ("Reason: lost card",)),
        MatrixRow("row:cards/fee", "Cards", "Complaint about a fee"),
        MatrixRow("row:loans/问", "Loans", "贷款咨询"),
    ),
    columns=(
        MatrixColumn("column:contact/phone", "Getting in touch", "Phone", "phone"),
        MatrixColumn("column:contact/web", "Getting in touch", "Web form", "web"),
        MatrixColumn("column:settle/phone", "Settling the matter", "Phone", "phone"),
    ),
    cells=(
        Cell(
            "row:cards/lost",
            "column:contact/phone",
            "both",
            resolves=True,
            week=(1, 1, 1, 1, 1, 0.5, 0.333333),
            details=("Agent",),
        ),
        Cell("row:cards/lost", "column:contact/web", "machine", week=(1,) * 7, link="https://example.com/x"),
        Cell("row:cards/lost", "column:settle/phone", "person", resolves=True, week=(0.375,) * 5 + (0, 0)),
        Cell("row:cards/fee", "column:contact/phone", "person"),
        Cell("row:cards/fee", "column:settle/phone", gap=True, badges=(Badge(4, "blind_spot"),)),
    ),
)

JOURNEY = JourneyScene(
    heading=_heading("journey", "Harbour Bank, cards", "What does a customer with a wrong fee go through?"),
    stops=(
        Stop(
            id="touchpoint:menu",
            name="Telephone menu",
            stage="Getting in touch",
            action="calls, keys in the customer number",
            channel="Phone",
            glyph="phone",
            handled_by="machine",
            department="Contact centre",
            visible=True,
            tags=(Tag("Customer number", "always"),),
            waiting=30,
            handling=90.5,
            share="70%",
            entry=True,
        ),
        Stop(
            id="touchpoint:cards_desk",
            name="Cards desk",
            stage="Settling the matter",
            action="tells it again",
            channel="Phone",
            glyph="phone",
            handled_by="person",
            department="Card operations",
            visible=False,
            tags=(Tag("Identity check", "repeated"),),
            ending="resolved",
            badges=(Badge(1, "repeat"),),
            emphasis="repeat",
            findings=("Identity check is asked again",),
            details=("Cards desk",),
            link="https://example.com/desk",
        ),
        Stop(
            id="touchpoint:后台",
            name="后台核对",
            stage="Settling the matter",
            action="waits",
            channel="Back office",
            glyph="back_office",
            handled_by="person",
            department="后台",
            visible=False,
            ending="dead_end",
        ),
    ),
    legs=(
        Leg(
            "transfer:menu>cards_desk:0",
            "touchpoint:menu",
            "touchpoint:cards_desk",
            "cold",
            ("wrong fee",),
            waiting=240,
        ),
        Leg(
            "transfer:cards_desk>后台:0",
            "touchpoint:cards_desk",
            "touchpoint:后台",
            "ticket",
            badges=(Badge(4, "blind_spot"),),
            emphasis="blind_spot",
            details=("ticket",),
        ),
    ),
)

SCENES = {"flow": SCENE, "matrix": MATRIX, "journey": JOURNEY}
