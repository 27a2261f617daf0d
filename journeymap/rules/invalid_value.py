"""A value, a key or a combination of them is not part of the map language.

What it finds
-------------
The file is readable, but at one place it says something that has no meaning in a contact map:

* a key that does not exist, most often a misspelt one (the nearest key is suggested);
* a required key that is missing: every touchpoint needs a `channel` and a `department`;
* a value of the wrong kind: a length of time without its unit (`5`), a share above 1 without a percent sign
  (`90`), a word where one of a few is wanted, a week that does not begin on a Monday, opening hours, a
  country or a time zone that cannot be understood;
* a contradiction, such as an `if_closed` that names the sender or the very target that is closed, or
  segments whose shares of all customers sum to more than 100%.

Every independent mistake is told in the same run. While there is one, the analyses of this map are not run.
Ids that nobody declared are JM003, ids and keys that stand twice are JM004, and shares at a touchpoint that
sum to more than 100% are JM005.

Why it hurts the customer
-------------------------
A misspelt key that is passed over in silence is the worst answer of all: the team believes that the rule
"the menu is a machine" is in the map, and it is not. What is drawn, judged and promised would be another
journey than the one the customer has.

A map it fires on
-----------------
`handled_by` is misspelt, and a wait of `5` may mean seconds as well as days:

    journeymap: 1
    name: River Valley Water, moving house
    channels: [phone]
    departments: [contact_centre]
    touchpoints:
      menu:
        name: Telephone menu
        channel: phone
        department: contact_centre
        handeld_by: machine
        entry: true
        transfers:
          agent: {wait: 5}
      agent:
        name: Moving-house team
        channel: phone
        department: contact_centre
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: River Valley Water, moving house
    channels: [phone]
    departments: [contact_centre]
    touchpoints:
      menu:
        name: Telephone menu
        channel: phone
        department: contact_centre
        handled_by: machine
        entry: true
        transfers:
          agent: {wait: 5 min}
      agent:
        name: Moving-house team
        channel: phone
        department: contact_centre
        resolves: true

Settings
--------
None. This rule cannot be suppressed, ignored or left out.

References
----------
* The reference of the map language; `journeymap schema` prints the same as a JSON Schema for editors
* Opening hours are written as in OpenStreetMap: https://wiki.openstreetmap.org/wiki/Key:opening_hours

"""

from __future__ import annotations

from journeymap.findings import Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule("JM002", "invalid-value", Severity.ERROR, None, __name__)
