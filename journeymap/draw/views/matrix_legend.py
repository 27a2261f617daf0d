"""What the legend of a matrix explains: who serves, what is resolved, when it is open, and what is missing."""

from __future__ import annotations

from journeymap.draw.scene import LegendEntry
from journeymap.draw.tables import Cell, MatrixRow
from journeymap.draw.wishes import Wishes
from journeymap.draw.words import Words

__all__ = ["matrix_legend"]

_LEGEND = {
    "cell:person": Words("Served by a person", "由人工受理"),
    "cell:both": Words("Person and machine", "人工与机器"),
    "cell:machine": Words("Served by a machine", "由机器受理"),
    "cell:taken_in": Words("Somebody is there, but cannot resolve it", "有人受理，但不能解决"),
    "cell:resolves": Words("Resolved here", "在此可以解决"),
    "cell:partly": Words("… not for every segment", "……仅限部分客户分群"),
    "cell:week": Words(
        "Hours Mon–Sun of who resolves it, else of all; none: always",
        "周一至周日开放时段（以能解决者为先）；无条为全天",
    ),
    "cell:gap": Words("Gap: a neighbour is served", "空白：相邻位置有人受理"),
    "cell:outside": Words("Does not come up in this stage", "该原因不在此阶段出现"),
    "row:nowhere": Words("Resolved nowhere", "无处可以解决"),
}


def matrix_legend(rows: tuple[MatrixRow, ...], cells: tuple[Cell, ...], wishes: Wishes) -> tuple[LegendEntry, ...]:
    """An entry for everything that the matrix contains; none where no legend is wished. O(rows + cells)."""
    if not wishes.legend:
        return ()
    inside = [cell for cell in cells if not cell.outside]
    contained = {f"cell:{cell.served_by}" for cell in cells if cell.served_by}
    for symbol, there in (
        ("cell:taken_in", any(cell.served_by and not cell.resolves for cell in inside)),
        ("cell:resolves", any(cell.resolves for cell in inside)),
        ("cell:partly", any(cell.partly for cell in inside)),
        ("cell:week", any(cell.week for cell in inside)),
        ("cell:gap", any(cell.gap for cell in cells)),
        ("cell:outside", any(cell.outside for cell in cells)),
        ("row:nowhere", any(not row.resolved_in for row in rows)),
    ):
        if there:
            contained.add(symbol)
    return tuple(
        LegendEntry(symbol, words.say(wishes.language)) for symbol, words in _LEGEND.items() if symbol in contained
    )
