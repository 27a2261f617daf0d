"""Writes every part of the documentation that the program itself can tell.

    python tests/docs/generate.py            bring it up to date
    python tests/docs/generate.py --check    say what is out of date, exit code 1 if anything is

Whole files are generated (the rules' pages, the schemas) and blocks in hand-written ones, between
``<!-- begin NAME -->`` and ``<!-- end NAME -->``, in YAML between ``# begin NAME`` and ``# end NAME``.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import click
import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

import journeymap
from journeymap.cli.main import journeymap as command_line
from journeymap.exchange.resolved_schema import resolved_schema
from journeymap.lint import Selection, lint_map
from journeymap.lint.config import SETTINGS as CONFIGURATION
from journeymap.model import (
    Channel,
    ContactMap,
    Department,
    Entry,
    Filter,
    IfClosed,
    Information,
    Product,
    Promise,
    Reason,
    Scenario,
    Segment,
    Settings,
    Stage,
    System,
    Touchpoint,
    Transfer,
)  # fmt: skip
from journeymap.model.promises import Attributes, Change, Limits, Never, NeverTransfer
from journeymap.model.touchpoint import EntryShares, Reply
from journeymap.report.formats import FORMATS, render
from journeymap.report.rule_help import with_fences
from journeymap.report.text import text_report
from journeymap.report.view import Run
from journeymap.rules.catalogue import CATALOGUE, Listing
from journeymap.rules.page import sections, title
from journeymap.source import SourceFile, json_schema, read_map

sys.path.insert(0, str(Path(__file__).parents[1]))
from docs import imports, pictures

ROOT = Path(__file__).parents[2]
HELP_WIDTH = 80
EXAMPLE = "docs/examples/cards.yaml"
SITE = ".mkdocs.yml"
CAPTION = "The same map as a picture: ping-pong, a repeated question and a complaint without follow-up are marked"

FAMILIES = {
    "JM0": "The map itself",
    "JM1": "Blind spots",
    "JM2": "Pointless transfers",
    "JM3": "Repeated information",
    "JM4": "Service that does not fit the customer",
    "JM5": "Work behind the counter",
    "JM9": "Contracts",
}

_BLOCK = re.compile(r"(<!-- begin (?P<name>[\w -]+) -->\n).*?(<!-- end (?P=name) -->)", re.DOTALL)
_YAML_BLOCK = re.compile(r"(# begin (?P<name>[\w -]+)\n).*?( *# end (?P=name)\n)", re.DOTALL)
_CODE = re.compile(r"(?<!`)\bJM\d{3}\b")
_NAMES = {each.code: each.name for each in CATALOGUE}
_USED_SETTING = re.compile(r"`(\w+)(?:: [^`]*)?`")


# ---------------------------------------------------------------- blocks


def example_map() -> str:
    return fenced("yaml", (ROOT / EXAMPLE).read_text(encoding="utf-8"))


def example_picture() -> str:
    """The example as it is drawn."""
    return f"![{CAPTION}]({pictures.README_PICTURE})\n"


def example_output() -> str:
    """What the tool says about the example, word for word."""
    report = journeymap.check(ROOT / EXAMPLE)
    text = "\n".join(text_report(report.maps, report.other_files)).replace(report.maps[0].root, EXAMPLE)
    return fenced("text", f"$ journeymap lint {EXAMPLE}\n{text}")


def formats() -> str:
    return table(("format", "what it is for"), [(f"[{each.name}](#{each.name})", each.purpose) for each in FORMATS])


def format_example(name: str, language: str) -> Callable[[], str]:
    """One finding of the example in a format."""

    def example() -> str:
        read = read_map(EXAMPLE, [SourceFile(EXAMPLE, (ROOT / EXAMPLE).read_bytes())])
        run = Run([lint_map(read, Selection.of(["JM201"]))], 0, journeymap.__version__)
        return fenced(language, render(name, run).replace("\r\n", "\n"))

    return example


def rule_table() -> str:
    return "\n".join(
        f"## {prefix} {family}\n\n{_rules_of(prefix)}" for prefix, family in FAMILIES.items() if _family(prefix)
    )


def _family(prefix: str) -> list[Listing]:
    return [each for each in CATALOGUE if each.code.startswith(prefix)]


def _rules_of(prefix: str) -> str:
    rows = [(link(each), each.severity.value, title(each.page)) for each in _family(prefix)]
    return table(("rule", "severity", "what it finds"), rows)


def settings_table() -> str:
    rows = [
        (f"`{name}`", f"`{setting_value(field)}`", str(field.description), _users(name))
        for name, field in Settings.model_fields.items()
    ]
    return table(("setting", "default", "meaning", "rules"), rows)


def setting_value(field: FieldInfo) -> str:
    """A default as one writes it in a map."""
    return f"{field.default:.0%}" if isinstance(field.default, Decimal) else str(field.default)


def configuration_keys() -> str:
    return table(("key", "meaning"), [(f"`{key}`", meaning) for key, meaning in CONFIGURATION.items()])


def used_settings(listing: Listing) -> set[str]:
    """The settings that a rule's page names in its section on them."""
    return set(_USED_SETTING.findall(sections(listing.page).get("Settings", ""))) & Settings.model_fields.keys()


def _users(setting: str) -> str:
    return ", ".join(f"[{each.code}](rules/{each.name}.md)" for each in CATALOGUE if setting in used_settings(each))


def rule_pages() -> str:
    """The pages of the rules for the site's menu, by family."""
    return "".join(
        f"      - {prefix} {family}:\n" + "".join(f"          - {_menu_line(each)}\n" for each in _family(prefix))
        for prefix, family in FAMILIES.items()
        if _family(prefix)
    )


def _menu_line(listing: Listing) -> str:
    return f"{listing.code} {listing.name}: rules/{listing.name}.md"


def action_inputs() -> str:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    rows = [(f"`{name}`", each["description"], _code(each["default"])) for name, each in action["inputs"].items()]
    return table(("input", "meaning", "default"), rows)


def _code(text: str) -> str:
    return f"`{text}`" if text else ""


def decision_pages() -> str:
    """The decision records for the site's menu."""
    records = sorted((ROOT / "docs/decisions").glob("0*.md"))
    heads = [path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ") for path in records]
    return "".join(f'          - "{head}": decisions/{path.name}\n' for head, path in zip(heads, records, strict=True))


def help_pages() -> str:
    return "\n".join(_help_pages())


def _help_pages() -> Iterator[str]:
    context = click.Context(
        command_line, info_name="journeymap", terminal_width=HELP_WIDTH, **command_line.context_settings
    )
    yield f"## journeymap\n\n{fenced('text', command_line.get_help(context))}"
    for name in command_line.list_commands(context):
        command = command_line.get_command(context, name)
        own = click.Context(command, info_name=name, parent=context)
        yield f"## journeymap {name}\n\n{fenced('text', command.get_help(own))}"


def keys_of(*models: type[BaseModel]) -> Callable[[], str]:
    return lambda: "\n".join(_keys(model) for model in models)


def _keys(model: type[BaseModel]) -> str:
    rows = [(f"`{field.alias or name}`", _meaning(field)) for name, field in model.model_fields.items()]
    return table(("key", "meaning"), rows)


def _meaning(field: FieldInfo) -> str:
    """What the description says; for thresholds, which all have one, also the default."""
    plain = isinstance(field.default, int | Decimal | date) and not isinstance(field.default, bool)
    return f"{field.description}; default: `{setting_value(field)}`" if plain else str(field.description)


BLOCKS: dict[str, Callable[[], str]] = {
    "example map": example_map,
    "example picture": example_picture,
    "example output": example_output,
    "gallery": pictures.gallery_page,
    "formats": formats,
    "format github": format_example("github", "text"),
    "format gitlab": format_example("gitlab", "json"),
    "format junit": format_example("junit", "xml"),
    "format markdown": format_example("markdown", "markdown"),
    "format csv": format_example("csv", "text"),
    "import source": lambda: fenced("yaml", imports.source_shown()),
    "import map": lambda: fenced("yaml", imports.imported(imports.SHOWN)),
    "import examples": imports.list_of_examples,
    "rule table": rule_table,
    "rule pages": rule_pages,
    "decision pages": decision_pages,
    "action inputs": action_inputs,
    "settings table": settings_table,
    "configuration keys": configuration_keys,
    "help pages": help_pages,
    "keys of a map": keys_of(ContactMap),
    "keys of settings": keys_of(Settings),
    "keys of a stage": keys_of(Stage),
    "keys of a segment": keys_of(Segment),
    "keys of a product": keys_of(Product),
    "keys of a reason": keys_of(Reason),
    "keys of a channel": keys_of(Channel),
    "keys of a department": keys_of(Department),
    "keys of a system": keys_of(System),
    "keys of an item": keys_of(Information),
    "keys of a touchpoint": keys_of(Touchpoint),
    "keys of an entry": keys_of(Entry, EntryShares),
    "keys of a reply": keys_of(Reply),
    "keys of a transfer": keys_of(Transfer),
    "keys of if_closed": keys_of(IfClosed),
    "keys of a filter": keys_of(Filter),
    "keys of a scenario": keys_of(Scenario),
    "keys of a change": keys_of(Change),
    "keys of a promise": keys_of(Promise),
    "keys of within": keys_of(Limits),
    "keys of never": keys_of(Never, NeverTransfer),
    "keys of a selector": keys_of(Attributes),
}


# ---------------------------------------------------------------- whole files


def rule_page(listing: Listing) -> str:
    page = listing.page
    lines = [f"# {listing.code} {listing.name}", "", f"Severity: **{listing.severity.value}**", "", title(page), ""]
    for heading, body in sections(page).items():
        lines += [f"## {heading}", "", with_fences(body, _with_links), ""]
        if heading == pictures.FIRED_ON and pictures.rule_map(listing) is not None:
            lines += [f"![What {listing.code} finds in this map](drawings/{listing.name}.svg)", ""]
    return "\n".join(lines)


def _with_links(prose: str) -> str:
    """Codes of rules as links to their pages."""
    return _CODE.sub(lambda match: f"[{match[0]}]({_NAMES[match[0]]}.md)" if match[0] in _NAMES else match[0], prose)


def whole_files(*, comparable: bool) -> dict[str, str]:
    files = {f"docs/rules/{listing.name}.md": rule_page(listing) for listing in CATALOGUE}
    files["docs/schema/journeymap-1.json"] = json.dumps(json_schema(), ensure_ascii=False, indent=2) + "\n"
    resolved = json.dumps(resolved_schema(), ensure_ascii=False, indent=2) + "\n"
    files["docs/schema/journeymap-map-1.json"] = resolved
    return files | imports.maps() | pictures.drawings(comparable=comparable)


# ---------------------------------------------------------------- writing


def fenced(language: str, text: str) -> str:
    return f"```{language}\n{text.rstrip()}\n```\n"


def table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"


def link(listing: Listing) -> str:
    return f"[{listing.code} {listing.name}]({listing.name}.md)"


def generated(*, comparable: bool) -> dict[Path, str]:
    """Every file that holds something generated, with the text it should have."""
    files = {ROOT / name: text for name, text in whole_files(comparable=comparable).items()}
    for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        text = files.get(path) or path.read_text(encoding="utf-8")
        files[path] = with_blocks(_BLOCK, text)
    files[ROOT / SITE] = with_blocks(_YAML_BLOCK, (ROOT / SITE).read_text(encoding="utf-8"))
    return files


def with_blocks(pattern: re.Pattern[str], text: str) -> str:
    """The text with every generated block as it should be."""
    return pattern.sub(lambda match: f"{match[1]}{BLOCKS[match['name']]()}{match[3]}", text)


def stale(*, comparable: bool = True) -> list[Path]:
    """Files that are not as they should be, and pages of rules and pictures that are no more.

    With `comparable` without the pictures that another version of Graphviz would draw otherwise.
    """
    wanted = generated(comparable=comparable)
    changed = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    pages = {path for path in (ROOT / "docs/rules").glob("*.md") if path.name != "index.md"}
    drawn = {path for folder in ("docs/rules/drawings", pictures.GALLERY) for path in (ROOT / folder).glob("*.svg")}
    leftover = (pages - wanted.keys()) | (drawn - {ROOT / name for name in pictures.all_names()})
    return sorted({*changed, *leftover})


def main() -> int:
    if "--check" in sys.argv[1:]:
        old = [str(path.relative_to(ROOT)) for path in stale()]
        print("\n".join(["out of date, run `make docs`:", *old]) if old else "everything generated is up to date")
        return int(bool(old))
    wanted = generated(comparable=False)
    for path in stale(comparable=False):
        if path in wanted:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
