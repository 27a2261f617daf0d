"""Answers about a map, exact as defined, without opinions: which answer is a fault is for the rules to say."""

from journeymap.analysis.answers import Answers

__all__ = ["Answers"]
