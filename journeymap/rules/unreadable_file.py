"""A file cannot be read as a contact map.

What it finds
-------------
The file as a whole cannot be taken in, so nothing in it is judged yet. It is one of these:

* not saved as UTF-8 (UTF-16, GBK and other older encodings are recognised, and named);
* not YAML: a tab as indentation, a quote or a bracket that is never closed, a full-width colon or a missing
  space behind a colon where a key should end, a line that begins in the wrong column;
* YAML of another kind: an empty file, a list at the top, a second document, a tag such as `!text`, an alias
  that leads nowhere or into itself, a missing or unknown `journeymap` version;
* too large: over 256 MiB, nested more than 100 levels deep, or aliases that expand to more than a million
  nodes.

The finding points at the place where the slip was made, such as the quote that was opened, and not at the
place where the reader gave up. The analyses are not run on such a map; other maps of the same run are.
Files without the key `journeymap` that lie in a folder of maps are no maps: they are counted and not
reported.

Why it hurts the customer
-------------------------
A map that cannot be read guards nobody: every blind spot in it goes unnoticed until a customer finds it.
Most of these files are one keystroke away from being right, and the person who made the slip is the one who
knows the journey best. Therefore it is said in plain words what was expected and how to get there.

A map it fires on
-----------------
The colon behind `name` of the booking line is the full-width one of a Chinese keyboard:

    journeymap: 1
    name: 海景酒店
    channels: {电话: {mode: live}}
    departments: [前台]
    touchpoints:
      预订专线:
        name：预订专线
        channel: 电话
        department: 前台
        entry: true
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: 海景酒店
    channels: {电话: {mode: live}}
    departments: [前台]
    touchpoints:
      预订专线:
        name: 预订专线
        channel: 电话
        department: 前台
        entry: true
        resolves: true

Settings
--------
None. This rule cannot be suppressed, ignored or left out.

References
----------
* YAML Ain't Markup Language, https://yaml.org/spec/
* RFC 3629, UTF-8, a transformation format of ISO 10646

"""

from __future__ import annotations

from journeymap.findings import Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule("JM001", "unreadable-file", Severity.ERROR, None, __name__)
