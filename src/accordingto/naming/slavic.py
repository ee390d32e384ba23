"""Russian, Ukrainian, Belarusian and other Slavic names: Cyrillic by several romanisations, patronymics, feminine forms.

Given names that are one name in three languages are one class. A patronymic never stands in for a given name; where both names
have one, they must agree.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

GIVEN = {
    form: forms.split()[0]
    for forms in (
        "maria mariya marija", "aleksandr alexander aleksander oleksandr aliaksandr alyaksandr alexandr alejandro", "vladimir volodymyr volodimir uladzimir wladimir vladymyr wolodymyr vlagyimir", "sergei sergey serhii serhiy siarhei serguei sergej serge serhij",
        "dmitri dmitry dmitriy dmitrii dmytro dzmitry zmitser dimitri dmitrij", "nikolai nikolay mykola mikola mykolai mikolai mikalai nikolaj nicolas", "mikhail mykhailo mikhajlo mikhailo mihail michail michael mychajlo", "evgeni yevgeny yevgeniy evgeny evgeniy yevhen yevgenii jewgeni yauhen evgenii",
        "elena yelena olena alena", "andrei andrey andriy andrii andrej", "pavel pavlo pawel paval", "petr pyotr petro piotr pyatro pjotr", "vyacheslav viacheslav viachaslau vjaceslav wjatscheslaw", "grigori grigory grigoriy hryhorii hryhoriy ryhor",
        "natalia natalya nataliya natallia natalie", "anatoli anatoly anatoliy anatolii anatol", "yuri yury yuriy yurii iurii jurij juri yuryi", "tatiana tatyana tetiana tatsiana", "lidia lidiya lidija", "ekaterina yekaterina kateryna katsiaryna catherine",
        "aleksei alexei alexey aleksey oleksii oleksiy aliaksei alexej", "vasili vasily vasiliy vasyl vasil", "igor ihor ihar", "oleg oleh aleh", "konstantin kostiantyn kanstantsin", "maksim maxim maksym", "roman raman", "ivan iwan", "viktor victor viktar", "yulia yuliya yuliia julia",
        "svetlana svitlana sviatlana", "olga olha volha", "irina iryna", "galina halyna halina", "kirill kyrylo kiril", "artem artyom artsiom", "denis denys dzianis", "valeri valery valeriy valerii", "arkadi arkady arkadiy arkadii", "gennadi gennady gennadiy hennadii henadz", "fedor fyodor fedir fjodor theodore",
        "stepan stefan", "timofei timofey tymofii", "leonid leanid", "georgi georgy georgiy heorhii george", "vadim vadym vadzim", "boris borys barys", "ilya illia ilia", "egor yegor", "anton antin", "nikita mykyta mikita", "daniil danylo",
    )
    for form in forms.split()
}  # fmt: skip
_PATRONYMIC = re.compile(
    r"(?:[oeaiy]v|yev|iev|aw|ow|ew)[iy](?:ch|c|tch|tsch|cz|tj)$|[oeaiyu]*(?:vna|wna|una|ichna|inichna)$|(?:o|e)vych$|ovits$|ovitsj$|^(?:ilyich|ilich|lukich|kuzmich|fomich|nikitich|savvich|illich)$"
)
_FOLD = (
    ("shch", "s"), ("schtsch", "s"), ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("sh", "s"), ("ch", "c"), ("cz", "c"), ("sz", "s"), ("zh", "z"), ("kh", "h"), ("x", "ks"), ("ts", "c"), ("tz", "c"), ("w", "v"),
    ("ph", "f"), ("ou", "u"), ("oo", "u"), ("gy", "d"), ("dz", "d"),
)  # fmt: skip


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """What every romanisation of one Slavic form has in common: no glides, one letter for g/h, o/a, e/i, final v/u."""
    w = re.sub(r"(?:ou|au|eu|ow|off|eff)$", lambda m: m.group()[0] + "v", word)
    w = re.sub(r"oe(?=[tkrn])", "u", re.sub(r"(?:ine|in)$", "in", w))
    for a, b in _FOLD:
        w = w.replace(a, b)
    w = w.replace("h", "g").replace("o", "a")
    w = re.sub(r"[iyj]+(?=[aeu])", "", w)
    w = re.sub(r"[ae]?[iyj]+$", "i", w).replace("y", "i").replace("j", "i").replace("e", "i")
    return re.sub(r"(.)\1+", r"\1", w)


_WAYS = tuple(
    tuple((re.compile(a), b) for a, b in way)
    for way in (
    ((r"tch", "ch"), (r"(?<!t)ch", "sh"), (r"dj", "J"), (r"j", "zh"), (r"J", "dzh"), (r"gu(?=[ei])", "g"), (r"ou", "u"), (r"ine$", "in"), (r"eff$", "ev")),
    ((r"tsch", "C"), (r"sch", "S"), (r"ch", "kh"), (r"z", "ts"), (r"(?<![st])s(?=[aeiou])", "z"), (r"C", "ch"), (r"S", "sh"), (r"j", "y"), (r"w", "v")),
    ((r"szcz", "shch"), (r"sz", "sh"), (r"cz", "ch"), (r"rz", "r"), (r"ch", "kh"), (r"(?<![sk])c(?!h)", "ts"), (r"j", "y"), (r"w", "v")),
    )
)  # fmt: skip
"""How French, German and Polish papers write Russian sounds, as English ones would."""


_MARKED = re.compile(r"sch|tch|dj|ou|sz|cz|rz|[jw]|gu[ei]|ine$|eff$|ch[aeiou]")


@lru_cache(maxsize=100_000)
def readings(word: str) -> tuple[str, ...]:
    """A word as an English paper would write it, were it French, German or Polish; () where no letter is theirs."""
    out = []
    for way in _WAYS if _MARKED.search(word) else ():
        w = word
        for a, b in way:
            w = a.sub(b, w)
        out.append(w)
    return tuple(out)


@lru_cache(maxsize=100_000)
def spellings(word: str) -> frozenset[str]:
    """Folded forms of a word in every reading."""
    return frozenset(map(folded, (word, *readings(word))))


@lru_cache(maxsize=100_000)
def patronymic(word: str) -> bool:
    return len(word) > 5 and word not in GIVEN and bool(_PATRONYMIC.search(word))


def patronymics(found: Sequence[str]) -> list[str]:
    """The patronymics among the parts. Of two that look like one, the middle or the last is it: the other is a surname (Petkevich)."""
    places = [i for i, w in enumerate(found) if patronymic(w)]
    if len(places) > 1 and len(found) <= 3:
        places = [1] if 1 in places else places[-1:]
    return [found[i] for i in places]


_SUFFIX = re.compile(r"(?:[oeayi]*[vw](?:ich|ych|itch|itsch|icz|its|itsj|itj|na)|ichna|inichna|[iy]ch|una)$")


@lru_cache(maxsize=100_000)
def _father(word: str) -> tuple[str, str]:
    """The father's given name in its class, and the first consonants that every spelling keeps."""
    stem = _SUFFIX.sub("", word)
    known = next(
        (
            GIVEN[s]
            for s in (stem, *(stem + e for e in ("i", "y", "iy", "a", "ai", "ay", "o")), stem[:-1])
            if s in GIVEN
        ),
        "",
    )
    return known, re.sub(r"[aeiou]", "", folded(word))[:3].replace("t", "d")


def fathers_agree(p: str, q: str) -> bool:
    """Two patronymics of one father, in any of the three languages; an initial agrees with its name."""
    if p[0] == q[0] and 1 in (len(p), len(q)):
        return True
    a, b = _father(p), _father(q)
    return a[0] == b[0] if a[0] and b[0] else a[1] == b[1]


@lru_cache(maxsize=100_000)
def given(word: str) -> str:
    """One form for a given name in its national spellings."""
    return GIVEN.get(word) or GIVEN.get(re.sub(r"(?:iy|ii|ij|yi|y|j)$", "i", word)) or word


_ENDING = re.compile(r"(?:enko|anka|sky|skiy|skii|ov|ova|ev|eva|chuk)$")


@lru_cache(maxsize=100_000)
def slavic(found: tuple[str, ...]) -> bool:
    """A patronymic, a national form of a given name, or a surname with a Slavic ending."""
    return any(patronymic(w) or w in GIVEN or _ENDING.search(w) for w in found)
