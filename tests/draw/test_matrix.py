"""Coverage: by the words of its definition on a small map, and against a few plain lines on generated ones."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from oracle.opening import open_at
from oracle.reading import cases, is_machine, matches, mode, resolution, touchpoints, vocabulary
from oracle.reading import ids as listed
from strategies import contact_maps, to_yaml

from journeymap.analysis import Answers
from journeymap.draw.choosing import Choice, choose
from journeymap.draw.layout.matrix import matrix_places
from journeymap.draw.overlay import Overlay
from journeymap.draw.paint.matrix import paint_matrix
from journeymap.draw.placement import Rectangle
from journeymap.draw.scene import Badge, Mark
from journeymap.draw.tables import Cell, MatrixScene
from journeymap.draw.views.matrix import matrix
from journeymap.draw.wishes import Wishes
from journeymap.errors import CannotRun
from journeymap.source import SourceFile, read_map

BANK = """\
journeymap: 1
stages: [ask, fix]
segments: [retail, private]
products: {card: {name: Cards}, loan: {name: Loans}}
reasons:
  lost: {name: Lost card, product: card, stage: fix}
  fee: {name: Fee, product: card}
  rate: {name: Rate, product: loan}
channels: {phone: {name: Phone}, web: {mode: self}, office: {mode: internal}}
departments: {desk: {hours: "Mo-Fr 12:00-18:00"}}
touchpoints:
  menu: {channel: phone, department: desk, stage: [ask, fix], entry: true, handled_by: machine}
  agent: {name: First line, channel: phone, department: desk, stage: fix, for: {product: card}, resolves: [lost]}
  banker: {channel: phone, department: desk, stage: ask, for: {segment: private}, resolves: [fee]}
  page: {channel: web, department: desk, stage: fix, for: {reason: lost}}
  archive: {channel: office, department: desk, stage: fix, for: {reason: fee}}
"""

EVERYTHING, NO_FINDINGS, ENGLISH = Choice(), Overlay(), Wishes()


def scene(
    text: str = BANK, choice: Choice = EVERYTHING, overlay: Overlay = NO_FINDINGS, wishes: Wishes = ENGLISH
) -> MatrixScene:
    read = read_map("map.yaml", [SourceFile("map.yaml", text.encode())])
    assert read.map is not None, read.findings
    answers = Answers(read.map)
    return matrix(choose(answers.network, choice), answers, overlay, wishes)


def cell(where: MatrixScene, row: str, column: str) -> Cell:
    return next(each for each in where.cells if (each.row, each.column) == (f"row:{row}", f"column:{column}"))


def test_rows_are_the_pairs_of_product_and_reason_that_exist() -> None:
    assert [(row.group, row.name) for row in scene().rows] == [
        ("Cards", "Fee"),
        ("Cards", "Lost card"),
        ("Loans", "Rate"),
    ]


def test_columns_are_the_channels_in_use_by_stage_the_back_office_last() -> None:
    assert [column.id for column in scene().columns] == [
        "column:ask.phone", "column:fix.phone", "column:fix.web", "column:fix.office",
    ]  # fmt: skip
    assert [column.internal for column in scene().columns] == [False, False, False, True]


def test_a_cell_says_who_serves_and_whether_it_is_resolved() -> None:
    assert cell(scene(), "card.lost", "fix.phone").served_by == "both"
    assert cell(scene(), "card.lost", "fix.phone").resolves
    assert not cell(scene(), "card.fee", "fix.phone").resolves
    assert cell(scene(), "loan.rate", "fix.phone").served_by == "machine"


def test_what_only_some_segments_get_is_partly_resolved() -> None:
    assert (cell(scene(), "card.fee", "ask.phone").resolves, cell(scene(), "card.fee", "ask.phone").partly) == (
        True,
        True,
    )
    assert not cell(scene(), "card.lost", "fix.phone").partly
    private = scene(choice=Choice(segments=("private",)))
    assert not cell(private, "card.fee", "ask.phone").partly


def test_the_week_is_that_of_who_resolves_it_else_of_the_persons_else_of_the_machines() -> None:
    weekdays = (0.25,) * 5 + (0.0, 0.0)
    assert cell(scene(), "card.lost", "fix.phone").week == weekdays
    assert cell(scene(), "card.fee", "fix.phone").week == weekdays
    assert cell(scene(), "loan.rate", "fix.phone").week == ()  # the menu is always open


def test_gaps_are_where_a_neighbour_is_served() -> None:
    assert cell(scene(), "card.fee", "fix.web").gap  # the phone serves it in the same stage
    assert cell(scene(), "loan.rate", "fix.web").gap
    assert not cell(scene(), "card.lost", "fix.web").gap  # served
    assert not cell(scene(), "card.lost", "fix.office").gap  # no customer is in the back office


def test_no_gap_where_the_reason_does_not_come_up() -> None:
    outside = cell(scene(), "card.lost", "ask.phone")
    assert outside.outside
    assert not cell(scene(), "card.fee", "ask.phone").outside
    unserved = scene(BANK.replace("stage: [ask, fix], entry", "stage: fix, entry"))
    assert not cell(unserved, "card.lost", "ask.phone").gap


def test_a_row_that_is_resolved_nowhere_stands_out_whatever_is_chosen() -> None:
    rate = next(row for row in scene().rows if row.name == "Rate")
    assert (rate.resolved_in, rate.emphasis) == ((), "blind_spot")
    lost = next(row for row in scene(choice=Choice(channels=("web",))).rows if row.name == "Lost card")
    assert (lost.resolved_in, lost.emphasis) == (("Phone",), None)


def test_badges_of_reasons_and_of_dead_ends_in_their_cases_only() -> None:
    marks = (
        Mark(1, "JM101", "blind_spot", "error", "no way on", "a"),
        Mark(2, "JM103", "blind_spot", "error", "none", "b"),
    )
    dead_end, nobody = Badge(1, "blind_spot"), Badge(2, "blind_spot")
    text = BANK.replace("entry: true", "entry: true, transfers: {page: {}, agent: {}}")
    shown = scene(text, overlay=Overlay(marks, touchpoints={"page": (dead_end,)}, reasons={"rate": (nobody,)}))
    assert cell(shown, "card.lost", "fix.web").badges == (dead_end,)
    assert {each.row for each in shown.cells if each.badges} == {"row:card.lost"}
    assert [row.badges for row in shown.rows] == [(), (), (nobody,)]
    assert shown.heading.marks == marks


def test_a_map_without_stages_products_and_reasons_has_one_row_and_one_group() -> None:
    text = (
        "journeymap: 1\nchannels: [phone]\ndepartments: [desk]\ntouchpoints: {a: {channel: phone, department: desk}}\n"
    )
    assert [(row.group, row.name) for row in scene(text).rows] == [("Every product", "Every reason")]
    assert [(column.group, column.name) for column in scene(text).columns] == [("", "phone")]
    chinese = scene(text, wishes=Wishes(language="zh"))
    assert [(row.group, row.name) for row in chinese.rows] == [("全部产品线", "全部来电原因")]


def test_a_large_table_is_cut_and_says_so() -> None:
    many = "".join(f"  r{number:03}: {{product: card}}\n" for number in range(100))
    text = BANK.replace("  lost: {name: Lost card, product: card, stage: fix}\n", "  lost: {product: card}\n" + many)
    assert len(scene(text).rows) == 80
    assert scene(text).heading.notes[0].startswith("Reasons that are not shown: 23;")


def test_everything_has_its_own_place() -> None:
    places = matrix_places(scene())
    fields = [places.cell(each.row, each.column) for each in scene().cells]
    headings = [
        label.place for label in (*places.rows.values(), *places.columns.values(), *places.products, *places.stages)
    ]
    every = [*fields, *headings, *(places.total(row.id) for row in scene().rows)]
    assert not any(overlap(one, other) for place, one in enumerate(every) for other in every[:place])
    assert all(place.right <= places.size.width and place.bottom <= places.size.height for place in every)


def overlap(one: Rectangle, other: Rectangle) -> bool:
    return one.x < other.right and other.x < one.right and one.y < other.bottom and other.y < one.bottom


@settings(deadline=None, max_examples=60)
@given(contact_maps())
def test_as_plain_lines_say(map_data: dict[str, Any]) -> None:
    try:
        found = scene(to_yaml(map_data))
    except CannotRun:
        return  # every touchpoint is for nobody
    served, weeks, gaps = expected(map_data)
    assert {(each.row, each.column): told(each) for each in found.cells if each.served_by} == served
    assert {(each.row, each.column): each.week for each in found.cells if each.served_by} == weeks
    assert {(each.row, each.column) for each in found.cells if each.gap} == gaps
    assert paint_matrix(found, Wishes()).items


def told(each: Cell) -> set[str]:
    words = {"person", "machine"} if each.served_by == "both" else {each.served_by or ""}
    return words | ({"resolves"} if each.resolves else set()) | ({"partly"} if each.partly else set())


Where = tuple[str, str]


def expected(map_data: dict[str, Any]) -> tuple[dict[Where, set[str]], dict[Where, tuple[float, ...]], set[Where]]:
    """Who is there, when it is open, and the gaps: touchpoint by touchpoint and case by case."""
    every = touchpoints(map_data)
    rows: dict[tuple[str, str], list[Any]] = {}
    for case in cases(map_data):
        rows.setdefault((dict(case).get("product", ""), dict(case).get("reason", "")), []).append(case)
    there: dict[tuple[tuple[str, str], tuple[str, str]], dict[str, list[Any]]] = {}
    columns = set()
    for key, data in every.items():
        serving = {row: [case for case in held if matches(data.get("for"), case)] for row, held in rows.items()}
        for stage in listed(data.get("stage")) or [""]:
            columns |= {(stage, data["channel"])} if any(serving.values()) else set()
            for row in (row for row, held in serving.items() if held):
                there.setdefault((row, (stage, data["channel"])), {})[key] = serving[row]
    served, weeks, gaps = {}, {}, set()
    for (row, column), held in there.items():
        solving = {key: [case for case in some if solves(every[key], case)] for key, some in held.items()}
        solving = {key: some for key, some in solving.items() if some}
        persons = [key for key in held if not is_machine(map_data, key)]
        words = {"machine" if is_machine(map_data, key) else "person" for key in held}
        solved = {case for some in solving.values() for case in some}
        words |= ({"resolves"} if solved else set()) | ({"partly"} if 0 < len(solved) < len(rows[row]) else set())
        served[name(row, column)] = words
        weeks[name(row, column)] = week(map_data, list(solving) or persons or list(held))
    for row in rows:
        stages = listed(vocabulary(map_data, "reasons").get(row[1], {}).get("stage"))
        for column in columns:
            unserved = (row, column) not in there and mode(
                map_data, next(k for k in every if every[k]["channel"] == column[1])
            ) != "internal"
            beside = any(other == row and place[0] == column[0] for other, place in there)
            above = any(other[0] == row[0] and place == column for other, place in there)
            if unserved and (beside or above) and (not stages or not column[0] or column[0] in stages):
                gaps.add(name(row, column))
    return served, weeks, gaps


def solves(data: dict[str, Any], case: Any) -> bool:
    named, share = resolution(data, case)
    return named and (share is None or share > 0)


def name(row: tuple[str, str], column: tuple[str, str]) -> Where:
    return f"row:{row[0]}.{row[1]}", f"column:{column[0]}.{column[1]}"


def week(map_data: dict[str, Any], keys: list[str]) -> tuple[float, ...]:
    open_then = 0
    for key in keys:
        open_then |= open_at(map_data, key)
    days = [(open_then >> 1440 * day & (1 << 1440) - 1).bit_count() for day in range(7)]
    return () if sum(days) == 10080 else tuple(round(day / 1440, 4) for day in days)
