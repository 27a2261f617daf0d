"""The same key or id is defined twice.

What it finds
-------------
One id stands twice in a section, one key twice at a touchpoint, the same id twice in a list, or, in a
folder map, the same id is defined in two files. The finding stands at the second place; the first is shown
with it.

Keys that come in through a YAML merge (`<<`) are no duplicates: writing one of them again is how a merged
value is replaced. Two transfers to the same target are no duplicates either if they are written as a list
below that target.

Why it hurts the customer
-------------------------
Ordinary readers of YAML keep the last of the two and drop the first without a word. Here that would be a
whole desk with its questions and its ways out, gone from the map while customers go on standing in front of
it.

A map it fires on
-----------------
Someone added a second `reception` instead of finishing the first:

    journeymap: 1
    name: Clinic at the Park, appointments
    channels: [phone]
    departments: [front_office, doctors]
    touchpoints:
      reception:
        name: Reception
        channel: phone
        department: front_office
        entry: true
        transfers:
          nurse: {kind: warm, when: "the patient is in pain"}
      nurse:
        name: Nurse on duty
        channel: phone
        department: doctors
        resolves: true
      reception:
        name: Reception
        channel: phone
        department: front_office
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: Clinic at the Park, appointments
    channels: [phone]
    departments: [front_office, doctors]
    touchpoints:
      reception:
        name: Reception
        channel: phone
        department: front_office
        entry: true
        resolves: true
        transfers:
          nurse: {kind: warm, when: "the patient is in pain"}
      nurse:
        name: Nurse on duty
        channel: phone
        department: doctors
        resolves: true

Settings
--------
None. This rule cannot be suppressed, ignored or left out.

References
----------
* YAML 1.2, section 3.2.1.3: the keys of a mapping are unique

"""

from __future__ import annotations

from journeymap.findings import Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule("JM004", "duplicate-definition", Severity.ERROR, None, __name__)
