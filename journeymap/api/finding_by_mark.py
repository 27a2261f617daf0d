"""The one finding that a user means by its fingerprint, or by its code where there is one only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journeymap.errors import CannotRun
from journeymap.findings import Diagnostic, Message
from journeymap.rules.catalogue import find

__all__ = ["finding_meant"]

_WHICH = "which finding is to be drawn?"
_NO_FINDINGS = "there is no finding in this map"
_NOT_A_FINGERPRINT = '"{written}" is neither a fingerprint (4 to 16 digits 0-9 and a-f) nor the code of a rule'
_NONE = 'no finding of this map has a fingerprint that begins with "{written}"'
_NONE_OF_RULE = "there is no finding of {code} in this map"
_SEVERAL = '{count} findings are meant by "{written}"'
_LISTED = "for instance {findings}; `journeymap lint --format json` tells the fingerprint of each"
_ONE = "{fingerprint} ({code} {message})"
_HEX = re.compile(r"[0-9a-f]{4,16}")
_TOLD = 3
_LONGEST = 70


def finding_meant(diagnostics: Sequence[Diagnostic], written: str | None) -> Diagnostic:
    """The finding whose fingerprint begins with what is written, or the only one of that rule. Linear.

    Raises CannotRun where none or several are meant, and tells some that can be.
    """
    if not diagnostics:
        raise CannotRun(_NO_FINDINGS)
    if not written:
        raise CannotRun(_WHICH, help=_examples(diagnostics))
    found, nothing = _candidates(diagnostics, written.strip())
    if not found:
        raise CannotRun(nothing, help=_examples(diagnostics))
    if len({each.fingerprint for each in found}) > 1:
        several = Message(_SEVERAL, {"count": len(found), "written": written})
        raise CannotRun(str(several), help=_examples(found))
    return found[0]


def _candidates(diagnostics: Sequence[Diagnostic], written: str) -> tuple[list[Diagnostic], str]:
    """Those that can be meant, and what to say where none can."""
    listing = find(written)
    if listing is not None:
        told = Message(_NONE_OF_RULE, {"code": listing.code})
        return [each for each in diagnostics if each.code == listing.code], str(told)
    if _HEX.fullmatch(written.lower()):
        found = [each for each in diagnostics if each.fingerprint.startswith(written.lower())]
        return found, str(Message(_NONE, {"written": written}))
    return [], str(Message(_NOT_A_FINGERPRINT, {"written": written}))


def _examples(diagnostics: Sequence[Diagnostic]) -> str:
    gravest = sorted(diagnostics, key=lambda each: (-each.severity.rank, each.code, each.fingerprint))[:_TOLD]
    told = "; ".join(str(Message(_ONE, _values(each))) for each in gravest)
    return str(Message(_LISTED, {"findings": told}))


def _values(diagnostic: Diagnostic) -> dict[str, str | int]:
    message = diagnostic.message
    short = message if len(message) <= _LONGEST else f"{message[: _LONGEST - 1]}…"
    return {"fingerprint": diagnostic.fingerprint, "code": diagnostic.code, "message": short}
