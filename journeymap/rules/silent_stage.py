"""A product has nothing to offer in a stage of the journey.

What it finds
-------------
A declared stage and a product such that no touchpoint of this `stage` exists for any customer of the
product: either no touchpoint names the stage, or those that do are `for` other products, or for segments or
reasons that do not occur with this one.

It is enough that the touchpoint exists; whether customers reach it is JM104, and whether they get on from
there JM101 to JM103. Touchpoints without a `stage` belong to none, and the `stage` of a reason does not
count. A map without stages or without products has no such finding, and a product that no case contains is
JM006.

Why it hurts the customer
-------------------------
Everything is there for buying, nothing for leaving, moving house or renewing. The customer finds no page
and no desk for it, tries one that is meant for something else, and at a time that decides whether they stay
the company is silent.

A map it fires on
-----------------
Who has television only finds nobody when they move:

    journeymap: 1
    name: Beacon Telecom, the journey
    stages: {buying: {name: Buying}, using: {name: Using}, moving: {name: Moving house}}
    products: {broadband: {name: Broadband}, television: {name: Television}}
    channels: [shop, phone]
    departments: [sales, service]
    touchpoints:
      shop:
        name: Shop
        channel: shop
        department: sales
        stage: buying
        entry: true
        resolves: true
      hotline:
        name: Hotline
        channel: phone
        department: service
        stage: using
        entry: true
        resolves: true
      moving_desk:
        name: Moving desk
        channel: phone
        department: service
        stage: moving
        for: {product: broadband}
        entry: true
        resolves: true

The same map mended
-------------------
The moving desk is there for both:

    journeymap: 1
    name: Beacon Telecom, the journey
    stages: {buying: {name: Buying}, using: {name: Using}, moving: {name: Moving house}}
    products: {broadband: {name: Broadband}, television: {name: Television}}
    channels: [shop, phone]
    departments: [sales, service]
    touchpoints:
      shop:
        name: Shop
        channel: shop
        department: sales
        stage: buying
        entry: true
        resolves: true
      hotline:
        name: Hotline
        channel: phone
        department: service
        stage: using
        entry: true
        resolves: true
      moving_desk:
        name: Moving desk
        channel: phone
        department: service
        stage: moving
        entry: true
        resolves: true

Settings
--------
None.

References
----------
* The service-centre articles this project started from: one map of every channel, every department and
  every product line
* K. N. Lemon, P. C. Verhoef, Understanding Customer Experience Throughout the Customer Journey, Journal of
  Marketing 80 (6), 2016: the stages of a journey, and the touchpoints in each

"""

from __future__ import annotations

from collections.abc import Iterator

from journeymap.analysis import Answers
from journeymap.findings import Finding, Message, Severity
from journeymap.rules.rule import Rule

__all__ = ["RULE", "check"]


def check(answers: Answers) -> Iterator[Finding]:
    """One finding per stage and product without a touchpoint."""
    for silent in answers.silent_stages:
        values = {
            "stage": answers.map.name_of("stages", silent.stage),
            "product": answers.map.name_of("products", silent.product),
        }
        yield Finding(
            code="JM108",
            path=f"stages.{silent.stage}",
            subject={"stage": silent.stage, "product": silent.product},
            message=Message('customers of "{product}" have no touchpoint in the stage "{stage}"', values),
            help=Message("name the stage at a touchpoint of the product (stage), or take the stage out"),
            cases=answers.cases.labels(silent.cases),
        )


RULE = Rule("JM108", "silent-stage", Severity.INFO, check, __name__)
