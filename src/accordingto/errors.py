"""The error tree. Every error says what happened, where, and what to do.

AccordingToError
├── InputError      an article or a path cannot be read
├── DeskError       the desk folder is missing, locked, newer than this program, or the disk is full
├── DecisionError   a ruling names something that does not exist, or rules out an earlier one
├── LexiconError    a lexicon file breaks its schema
├── EngineError     the language model is damaged or this processor cannot run it
└── UngroundedError a line of the ledger does not hold against the stored originals
"""

from __future__ import annotations


class AccordingToError(Exception):
    """Base of all errors a caller may want to catch.

    `what` happened, `where` (a path, an id, a line), and `fix`: what the person can do about it.
    """

    code = "error"

    def __init__(self, what: str, where: str = "", fix: str = "") -> None:
        super().__init__(what, where, fix)
        self.what, self.where, self.fix = what, where, fix

    def __str__(self) -> str:
        parts = [f"[{self.code}] {self.what}"]
        if self.where:
            parts.append(f"  where: {self.where}")
        if self.fix:
            parts.append(f"  to do: {self.fix}")
        return "\n".join(parts)


class InputError(AccordingToError):
    code = "input"


class DeskError(AccordingToError):
    code = "desk"


class DecisionError(AccordingToError):
    code = "decision"


class LexiconError(AccordingToError):
    code = "lexicon"


class UngroundedError(AccordingToError):
    code = "ungrounded"


class EngineError(AccordingToError):
    code = "engine"
