"""Spanish and Portuguese names: given names, then two surnames, of which one is used every day.

In Spanish order the first surname is the everyday one ("Ana Lopez Ruiz" is Ana Lopez, hardly Ana Ruiz); in Portuguese the last. A
short form with the other surname is therefore possible, never the same.
"""

from __future__ import annotations

from functools import lru_cache

GIVEN = frozenset(
    """jose juan luis carlos jorge jesus manuel francisco antonio miguel angel pedro pablo rafael fernando javier alejandro alberto roberto ricardo eduardo sergio raul ramon andres diego enrique hector hugo ivan julio
    mario oscar victor rodrigo santiago felipe gabriel guillermo gustavo ignacio joaquin leopoldo marcos martin mauricio nicolas ernesto esteban cesar arturo alfonso alfredo armando domingo emilio evo salvador tomas
    daniel david maria ana carmen rosa luz isabel teresa elena cristina claudia patricia gloria martha marta lucia pilar dolores mercedes beatriz alicia adriana veronica silvia sofia valentina gabriela daniela laura
    delcy cilia diosdado nestor vladimir jhon edgar wilmer freddy""".split()
)  # fmt: skip
_PARTICLES = frozenset("de del la las los y da das do dos e san santa".split())
_PORTUGUESE = frozenset("da das do dos".split())


@lru_cache(maxsize=50_000)
def everyday(found: tuple[str, ...]) -> int | None:
    """Place of the everyday surname where a name has two surnames behind Spanish given names; None where it has not."""
    if (found[:1] and found[0] not in GIVEN) or set(found) & _PORTUGUESE:
        return None
    first = next((i for i, w in enumerate(found) if w not in GIVEN), len(found))
    surnames = [i for i in range(first, len(found)) if found[i] not in _PARTICLES and len(found[i]) > 1]
    return surnames[0] if len(surnames) == 2 else None
