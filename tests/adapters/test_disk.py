"""Maps are found wherever the user points; what cannot be read is said kindly."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path

import pytest

from journeymap.adapters.disk import Discovery, find_maps, other_parts, write_new
from journeymap.errors import CannotRun
from journeymap.source import MAX_FILE_BYTES, read_map

MAP = "journeymap: 1\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with single maps, a map folder with parts and a map inside it, and other files."""
    files = {
        "maps/bank.yaml": MAP,
        "maps/银行.yml": "# 客户联络图\njourneymap: 1\n",
        "maps/other.yaml": "name: nothing\n",
        "maps/notes.txt": MAP,
        "maps/insurer/journeymap.yaml": MAP,
        "maps/insurer/claims.yaml": "touchpoints: {}\n",
        "maps/insurer/departments/life.yml": "touchpoints: {}\n",
        "maps/insurer/departments/.draft.yaml": MAP,
        "maps/insurer/branch/journeymap.yaml": MAP,
        "maps/insurer/branch/desk.yaml": "touchpoints: {}\n",
        "maps/.hidden/secret.yaml": MAP,
        "maps/node_modules/x/y.yaml": MAP,
        "empty/README.md": "",
        "unrelated/a.yaml": "a: 1\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> Discovery:
    return find_maps(paths, BytesIO())


def outline(discovery: Discovery) -> dict[str, list[str]]:
    return {source.root: sorted(file.name for file in source.files) for source in discovery.maps}


INSURER = ["maps/insurer/claims.yaml", "maps/insurer/departments/life.yml", "maps/insurer/journeymap.yaml"]
BRANCH = ["maps/insurer/branch/desk.yaml", "maps/insurer/branch/journeymap.yaml"]


def test_a_folder_of_maps(here: Path) -> None:
    discovery = found("maps")
    assert outline(discovery) == {
        "maps/bank.yaml": ["maps/bank.yaml"],
        "maps/insurer": INSURER,
        "maps/insurer/branch": BRANCH,
        "maps/银行.yml": ["maps/银行.yml"],
    }
    assert list(outline(discovery)) == sorted(outline(discovery))
    assert discovery.other_files == 1


@pytest.mark.parametrize(
    "path",
    [
        "maps/insurer/claims.yaml",
        "maps/insurer/journeymap.yaml",
        "maps/insurer/departments",
        "./maps/insurer/departments/life.yml",
    ],
)
def test_a_part_stands_for_its_map(here: Path, path: str) -> None:
    assert outline(found(path))["maps/insurer"] == INSURER


def test_a_part_from_inside_the_folder(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(here / "maps/insurer/departments")
    assert outline(found("life.yml")) == {"..": ["../claims.yaml", "../departments/life.yml", "../journeymap.yaml"]}
    monkeypatch.chdir(here / "maps/insurer/branch")
    assert outline(found(".")) == {".": ["desk.yaml", "journeymap.yaml"]}


def test_maps_are_taken_once(here: Path) -> None:
    paths = [
        "maps/insurer/claims.yaml",
        "maps/insurer",
        "maps/insurer/departments/life.yml",
        "maps/bank.yaml",
        "./maps/bank.yaml",
    ]
    assert outline(found(*paths)) == outline(found(*reversed(paths)))
    assert list(outline(found(*paths))) == ["maps/bank.yaml", "maps/insurer", "maps/insurer/branch"]


def test_a_file_with_the_key_below_a_map_folder_is_a_map_of_its_own(here: Path) -> None:
    own = "maps/insurer/departments/pilot.yaml"
    Path(own).write_text(MAP, encoding="utf-8")
    Path("maps/insurer/branch/trial.yml").write_text(MAP, encoding="utf-8")
    assert outline(found("maps/insurer")) == {
        "maps/insurer": INSURER,
        "maps/insurer/branch": BRANCH,
        "maps/insurer/branch/trial.yml": ["maps/insurer/branch/trial.yml"],
        own: [own],
    }
    assert outline(found(own)) == {own: [own]}
    assert outline(found("maps/insurer/claims.yaml")) == {"maps/insurer": INSURER}
    assert outline(found("maps/insurer/departments")) == {"maps/insurer": INSURER, own: [own]}
    assert other_parts(Path("maps/insurer")) == 2


def test_absolute_paths_stay_absolute(here: Path) -> None:
    assert list(outline(found(str(here / "maps/insurer/claims.yaml")))) == [(here / "maps/insurer").as_posix()]


def test_a_named_file_is_a_map(here: Path) -> None:
    (source,) = found("maps/other.yaml").maps
    (finding,) = read_map(source.root, source.files).findings
    assert (finding.code, str(finding.help)) == ("JM001", 'write "journeymap: 1" as the first line')
    assert outline(found("maps/notes.txt", "maps/.hidden/secret.yaml")) == {
        "maps/.hidden/secret.yaml": ["maps/.hidden/secret.yaml"],
        "maps/notes.txt": ["maps/notes.txt"],
    }


def test_standard_input() -> None:
    (source,) = find_maps(["-"], BytesIO(MAP.encode())).maps
    assert source.root == source.files[0].name == "<stdin>"
    assert source.files[0].content == MAP.encode()


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere.yaml", '"nowhere.yaml" does not exist'),
        ("maps/bank.yaml/x", '"maps/bank.yaml/x" does not exist'),
        ("empty", '"empty" holds no map, and no YAML file at all'),
        ("unrelated", '"unrelated" holds no map; YAML files without a top-level "journeymap" key: 1'),
        ("a\0b", "does not exist"),
        ("/dev/zero", '"/dev/zero" is neither a file nor a folder'),
        ("pipe", '"pipe" is neither a file nor a folder'),
        ("loop", '"loop" cannot be read'),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_cannot_run(here: Path, path: str, message: str) -> None:
    os.mkfifo("pipe")
    Path("loop").symlink_to("loop")
    with pytest.raises(CannotRun) as refused:
        found("maps/bank.yaml", path)
    assert message in refused.value.message
    assert refused.value.help


def test_links_special_files_and_loops_do_not_hang(here: Path) -> None:
    (here / "maps/again").symlink_to(here / "maps")
    (here / "maps/loop.yaml").symlink_to("loop.yaml")
    (here / "maps/gone.yaml").symlink_to("gone")
    os.mkfifo(here / "maps/pipe.yaml")
    os.mkfifo(here / "maps/insurer/pipe.yaml")
    (here / "maps/linked.yaml").symlink_to(here / "maps/bank.yaml")
    assert list(outline(found("maps"))) == ["maps/bank.yaml", "maps/insurer", "maps/insurer/branch", "maps/银行.yml"]


def test_too_large_files_are_reported_not_read(here: Path) -> None:
    with Path("huge.yaml").open("wb") as file:
        file.write(MAP.encode())
        file.truncate(MAX_FILE_BYTES + 1)
    (source,) = found("huge.yaml").maps
    assert source.files[0].content == b""
    (finding,) = read_map(source.root, source.files).findings
    assert finding.code == "JM001"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(here: Path) -> None:
    Path("maps/bank.yaml").chmod(0)
    with pytest.raises(CannotRun, match="no permission"):
        found("maps")


def test_write_new(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    write_new(path, "name: 银行\n")
    assert path.read_bytes() == "name: 银行\n".encode()
    with pytest.raises(CannotRun, match="exists already"):
        write_new(path, "other")
    with pytest.raises(CannotRun, match="does not exist"):
        write_new(tmp_path / "no" / "map.yaml", "x")
    assert path.read_text(encoding="utf-8") == "name: 银行\n"
    assert [entry.name for entry in tmp_path.iterdir()] == ["map.yaml"]
