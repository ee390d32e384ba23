"""Sentences that are alike but for one name."""

from __future__ import annotations

import pytest
from test_discrepancies import found

FERRY = "The ferry Ask sank in the old harbour of Lund on Tuesday, the coast guard of Lund said. {} The wreck was found at noon."


@pytest.mark.parametrize(
    ("kind", "one", "other", "values"),
    [
        ("place", "Divers took the wounded captain of the ferry to the clinic in Visby.", "The wounded captain of the ferry was taken by divers to the clinic in Kalmar.", ("Kalmar", "Visby")),
        ("place", "Divers took the wounded captain of the ferry to the clinic in Visby.", "The wounded captain of the ferry was taken by divers to the clinic in Kalmar, not in Visby.", ()),
        ("place", "Divers took the wounded captain of the ferry to the clinic in Visby.", "The wounded captain of the ferry was taken by divers to the clinic in Gotland County, Sweden.", ()),
        ("place", "The ferry was to land in the Yellow Sea port with 40 new tractors on board.", "The ferry was to land in the Sea of Japan port with 40 new tractors on board.", ("Sea of Japan", "Yellow Sea")),
        ("quantity", "It was the third ferry of the old fleet to be lost this year.", "It was the fourth ferry of the old fleet to be lost this year.", ("fourth ferry this year", "third ferry this year")),
        ("quantity", "It was the first ferry of the old fleet to be lost in six years.", "It was the first ferry of the old fleet to be lost in 8 years.", ("8 years", "six years")),
        ("quantity", "It was the first ferry of the old fleet to be lost in eight years.", "It was the first ferry of the old fleet to be lost in 8 years.", ()),
        ("polarity", "Norway said that the old ambassador in Lima had been expelled for spying.", "Norway said that the old ambassador in Lima had been recalled for talks.", ("expelled", "recalled")),
        ("who-to-whom", "The old captain of the ferry was replaced by Liu Wei after the fleet lost two boats.", "The old captain of the ferry was replaced by Liu Wen after the fleet lost two boats.", ("Liu Wei", "Liu Wen")),
        ("name", "The wreck of the ferry was seen by the crew of a Kestrel-12 helicopter.", "The crew of a Kestrel-14 helicopter saw the wreck of the ferry.", ("Kestrel-12", "Kestrel-14")),
        ("date", "No ferry of the old fleet has been lost in the harbour since 2014.", "No ferry of the old fleet has been lost in the harbour since 2011.", ("2011", "2014")),
        ("polarity", "The town council approved the plan for a new ferry and a longer quay.", "The town council rejected the plan for a new ferry and a longer quay.", ("approved", "rejected")),
        ("polarity", "The town council approved the plan for a new ferry and a longer quay.", "The town council did not reject the plan for a new ferry and a longer quay.", ()),
        ("who-to-whom", "The old captain of the ferry was replaced by Anders Moe after the fleet lost two boats.", "The old captain of the ferry was replaced by Erik Lind after the fleet lost two boats.", ("Anders Moe", "Erik Lind")),
        ("who-to-whom", "The old captain of the ferry was replaced, said Anders Moe, after the fleet lost two boats.", "The old captain of the ferry was replaced, said Erik Lind, after the fleet lost two boats.", ()),
        ("role", "The coast guard sent a frigate and two tugs to the wreck of the ferry.", "The coast guard sent a corvette and two tugs to the wreck of the ferry.", ("corvette", "frigate")),
        ("role", "The old ferry was 12 miles north of the harbour mouth when the pumps failed.", "The old ferry was 12 miles south of the harbour mouth when the pumps failed.", ("north", "south")),
        ("role", "The old ferry was 12 miles north of the harbour mouth when the pumps failed.", "The old ferry was 12 miles northeast of the harbour mouth when the pumps failed.", ()),
    ],
)  # fmt: skip
def test_one_name_for_another(kind: str, one: str, other: str, values: tuple[str, ...]) -> None:
    told = [tuple(sorted(v)) for v in found(kind, FERRY.format(one), FERRY.format(other))]
    assert told == ([values] if values else [])
