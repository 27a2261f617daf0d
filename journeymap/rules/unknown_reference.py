"""An id is used that is declared nowhere in the map.

What it finds
-------------
A touchpoint names a channel, a department, a system, an item of information, a reason or another touchpoint
by its id, and no such id is declared in its section: `channels`, `departments`, `touchpoints` and so on.
The same holds for ids in filters (`for`), contracts and scenarios. If a declared id looks similar, it is
suggested.

Ids are case-sensitive and may be in any script; two ways of typing the same accented letter count as one id
(Unicode NFC). In a folder map all files are one map, so an id may be declared in any of them. The analyses
of a map with an unknown id are not run, because a way that leads nowhere cannot be judged.

Why it hurts the customer
-------------------------
An arrow to a desk that is not on the map is a customer sent to a place nobody answers for. Often it is only
a slip of the pen; sometimes the desk was closed last year and its callers are still being sent there.

A map it fires on
-----------------
The information desk sends people to `registry`; the desk is called `registry_office`:

    journeymap: 1
    name: Town hall of Lindenau, birth certificates
    channels: [counter]
    departments: [citizens_office, registrar]
    touchpoints:
      information_desk:
        name: Information desk
        channel: counter
        department: citizens_office
        entry: true
        transfers:
          registry: {kind: cold}
      registry_office:
        name: Registry office
        channel: counter
        department: registrar
        resolves: true

The same map mended
-------------------

    journeymap: 1
    name: Town hall of Lindenau, birth certificates
    channels: [counter]
    departments: [citizens_office, registrar]
    touchpoints:
      information_desk:
        name: Information desk
        channel: counter
        department: citizens_office
        entry: true
        transfers:
          registry_office: {kind: cold}
      registry_office:
        name: Registry office
        channel: counter
        department: registrar
        resolves: true

Settings
--------
None. This rule cannot be suppressed, ignored or left out.

References
----------
* Unicode Standard Annex #15, Unicode Normalization Forms

"""

from __future__ import annotations

from journeymap.findings import Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE"]

RULE = Rule("JM003", "unknown-reference", Severity.ERROR, None, __name__)
