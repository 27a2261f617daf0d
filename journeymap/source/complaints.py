"""Findings about a map itself: from what was refused to what people are told."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from journeymap.findings import Finding, Json, Message, Related, Span
from journeymap.model import ContactMap
from journeymap.source.as_written import is_in_brackets, is_in_quotes
from journeymap.source.checks import CONTRADICTIONS, Contradiction
from journeymap.source.files import FileText
from journeymap.source.locations import allowed_keys, allowed_words, map_path, value_at
from journeymap.source.merging import Clash
from journeymap.source.places import Part, Places
from journeymap.source.references import Use
from journeymap.source.refusals import Refusal
from journeymap.source.run_together import RunTogether, parts_of
from journeymap.source.shortening import shorten, shortened
from journeymap.source.slip_findings import comma_in_text, keys_without_colon, slips_in_value
from journeymap.source.slips import slip_in_key
from journeymap.source.suggestions import Suggester
from journeymap.source.tree import Fault, Tree, Value
from journeymap.source.wording import DUPLICATES, KINDS, SHAPES, UNKNOWN_KEY, Wording
from journeymap.source.wording_of_form import FORM, RELATED

__all__ = ["Complainer", "Problem", "about_form"]

Problem = Refusal | Use | RunTogether | Contradiction | Clash
"""Whatever may be wrong with a map whose files could be read."""

_WANT_KEYS = frozenset({"dict_type", "model_type", "vocabulary"})
_LISTED = 10
_DID_YOU_MEAN = 'did you mean "{suggestion}"?'
_UNDECLARED = '"{id}" is not declared in "{section}"'
_DECLARE_OR_USE = 'declare it in "{section}", or use one of: {known}'
_DECLARE = 'nothing is declared in "{section}" yet; declare it there: {section}: {{{id}: {{}}}}'
_WRITE_ONE_OF = "write one of: {allowed}"


def listed(words: Collection[str], most: int = _LISTED) -> str:
    """Some words with commas between them; an ellipsis if there are more."""
    shown = [shorten(word) for word in list(words)[:most]]
    return ", ".join([*shown, "…"] if len(words) > most else shown)


def about_form(file: FileText, fault: Fault, path: Sequence[str] = ()) -> Finding:
    """A finding about the form of a file (JM001), or about a key that stands twice in it (JM004)."""
    wording = FORM[fault.kind]
    values = shortened(fault.values)
    message, help_ = Message(wording.message, values), Message(wording.help, values)
    joined = ".".join(path)
    code, subject = "JM001", {"file": file.name}
    if fault.kind == "duplicate_key":
        code, subject = "JM004", {"path": joined}
    related: tuple[Related, ...] = ()
    if fault.related is not None:
        related = (Related(joined, Message(RELATED[fault.kind]), span=file.span(*fault.related)),)
    span = file.span(fault.start, fault.end)
    return Finding(code, joined, dict(subject), message, help_, span=span, related=related)


class Complainer:
    """Makes findings with the places, the suggestions and the values of one map."""

    def __init__(self, root: dict[str, Value], places: Places, contact_map: ContactMap | None) -> None:
        self.root = root
        self.places = places
        self.map = contact_map
        self.suggest = Suggester()

    def about(self, problem: Problem) -> Iterator[Finding]:
        """What people are told about a problem."""
        match problem:
            case Refusal():
                yield from self.about_refusal(problem)
            case Use():
                yield self.about_use(problem)
            case RunTogether():
                yield self.about_run_together(problem)
            case Contradiction():
                yield self.about_contradiction(problem)
            case Clash():
                yield self.about_clash(problem)

    def finding(
        self, code: str, path: Sequence[str], message: Message, help_: Message, part: Part = "value", **subject: Json
    ) -> Finding:
        """A finding at a map path."""
        joined = ".".join(path)
        span = self.places.find(path, part)
        return Finding(code, joined, {"path": joined, **subject}, message, help_, part=part, span=span)

    def about_refusal(self, refusal: Refusal) -> Iterator[Finding]:
        """What a model refused (JM002; JM004 for an id that stands twice in a list)."""
        told = keys_without_colon(self.places, refusal.path)
        if told:
            yield from told
        elif refusal.kind in ("extra_forbidden", "unknown_key"):
            yield self._unknown_key(refusal)
        elif refusal.kind == "missing":
            yield self._missing(refusal)
        elif refusal.kind in DUPLICATES:
            yield from self._duplicates(refusal)
        else:
            slips = slips_in_value(self.places, refusal) if refusal.kind in _WANT_KEYS else []
            yield from slips or [self._refused(refusal)]

    def _values(self, refusal: Refusal) -> dict[str, str | int]:
        path = refusal.path
        got = refusal.got if isinstance(refusal.got, str) else str(refusal.values.get("got", ""))
        if refusal.location and refusal.location[-1] == "[key]":
            got = path[-1]
        values: dict[str, str | int] = {
            "got": shorten(got),
            "key": shorten(_name_of(path)),
            "element": shorten(path[-2]) if len(path) > 1 else "journeymap",
        }
        values.update({key: shorten(str(value)) for key, value in refusal.values.items() if key not in values})
        return values

    def _refused(self, refusal: Refusal) -> Finding:
        wording = KINDS.get(refusal.kind, KINDS["unknown"])
        values = self._values(refusal)
        template, is_key = wording.message, bool(refusal.location) and refusal.location[-1] == "[key]"
        if not is_key and refusal.kind not in ("selector", "no_ids", "vocabulary_item", "text"):
            template = SHAPES.get(_shape(refusal), template)
        help_ = Message(wording.help, values)
        if refusal.kind == "literal_error":
            help_ = self._one_of(str(values["got"]), allowed_words(refusal.location))
        part: Part = "key" if is_key or not isinstance(refusal.got, str) else "value"
        return self.finding("JM002", refusal.path, Message(template, values), help_, part)

    def _one_of(self, word: str, allowed: Collection[str]) -> Message:
        suggestion = self.suggest.nearest(word, allowed)
        if suggestion is not None:
            return Message(_DID_YOU_MEAN, {"suggestion": suggestion})
        return Message(_WRITE_ONE_OF, {"allowed": listed(allowed, 40)})

    def _unknown_key(self, refusal: Refusal) -> Finding:
        path = refusal.path
        model, allowed = allowed_keys(refusal.location[:-1])
        if refusal.kind == "unknown_key":
            model, allowed = "Choice", ("not",)
        key = path[-1]
        slip = slip_in_key(key)
        if slip is not None:
            kind, place, further = slip
            values = {"got": shorten(key), **further}
            told = self._told(KINDS[kind], path, shortened(values), "key")
            return replace(told, span=self._inside(path, key, place))
        template = UNKNOWN_KEY.get(model, UNKNOWN_KEY["Choice"])
        way_out = comma_in_text(self.places, path) if refusal.got is None else None
        if way_out is None or self.suggest.nearest(key, allowed) is not None:
            way_out = self._one_of(key, allowed)
        return self.finding("JM002", path, Message(template, {"got": shorten(key)}), way_out, "key")

    def _told(self, wording: Wording, path: Sequence[str], values: dict[str, str | int], part: Part) -> Finding:
        return self.finding("JM002", path, Message(wording.message, values), Message(wording.help, values), part)

    def _missing(self, refusal: Refusal) -> Finding:
        values = self._values(refusal)
        section = {"channel": "channels", "department": "departments"}.get(str(values["key"]))
        known = self.root.get(section) if section else None
        kind = "missing"
        if isinstance(known, dict | list) and known:
            kind = "missing_reference"
            values["allowed"] = listed(sorted(map(str, known)))
        return self._told(KINDS[kind], refusal.path, values, "key")

    def _duplicates(self, refusal: Refusal) -> Iterator[Finding]:
        """One for every item that stands in a list again."""
        parent = refusal.path[:-1]
        ids = refusal.values["ids"]
        first: dict[str, int] = {}
        for place, item in enumerate(ids):
            if first.setdefault(str(item), place) != place:
                yield self._duplicate((*parent, str(item)), (*parent, str(place)), (*parent, str(first[str(item)])))

    def _duplicate(self, path: Sequence[str], second: Sequence[str], first: Sequence[str]) -> Finding:
        values: dict[str, str | int] = {"got": shorten(path[-1])}
        wording = KINDS["duplicate_id"]
        joined = ".".join(path)
        related = Related(joined, Message(RELATED["duplicate_id"]), span=self.places.find(first))
        return Finding(
            "JM004",
            joined,
            {"path": joined},
            Message(wording.message, values),
            Message(wording.help),
            span=self.places.find(second),
            related=(related,),
        )

    def _inside(self, path: Sequence[str], text: str, place: int) -> Span:
        """One character of a key or an id."""
        found = self.places.node(path)
        if found is None:
            return self.places.find(path)
        tree, child = found
        start = tree.starts[child.key]
        sign = max(tree.file.text.find(text[place], start), start)
        return tree.file.span(sign, sign + 1)

    def about_use(self, use: Use) -> Finding:
        """An id that is used and not declared (JM003), or that is no id but a slip of the hand (JM002)."""
        declared: Collection[str] = getattr(self.map, use.section)
        path = map_path(self.root, use.location)
        values: dict[str, str | int] = {"id": shorten(use.id), "section": use.section}
        part: Part = "key" if path[-1] == use.id else "value"
        slip = None if is_in_quotes(self.places, path, part) else slip_in_key(use.id)
        suggestion = self.suggest.nearest(use.id, declared)
        if slip is not None and (suggestion is None or slip_in_key(suggestion) is None):
            kind, _, further = slip
            if kind != "missing_space":
                return self._several_ids(kind, path, use.id, {"sign": "：", **further}, part)
            way_out = Message(KINDS[kind].help, shortened(further))
        elif suggestion is not None:
            way_out = Message(_DID_YOU_MEAN, {"suggestion": suggestion})
        elif declared:
            way_out = Message(_DECLARE_OR_USE, {**values, "known": listed(sorted(declared))})
        else:
            way_out = Message(_DECLARE, values)
        return self.finding("JM003", path, Message(_UNDECLARED, values), way_out, part, id=use.id)

    def about_run_together(self, one: RunTogether) -> Finding:
        """Several ids that YAML took for one where they are declared (JM002)."""
        values: dict[str, str | int] = {"sign": one.sign, "plain": ":" if one.sign == "：" else ","}
        return self._several_ids("declared_together", (one.section, one.id), one.id, values, "key")

    def _several_ids(
        self, kind: str, path: Sequence[str], one: str, signs: Mapping[str, str | int], part: Part
    ) -> Finding:
        in_lines = signs["sign"] != "：" and not is_in_brackets(self.places, path, part)
        values = shortened({"got": one, "ids": ", ".join(parts_of(one)), **signs})
        return self._told(KINDS[f"{kind}_in_lines" if in_lines else kind], path, values, part)

    def about_contradiction(self, one: Contradiction) -> Finding:
        """Something that does not fit with the rest of the map or with the world (JM002)."""
        message, help_ = CONTRADICTIONS[one.kind]
        path = map_path(self.root, one.location)
        values = shortened(one.values)
        suggestion = self.suggest.nearest(str(values.get("got", "")), one.known)
        way_out = Message(help_) if suggestion is None else Message(_DID_YOU_MEAN, {"suggestion": suggestion})
        part: Part = "value" if isinstance(value_at(self.root, path), str) else "key"
        return self.finding("JM002", path, Message(message, values), way_out, part)

    def about_clash(self, clash: Clash) -> Finding:
        """A definition that stands in two files (JM004)."""
        kind = "clash" if len(clash.path) > 1 else "one_file"
        if clash.path == ("journeymap",):
            kind = "key_in_part"
        joined = ".".join(clash.path)
        values: dict[str, str | int] = {"key": shorten(clash.path[-1])}
        second, first = _span_of(clash.second), _span_of(clash.first)
        related = Related(joined, Message(RELATED[kind]), span=first)
        wording = FORM[kind]
        return Finding(
            "JM004",
            joined,
            {"path": joined},
            Message(wording.message, values),
            Message(wording.help, values),
            span=second,
            related=(related,),
        )


def _span_of(place: tuple[Tree, int]) -> Span:
    tree, node = place
    return tree.span(node)


def _name_of(path: Sequence[str]) -> str:
    """The key at the end of a path; a place in a list is named by the list."""
    return next((step for step in reversed(path) if not step.isdecimal()), "journeymap")


def _shape(refusal: Refusal) -> str:
    if isinstance(refusal.got, dict):
        return "mapping_of_ids" if refusal.kind == "ids" else "mapping"
    if isinstance(refusal.got, list):
        return "list_of_keys" if refusal.kind in _WANT_KEYS else "list"
    if refusal.got is None:
        return "null" if refusal.kind in _WANT_KEYS else "nothing"
    return ""
