"""Stories: the developing things that events are episodes of. Two levels: event inside story, and between them what the accounts of a few
days have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ..records import Event, Story
from . import rarity, similarity
from .context import Desk, concepts, day, lead, make_id, order_key, why
from .occasions import states

JOIN = 0.16
LATELY = 2  # days between two main events that may be told of as one
NAMES = 3  # names that an article of each has then, states left out
OPENING, WHOLE = 60, 350  # running words of an opening, and of the text in which names are met


def stories(desk: Desk, happened: Sequence[Event]) -> tuple[tuple[Story, ...], tuple[Event, ...]]:
    """(stories, events with their story): main events whose openings and names overlap, however far apart in time."""
    main = sorted((e for e in happened if e.main), key=lambda e: e.id)
    text = [
        [w for key in e.articles for w in concepts(lead(desk.article(key), desk.annotations[desk.number[key]]))]
        for e in main
    ]
    names = [
        [
            m.name.lower()
            for key in e.articles
            for m in desk.annotations[desk.number[key]].mentions
            if m.kind in ("person", "body", "place")
        ]
        for e in main
    ]
    weight, name_weight = rarity.idf(text, OPENING, rarity.of_concept), rarity.idf(names, WHOLE, rarity.of_term)
    vectors, rare = [similarity.vector(t, weight) for t in text], [similarity.vector(n, name_weight) for n in names]
    pairs = {
        (i, j): 0.5 * similarity.cosine(vectors[i], vectors[j]) + 0.5 * similarity.cosine(rare[i], rare[j])
        for i, j in similarity.candidates(vectors, keep=20, crowd=300)
    }
    groups = similarity.average_link(len(main), pairs, JOIN, lambda i, j: False)
    out, owner = [], {}
    for g in groups:
        found = [main[i] for i in g]
        keys = sorted((k for e in found for k in e.articles), key=lambda k: order_key(desk.article(k)))
        people = Counter(
            m.name for k in keys for m in desk.annotations[desk.number[k]].mentions if m.kind in ("person", "place")
        )
        title = " · ".join(n for n, _ in sorted(people.items(), key=lambda p: (-p[1], p[0]))[:4]) or found[0].title
        story = Story(
            make_id("t", min(e.id for e in found)),
            title,
            tuple(keys),
            tuple(e.id for e in found),
            (why("event", "rare-names"),) if len(found) > 1 else (),
        )
        out.append(story)
        owner.update(dict.fromkeys(keys, story.id))
    told = tuple(replace(e, story=owner.get(e.articles[0], "") if e.articles else "") for e in happened)
    return tuple(sorted(out, key=lambda s: s.id)), told


def episodes(desk: Desk, groups: Sequence[Sequence[int]], told: Sequence[Story]) -> dict[int, int]:
    """Article → number of its episode: main events of one story that lie a day or two apart and have names in common, such as an attack, what a
    weekly says of it and the statement of the day after. An article that is in no story is one by itself."""
    known = states()
    names = [
        {m.name for m in n.mentions if m.kind in ("person", "body", "place", "vessel")} - known
        for n in desk.annotations
    ]
    event = {m: k for k, g in enumerate(groups) for m in g}
    joined = similarity.Groups(range(len(groups)))
    for s in told:
        rows = sorted((when, desk.number[k]) for k in s.articles if (when := day(desk.article(k))) is not None)
        for x, (published, i) in enumerate(rows):
            for later, j in rows[x + 1 :]:
                if (later - published).days > LATELY:
                    break
                a, b = event[i], event[j]
                if joined.root(a) != joined.root(b) and len(names[i] & names[j]) >= NAMES:
                    joined.join(a, b)
    return {m: int(str(joined.root(k))) for m, k in event.items()}
