"""The view `matrix`: which reasons are served in which channels and stages, by whom, and where nobody is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from journeymap.analysis import Answers
from journeymap.analysis.hours import ALL_WEEK, MINUTES
from journeymap.draw.choosing import Chosen
from journeymap.draw.overlay import Overlay
from journeymap.draw.scene import Badge, Heading
from journeymap.draw.tables import Cell, MatrixColumn, MatrixRow, MatrixScene
from journeymap.draw.views.channels import channel_glyph
from journeymap.draw.views.coverage import Coverage, Place, Topic, comes_up, coverage, is_internal
from journeymap.draw.views.details import finding_details
from journeymap.draw.views.heading import heading_of
from journeymap.draw.views.links import link_to
from journeymap.draw.views.matrix_legend import matrix_legend
from journeymap.draw.views.naming import listed, names
from journeymap.draw.views.touchpoints import emphasis_of
from journeymap.draw.wishes import Wishes
from journeymap.draw.words import Words

__all__ = ["matrix"]

_DAY = MINUTES // 7
_DEAD_ENDS = frozenset({"JM101", "JM102", "JM112"})

_QUESTION = Words(
    "Who serves which reason, where and when, and where is nobody?",
    "每种来电原因由谁、在哪里、何时受理？哪里无人受理？",
)
_DESCRIPTION = Words(
    "A table of reasons for contact ({rows}) by channels in each stage ({columns}). Places served: {filled}; gaps: "
    "{gaps}; reasons resolved nowhere: {lost}.",
    "{rows} 种来电原因与 {columns} 个渠道位置的对照表："
    "{filled} 处有人受理，{gaps} 处为空白，{lost} 种来电原因无处解决。",
)
_EVERY_PRODUCT = Words("Every product", "全部产品线")
_EVERY_REASON = Words("Every reason", "全部来电原因")
_NO_STAGE = Words("No stage given", "未注明阶段")
_WHERE = Words("{reason} · {product} — {channel}, {stage}", "{product} · {reason} — {stage}、{channel}")
_WHERE_UNSTAGED = Words("{reason} · {product} — {channel}", "{product} · {reason} — {channel}")
_SERVED = Words("Served by: {value}", "受理触点：{value}")
_RESOLVED = Words("Resolved at: {value}", "可以解决：{value}")
_PARTLY = Words("Resolved at: {value} (not for every segment)", "可以解决：{value}（仅部分客户分群）")
_NOT_RESOLVED = Words("Not resolved here", "在此不能解决")
_OPEN = Words("Open {hours} of 168 hours a week", "每周 168 小时中开放 {hours} 小时")
_GAP = Words("Nobody is here, though a neighbouring place is served", "此处无人受理，而相邻位置有人受理")
_OUTSIDE = Words("The reason does not come up in this stage", "该来电原因不在此阶段出现")
_IN_CHANNELS = Words("Resolved in: {value}", "可在这些渠道解决：{value}")
_NOWHERE = Words(
    "Resolved nowhere: whoever comes with this goes without a solution", "无处可以解决：客户因此而来，问题得不到解决"
)
_ROWS_CUT = Words(
    "Reasons that are not shown: {more}; choose with --product, --reason or --segment",
    "另有 {more} 种来电原因未列出：请用 --product、--reason 或 --segment 筛选",
)
_COLUMNS_CUT = Words(
    "Channels of a stage that are not shown: {more}; choose with --channel or --stage",
    "另有 {more} 列渠道与阶段未列出：请用 --channel 或 --stage 筛选",
)


def matrix(chosen: Chosen, answers: Answers, overlay: Overlay, wishes: Wishes) -> MatrixScene:
    """Coverage of the chosen part of a map: rows product x reason, columns stage x channel.

    O(cases + rows x columns x touchpoints).
    """
    covered = coverage(chosen)
    view = _View(chosen, answers, overlay, wishes, covered)
    rows = tuple(view.row(topic) for topic in covered.topics)
    columns = tuple(view.column(place) for place in covered.places)
    cells = tuple(view.cell(topic, place) for topic in covered.topics for place in covered.places)
    return MatrixScene(view.heading(rows, columns, cells), rows, columns, cells)


class _View:
    """The words of one matrix."""

    def __init__(self, chosen: Chosen, answers: Answers, overlay: Overlay, wishes: Wishes, covered: Coverage) -> None:
        self._chosen, self._network, self._overlay, self._wishes = chosen, chosen.network, overlay, wishes
        self._covered = covered
        self._minutes = answers.presence.hours.minutes
        self._caught = _caught(answers) if overlay.marks else {}

    def row(self, topic: Topic) -> MatrixRow:
        """A reason with a product, and the channels that resolve it."""
        keys = self._resolving_channels(self._covered.topics[topic])
        resolved_in = tuple(self._network.map.name_of("channels", key) for key in keys)
        badges = self._overlay.reasons.get(topic.reason or "", ())
        told = _IN_CHANNELS.say(self._language, value=listed(resolved_in, self._language))
        return MatrixRow(
            id=_row_id(topic),
            group=self._product(topic),
            name=self._reason(topic),
            details=(
                told if keys else _NOWHERE.say(self._language),
                *finding_details(badges, self._overlay, self._language),
            ),
            resolved_in=resolved_in,
            badges=badges,
            emphasis=emphasis_of(badges, self._overlay) if keys else "blind_spot",
            link=link_to(self._wishes, "reason", topic.reason, f"reasons.{topic.reason}") if topic.reason else None,
        )

    def column(self, place: Place) -> MatrixColumn:
        """A channel in a stage."""
        first = next(n for n in self._chosen.touchpoints if self._network.touchpoints[n].channel == place.channel)
        return MatrixColumn(
            id=_column_id(place),
            group=self._stage(place),
            name=self._network.map.name_of("channels", place.channel),
            glyph=channel_glyph(self._network, first),
            internal=is_internal(self._network, place.channel),
        )

    def cell(self, topic: Topic, place: Place) -> Cell:
        """Who is there for the reason in the channel and stage."""
        there = self._covered.serving.get((topic, place), ())
        cases = self._covered.topics[topic]
        resolving = tuple(number for number in there if self._network.resolving[number] & cases)
        outside = not comes_up(self._network, topic, place) and not self._only_elsewhere(topic, resolving)
        badges = () if outside else self._dead_ends(there, cases)
        return Cell(
            row=_row_id(topic),
            column=_column_id(place),
            served_by=self._served_by(there),
            resolves=bool(resolving),
            partly=bool(resolving) and not self._resolved_for_all(resolving, cases),
            week=_shares(self._open(there, resolving)),
            gap=(topic, place) in self._covered.gaps,
            outside=outside,
            badges=badges,
            details=(
                self._where(topic, place),
                *self._told(topic, place, there, resolving),
                *finding_details(badges, self._overlay, self._language),
            ),
        )

    def _only_elsewhere(self, topic: Topic, resolving: tuple[int, ...]) -> bool:
        """Whether somebody resolves a reason, and is in none of the stages in which it comes up."""
        return any(
            not any(comes_up(self._network, topic, Place(stage, "")) for stage in self._network.touchpoints[each].stage)
            for each in resolving
        )

    def heading(
        self, rows: tuple[MatrixRow, ...], columns: tuple[MatrixColumn, ...], cells: tuple[Cell, ...]
    ) -> Heading:
        """What the table says as a whole."""
        badges = [*(row.badges for row in rows), *(cell.badges for cell in cells)]
        shown = {badge.number for some in badges for badge in some}
        description = _DESCRIPTION.say(
            self._language,
            rows=len(rows),
            columns=len(columns),
            filled=sum(cell.served_by is not None for cell in cells),
            gaps=sum(cell.gap for cell in cells),
            lost=sum(not row.resolved_in for row in rows),
        )
        heading = heading_of(
            "matrix",
            self._chosen,
            self._overlay,
            self._wishes,
            _QUESTION.say(self._language),
            description=description,
            legend=matrix_legend(rows, cells, self._wishes),
            notes=self._cuts(),
        )
        return replace(heading, marks=tuple(mark for mark in heading.marks if mark.number in shown))

    @property
    def _language(self) -> Literal["en", "zh"]:
        return self._wishes.language

    def _resolving_channels(self, cases: int) -> list[str]:
        """The channels of the whole map in which some of the cases is resolved: filters hide, they do not take away."""
        network = self._network
        pairs = zip(network.touchpoints, network.resolving, strict=True)
        return sorted({touchpoint.channel for touchpoint, resolved in pairs if resolved & cases})

    def _served_by(self, there: tuple[int, ...]) -> Literal["person", "machine", "both"] | None:
        if not there:
            return None
        machines = {self._network.machine[number] for number in there}
        return "both" if len(machines) > 1 else "machine" if True in machines else "person"

    def _resolved_for_all(self, resolving: tuple[int, ...], cases: int) -> bool:
        left = cases
        for number in resolving:
            left &= ~self._network.resolving[number]
        return not left

    def _open(self, there: tuple[int, ...], resolving: tuple[int, ...]) -> int:
        """The open minutes of the week of those who settle it, else of the persons, else of the machines."""
        persons = tuple(number for number in there if not self._network.machine[number])
        minutes = 0
        for number in resolving or persons or there:
            minutes |= self._minutes[number]
        return minutes if there else ALL_WEEK

    def _dead_ends(self, there: tuple[int, ...], cases: int) -> tuple[Badge, ...]:
        """The badges of dead ends and traps, where some of the cases is caught in them: others are not told by case."""
        codes = {mark.number: mark.code for mark in self._overlay.marks}
        found: dict[int, Badge] = {}
        for number in there:
            caught = self._caught.get(number, 0) & cases
            for badge in self._overlay.touchpoints.get(self._network.ids[number], ()) if caught else ():
                if codes.get(badge.number) in _DEAD_ENDS:
                    found[badge.number] = badge
        return tuple(found[number] for number in sorted(found))

    def _told(self, topic: Topic, place: Place, there: tuple[int, ...], resolving: tuple[int, ...]) -> Iterator[str]:
        language = self._language
        if there:
            yield _SERVED.say(language, value=self._names(there))
            for_all = self._resolved_for_all(resolving, self._covered.topics[topic])
            words = (_RESOLVED if for_all else _PARTLY) if resolving else _NOT_RESOLVED
            yield words.say(language, value=self._names(resolving))
            hours = self._open(there, resolving).bit_count() / 60
            if hours < MINUTES / 60:
                yield _OPEN.say(language, hours=f"{hours:.4g}")
        if (topic, place) in self._covered.gaps:
            yield _GAP.say(language)
        if not comes_up(self._network, topic, place):
            yield _OUTSIDE.say(language)

    def _where(self, topic: Topic, place: Place) -> str:
        channel = self._network.map.name_of("channels", place.channel)
        words = _WHERE if self._network.map.stages else _WHERE_UNSTAGED
        parts = {"reason": self._reason(topic), "product": self._product(topic), "stage": self._stage(place)}
        return words.say(self._language, channel=channel, **parts)

    def _names(self, numbers: tuple[int, ...]) -> str:
        return names(self._network, "touchpoints", (self._network.ids[number] for number in numbers), self._language)

    def _product(self, topic: Topic) -> str:
        if topic.product is None:
            return _EVERY_PRODUCT.say(self._language)
        return self._network.map.name_of("products", topic.product)

    def _reason(self, topic: Topic) -> str:
        if topic.reason is None:
            return _EVERY_REASON.say(self._language)
        return self._network.map.name_of("reasons", topic.reason)

    def _stage(self, place: Place) -> str:
        if place.stage is None:
            return _NO_STAGE.say(self._language) if self._network.map.stages else ""
        return self._network.map.name_of("stages", place.stage)

    def _cuts(self) -> Iterator[str]:
        for words, more in ((_ROWS_CUT, self._covered.more_topics), (_COLUMNS_CUT, self._covered.more_places)):
            if more:
                yield words.say(self._language, more=more)


def _caught(answers: Answers) -> dict[int, int]:
    """The cases in which a touchpoint is a dead end, or one of a trap."""
    caught: dict[int, int] = {}
    for end in answers.dead_ends:
        caught[end.touchpoint] = caught.get(end.touchpoint, 0) | end.cases
    for trap in answers.traps:
        for number in trap.touchpoints:
            caught[number] = caught.get(number, 0) | trap.cases
    return caught


def _row_id(topic: Topic) -> str:
    return f"row:{topic.product or ''}.{topic.reason or ''}"


def _column_id(place: Place) -> str:
    return f"column:{place.stage or ''}.{place.channel}"


def _shares(minutes: int) -> tuple[float, ...]:
    """The open share of every day, Monday first; empty where it is the whole week."""
    if minutes == ALL_WEEK:
        return ()
    day = (1 << _DAY) - 1
    return tuple(round((minutes >> place * _DAY & day).bit_count() / _DAY, 4) for place in range(7))
