"""Bytes to text."""

from __future__ import annotations

from accordingto.ingest import sources


def test_utf_8_that_was_read_as_latin_1_is_put_right() -> None:
    assert sources.mended("Obama\u00e2\u0080\u0099s \u00e2\u0080\u009cplan\u00e2\u0080\u009d") == "Obama’s “plan”"
    assert sources.mended("Ângela £5 naïve Ã©") == "Ângela £5 naïve Ã©"  # without control characters it may be meant
    assert sources.mended("\u00e2\u0080 and \u00c3\u0080") == "\u00e2\u0080 and À"
