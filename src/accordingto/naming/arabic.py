"""Arabic and Persian names: consonants decide, articles and particles fall away, vowels must not contradict.

Names in Arabic letters have no short vowels, so what both spellings share is the skeleton of consonants; letters that romanisations
confuse (q/k/g, dh/z/d, th/s, j/dj, p/b, v/f/w) are one class. Between two consonants a vowel may be lost, and e may be any, but a is
no u and no diphthong: Hasan is not Hussein, Bashar is not Bushra, Mahmoud is not Mohammed. At the end a vowel counts (Mohammadi).
"""

from __future__ import annotations

import re
from functools import lru_cache

PARTICLES = frozenset(
    "al el ul ur ud as ash ad ar az an at il le l bin ben ibn bint abu abou bou wa e i y u o bn abw ould wld".split()
)
TITLES = frozenset(
    "haj hajj sayyid sayed seyed seyyed sayyed syed sayd mullah mulla maulavi maulawi mawlawi qari haji sheikh sheik shaykh shaikh malik hafiz ustad mir".split()
)
COMMON = frozenset("mohammed mohammad muhammad muhammed mohamed muhamad mohamad muhamed mohd mohamud".split())
GIVEN = COMMON | frozenset(
    """ahmed ahmad ali hassan hasan hussein hussain husayn husain hossein ibrahim ebrahim abdullah abdallah omar umar khalid khaled yousef yusuf youssef mahmoud mahmud mustafa mostafa saleh salih karim kareem abd
    hamid said saeed jamal tariq tareq salman sultan ismail bilal mehdi mahdi reza hadi jafar mansour nasser nasir rashid faisal saad othman osman uthman mousa musa issa isa daoud dawud yahya zaid zayd""".split()
)
"""Given names that so many bear, as name, father's or grandfather's name, that two of them single nobody out."""
_SERVANT = frozenset("abd abdul abdel abdal abdol abdur abdus abdun abed".split())
MARKS = frozenset(
    """mohammed mohammad muhammad muhammed mohamed muhamad ahmed ahmad ali hassan hasan hussein hussain husayn husain ibrahim ebrahim abdullah abdallah abdul abdel abd omar umar khalid khaled yousef yusuf
    youssef mahmoud mahmud mustafa mostafa saleh salih nasser nasir karim kareem rahman rahim aziz hamid said saeed jamal hamza tariq tareq bashar saddam osama usama mullah haqqani khan sayed reza hossein javad
    muammar moammar mouammar qasim qassem qasem ghasem kasem kazem yasser yasir bashar hafez walid faisal salman sultan zayed rashid ismail iyad ziad marwan najib nizar adnan hisham samir bilal
    imad ammar anwar zaki mehdi mahdi akbar asghar jaber jabir othman uthman osman bakr esmail esmaeil esmaeel esmael ismael ismaeel abbas majid mohsen muhsin masoud massoud masud saeid
    hamed hossain fatemeh fatima zahra maryam khalil habib latif sadiq sadeq sadegh younis yunus zakaria ayman anas ghassan haitham hazem mazen munir nabil qais rafiq riad samer tawfiq taufiq wael
    faruq farouk farooq bagher baqer baqir ghazi shukri rashad""".split()
)
_FOLD = (
    ("ou", "u"), ("oo", "u"), ("ee", "i"), ("sch", "s"), ("tch", "j"), ("sh", "s"), ("ch", "s"), ("kh", "h"), ("gh", "k"), ("dj", "j"), ("dh", "d"), ("th", "s"), ("zh", "j"), ("ph", "f"), ("ck", "k"),
    ("x", "ks"), ("q", "k"), ("g", "k"), ("c", "k"), ("z", "d"), ("p", "b"), ("v", "f"),
)  # fmt: skip


_BOUND = re.compile(r"^abd(?:ul|el|al|ol|ur|us|un)(?=[b-df-hj-np-tv-z])")
_FATHER = re.compile(r"^ab[ou]{1,2}(?=[b-df-hj-np-tv-z][a-z]{3})")
_ARTICLE = re.compile(r"^(?:al|el)(?=[bcdfghjkmnpqrstvz][a-z]{4})")
_QU, _TWICE, _GLIDE = re.compile(r"qu(?=[aeo])"), re.compile(r"(.)\1+"), re.compile(r"^u(?=[aeio])")
_VOWEL = re.compile(r"[aeiouyw]")


@lru_cache(maxsize=100_000)
def _folded(word: str) -> str:
    """Confused letters as one, without article and servant's ending, and without the h that ends a feminine form."""
    w = _ARTICLE.sub("", _FATHER.sub("", _BOUND.sub("abd", word)))
    w = _QU.sub("q", w)
    for a, b in _FOLD:
        w = w.replace(a, b)
    w = _GLIDE.sub("w", _TWICE.sub(r"\1", w))
    return w[:-1] + w[-1:].replace("h", "")


@lru_cache(maxsize=100_000)
def skeleton(word: str) -> str:
    """The consonants of a word in folded classes; "A" before where it begins with a vowel."""
    w = _folded(word)
    head = "A" if w[:1] in ("a", "e", "i", "o", "u", "y") else "w" if w[:1] == "w" else ""
    return head + _VOWEL.sub("", w)


_SOUND = {"a": "A", "i": "I", "y": "I", "o": "U", "u": "U", "w": "U"}


@lru_cache(maxsize=100_000)
def _vowels(word: str) -> tuple[frozenset[str] | None, ...]:
    """The sounds before, between and behind the consonants of the skeleton; None where e may be any."""
    return tuple(
        None if "e" in slot else frozenset(_SOUND[c] for c in slot) for slot in re.split(r"[^aeiouyw]", _folded(word))
    )


@lru_cache(maxsize=200_000)
def fits(p: str, q: str, scripts_differ: bool) -> bool:
    """Whether two words are spellings of one name: the same skeleton of two letters or more, and no vowel that contradicts.

    scripts_differ: one of them is in Arabic letters, which write long vowels only and say nothing of the ends.
    """
    if skeleton(p) != skeleton(q) or len(skeleton(p)) < 2:
        return False
    a, b = _vowels(p), _vowels(q)
    if scripts_differ:
        return all(not x or not y or x & y for x, y in zip(a[1:-1], b[1:-1], strict=True))
    if (a[-1] == frozenset()) != (b[-1] == frozenset()):
        return False
    return all(not x or not y or (x & y and ({"A"} not in (x, y) or x == y)) for x, y in zip(a, b, strict=True))


@lru_cache(maxsize=100_000)
def parts(found: tuple[str, ...]) -> tuple[str, ...]:
    """Without articles, particles and titles in front; "abd al rahman" and "saif ullah" are one part each."""
    words = list(found)
    while len(words) > 2 and words[0] in TITLES:
        words.pop(0)
    out: list[str] = []
    joins = False
    for w in words:
        if w in ("allah", "ullah", "llah", "lah", "allh", "llh") and out:
            out[-1] += "allah"
        elif joins and w not in PARTICLES:
            out[-1] += w
            joins = False
        elif w in _SERVANT:
            out.append("abd")
            joins = True
        elif w not in PARTICLES:
            out.append(w)
    return tuple(out) or found


@lru_cache(maxsize=100_000)
def arabic(found: tuple[str, ...]) -> bool:
    return bool(set(found) & MARKS) or any(w in ("al", "el", "bin", "ibn", "abu", "ul", "ur") for w in found)
