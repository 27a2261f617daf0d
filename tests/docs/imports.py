"""The examples of importing in the documentation: small sources of our own, and the maps that become of them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import journeymap

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs/examples/imports"
MAP = "map.yaml"
SHOWN = EXAMPLES / "genesys-architect"


def folders() -> Iterator[Path]:
    """The folders of the examples, each named after its kind."""
    return (path for path in sorted(EXAMPLES.iterdir()) if path.is_dir())


def sources(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != MAP)


def imported(folder: Path) -> str:
    """The map of an example, as `journeymap import` writes it."""
    with contextlib.chdir(folder):
        return journeymap.import_map(*sources(folder)).text()


def maps() -> dict[str, str]:
    """Every map of the examples, by its name in the repository."""
    return {f"{folder.relative_to(ROOT)}/{MAP}": imported(folder) for folder in folders()}


def source_shown() -> str:
    (name,) = sources(SHOWN)
    return (SHOWN / name).read_text(encoding="utf-8")


def list_of_examples() -> str:
    """A line for each kind, with links to source and map."""
    return "".join(
        f"* `{folder.name}`: {', '.join(_link(folder, name) for name in sources(folder))} gives {_link(folder, MAP)}\n"
        for folder in folders()
    )


def _link(folder: Path, name: str) -> str:
    return f"[{name}](examples/imports/{folder.name}/{name})"
