"""What a check is: a function that looks for breaches of the rules it names beside itself.

Three forms, so that no function takes what it does not look at: a check of a year, one of a year that needs the
vocabularies too, and one of an office.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from generator.findings import Finding, Rule
from generator.model.isi import Kantor, Kosakata, Tahun

Subject = TypeVar("Subject", Tahun, Kantor)
_Findings = Iterator[Finding]


@dataclass(frozen=True, slots=True)
class Check(Generic[Subject]):
    """A function that yields a finding for each breach of one of its rules."""

    subject: type[Subject]
    rules: tuple[Rule, ...]
    look: Callable[[Subject, Kosakata], _Findings]

    def findings(self, subject: Subject, kosakata: Kosakata) -> _Findings:
        """Yield what the check finds in a year or an office."""
        for finding in self.look(subject, kosakata):
            assert finding.rule in self.rules, f"the check of {finding.code} does not name that rule"  # noqa: S101 - ours
            yield finding


def check_of_year(*rules: Rule) -> Callable[[Callable[[Tahun], _Findings]], Check[Tahun]]:
    """Make a check of a function that looks at one year of one office."""
    return lambda look: Check(Tahun, rules, lambda tahun, _: look(tahun))


def check_of_year_with_vocabulary(*rules: Rule) -> Callable[[Callable[[Tahun, Kosakata], _Findings]], Check[Tahun]]:
    """Make a check of a function that looks at one year and at the vocabularies."""
    return lambda look: Check(Tahun, rules, look)


def check_of_office(*rules: Rule) -> Callable[[Callable[[Kantor], _Findings]], Check[Kantor]]:
    """Make a check of a function that looks at what an office has for all its years."""
    return lambda look: Check(Kantor, rules, lambda kantor, _: look(kantor))


def run(checks: Iterable[Check[Subject]], subject: Subject, kosakata: Kosakata) -> _Findings:
    """Yield what the checks find in a year or an office, mere consequences of other findings left out."""
    findings = [finding for one in checks for finding in one.findings(subject, kosakata)]
    # Only after all checks: a rule may yield to one that is checked later.
    broken = {finding.code for finding in findings}
    yield from (finding for finding in findings if broken.isdisjoint(finding.rule.yields_to))
