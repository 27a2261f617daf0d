"""Forms of the GOV.UK digital form builder (XGovFormsCommunity and its adapters): JSON, one file per form.

Pages are touchpoints on the web, input components are information by their label, `next` links are transfers.
Several forms are one application: whoever fills in one goes on to the next, and has to say again what a form asks
that another asked before, since forms do not share answers.
"""

from __future__ import annotations

from collections.abc import Sequence

from journeymap.exchange.importing.draft import Draft, SourceText
from journeymap.exchange.importing.govuk_forms.application import application
from journeymap.exchange.importing.govuk_forms.form import Form, is_form
from journeymap.findings import Json

__all__ = ["matches", "read"]


def matches(content: Json) -> bool:
    """Whether a JSON value is a form: it has pages with a path."""
    return is_form(content)


def read(files: Sequence[SourceText]) -> Draft:
    """The forms as one application. Raises CannotRun for a file that is no form. Linear."""
    return application([Form.read(file) for file in files])
