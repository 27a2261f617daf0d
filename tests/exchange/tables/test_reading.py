"""Tables as people write them: separators, encodings, notation, and every complaint with its cell."""

from __future__ import annotations

import pytest

from journeymap.errors import CannotRun
from journeymap.exchange.importing import csv
from journeymap.exchange.importing.draft import Remark, SourceText
from journeymap.exchange.tables.notation import cell_of
from journeymap.model import ContactMap

TOUCHPOINTS = "touchpoint,name,channel,department,needs,entry\nmenu,Menu,phone,desk,story,true\n"
TRANSFERS = "from,to,kind,when\nmenu,agent,cold,0\n"
AGENT = "agent,Agent,phone,desk,story; identity,\n"


def read(*texts: str | bytes) -> tuple[ContactMap, tuple[Remark, ...]]:
    contents = [text.encode() if isinstance(text, str) else text for text in texts]
    return csv.read_map([SourceText(f"{number}.csv", content) for number, content in enumerate(contents)])


def refused(*texts: str | bytes) -> tuple[list[str], str]:
    with pytest.raises(CannotRun) as error:
        read(*texts)
    return error.value.message.split("\n"), error.value.help


def test_two_tables_are_enough() -> None:
    contact_map, remarks = read(TOUCHPOINTS + AGENT, TRANSFERS)
    assert list(contact_map.touchpoints["agent"].needs) == ["story", "identity"]
    assert contact_map.touchpoints["menu"].transfers["agent"].when == "0"  # type: ignore[union-attr]
    assert list(contact_map.information) == ["story", "identity"]
    assert [str(remark.message) for remark in remarks] == [
        'no table declares "channels": declared as they are used: phone',
        'no table declares "departments": declared as they are used: desk',
        'no table declares "information": declared as they are used: story, identity',
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_separator_is_known(separator: str, end: str) -> None:
    text = 'touchpoint|channel|department|name\nmenu|phone|desk|"a, b; c"\n'.replace("|", separator).replace("\n", end)
    assert read(text)[0].touchpoints["menu"].name == "a, b; c"


def test_excel_may_say_the_separator() -> None:
    assert read("sep=;\r\n\r\ntouchpoint;channel;department\r\nmenu;phone;desk\r\n")[0].touchpoints


@pytest.mark.parametrize(("encoding", "told"), [("utf-8-sig", 0), ("utf-16", 0), ("gb18030", 1)])
def test_what_spreadsheets_write_is_read(encoding: str, told: int) -> None:
    text = "touchpoint,name,channel,department\n菜单,电话语音菜单欢迎您,电话,客服中心\n"
    contact_map, remarks = read(text.encode(encoding))
    assert contact_map.touchpoints["菜单"].name == "电话语音菜单欢迎您"
    assert sum("GBK" in str(remark.message) for remark in remarks) == told


def test_headers_may_be_written_as_words_and_the_id_called_id() -> None:
    contact_map, _ = read("ID,Name,Channel,Department,Handled by,x-note\nmenu,,phone,desk,machine,mine\n,,,,,\n")
    assert contact_map.touchpoints["menu"].handled_by == "machine"


def test_vocabulary_has_tables_of_its_own() -> None:
    contact_map, remarks = read(
        TOUCHPOINTS + AGENT,
        "channel,name,mode\nphone,Phone,live\n",
        "department,hours,staff\ndesk,Mo-Fr 09:00-17:00; Sa 10:00-14:00,{Mo-Fr 09:00-17:00: 12}\n",
        "item,name\nstory,What happened\nidentity,\n",
        "key,value\nname,Ours\nsettings,{loop_length: 4}\n",
        "from,to,kind,for\nmenu,agent,cold,{reason: lost}\nmenu,agent,warm,{reason: {not: lost}}\n",
        "reason,complaint\nlost,是\n",
    )
    assert remarks == ()
    assert contact_map.name == "Ours"
    assert contact_map.settings.loop_length == 4
    assert contact_map.departments["desk"].hours == "Mo-Fr 09:00-17:00; Sa 10:00-14:00"
    assert len(contact_map.touchpoints["menu"].transfers["agent"]) == 2  # type: ignore[arg-type]


def test_every_fault_is_told_with_its_cell() -> None:
    lines, help_ = refused(
        "touchpoint;Name;channel;departmnt;time;resolves\nmenu;Menu;phone;desk;6;[a\n;x;;;;\nb;;phone;;;\n",
        "from,to,kind\nmenu,b,colt\nmneu,b,\nmenu,c,warm\n",
        "key,value\nnmae,x\n",
    )
    assert [line.partition(" (")[0] for line in lines] == [
        '"0.csv", row 1, column "departmnt": "departmnt" is not a column of the table touchpoints',
        '"0.csv", row 2, column "resolves": the cell cannot be read: the bracket "[" opened here is never closed',
        '"0.csv", row 2, column "time": "6" has no unit of time',
        '"0.csv", row 3, column "touchpoint": the row has no "touchpoint"',
        '"0.csv", row 4, column "department": the row has no "department"',
        '"1.csv", row 2, column "kind": "colt" is not a word that "kind" takes',
        '"1.csv", row 3, column "from": the transfer begins at "mneu", which is not in the table of touchpoints',
        '"1.csv", row 4, column "to": "c" is not declared in "touchpoints"',
        '"2.csv", row 2, column "key": "nmae" is not said of a whole map',
    ]
    assert 'did you mean "department"?' in lines[0]
    assert 'did you mean "cold"?' in lines[5]
    assert "template" in help_


def test_an_id_that_a_table_could_declare_must_be_declared() -> None:
    (line,), help_ = refused(TOUCHPOINTS, "channel,name\nphne,Phone\n")
    assert line == '"0.csv", row 2, column "channel": "phone" is not declared in "channels"'
    assert help_ == 'did you mean "phne"?'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (TOUCHPOINTS + "menu,,phone,desk,,\n", 'row 3, column "touchpoint": "menu" is defined twice'),
        ("touchpoint,channel,channel,department\nmenu,a,b,d\n", 'the column "channel" stands twice'),
        ("touchpoint,channel,department\nmenu,a,b,more\n", 'column "D": there is no header above this cell'),
        ("touchpoint,channel,department\nme nu,a,b\n", 'column "touchpoint": "me nu" cannot be an id'),
        ("a,b\n1,2\n", "holds no table of a map"),
        ('touchpoint,channel,department\n"menu,a,b\n', 'column "touchpoint"'),
        (b"touchpoint,channel\n\xff\xff\xfe,\x81", "neither UTF-8"),
    ],
)
def test_what_cannot_be_meant(text: str | bytes, said: str) -> None:
    lines, help_ = refused(text)
    assert said in "\n".join(lines)
    assert '"0.csv"' in lines[0]
    assert help_


def test_a_column_that_is_not_there_is_told_once() -> None:
    lines, help_ = refused("touchpoint,department\nmenu,desk\nagent,desk\n", "channel,mode\nphone,live\n")
    assert lines == [
        '"0.csv", row 1, column "channel": the table says nothing in a column "channel" (write one of: phone)',
    ]
    assert "template" in help_


def test_what_a_formula_that_failed_shows_is_no_text() -> None:
    (line,), help_ = refused("touchpoint,name,channel,department\nmenu,#REF!,phone,desk\n")
    assert line.startswith('"0.csv", row 2, column "name": the cell holds #REF!')
    assert help_ == "write what is meant"
    contact_map, _ = read('touchpoint,name,channel,department\nmenu,"""#REF!""",phone,desk\n')
    assert contact_map.touchpoints["menu"].name == "#REF!"
    assert cell_of("#REF!", structured=False) == '"#REF!"'


def test_many_faults_are_cut() -> None:
    lines, _ = refused("touchpoint,channel,department,time\n" + "".join(f"t{n},a,b,6\n" for n in range(100)))
    assert len(lines) == 31
    assert lines[-1] == "and 70 more"


def test_a_large_table_is_read_in_time() -> None:
    rows = "".join(f"t{n},Touchpoint {n},phone,desk,story; identity,\n" for n in range(5000))
    ways = "".join(f"t{n},t{(n * 7) % 5000},cold,\n" for n in range(5000))
    contact_map, _ = read("touchpoint,name,channel,department,needs,entry\n" + rows, "from,to,kind,when\n" + ways)
    assert len(contact_map.touchpoints) == 5000


def test_only_the_header_tells_a_table() -> None:
    assert csv.matches(TOUCHPOINTS.encode())
    assert csv.matches(TRANSFERS.encode())
    for other in (
        b"",
        b"a,b\n1,2",
        b'{"a": 1}',
        b"PK\x03\x04",
        b"\x00",
        b"journeymap: 1\n",
        b"name,channel,department\n",
    ):
        assert not csv.matches(other)
