"""Japanese names: characters by the readings they have in names, romanisations with and without long vowels, any order.

A name in characters is one with a romanised name where its characters can be read so from end to end; a first sound may be voiced
behind another character (Yama + kawa, -gawa). A character that the table lacks reads as nothing, and the names are not compared.
Hepburn, Kunrei and passport spellings are folded (Modified Hepburn: ALA-LC).
"""

from __future__ import annotations

import re
from functools import lru_cache

_READINGS = {
    c: readings.split()
    for line in """
安 an yasu a|倍 be bai masu|晋 shin susumu kuni|三 zo mi san kazu|菅 suga kan|義 yoshi gi|偉 hide i take|岸 kishi|田 ta da|文 fumi bun|雄 o yu take|石 ishi seki|破 ba ha|茂 shigeru shige mo|高 taka ko|市 ichi shi|早 sa haya|苗 nae
上 kami ue uwa jo|川 kawa sen|陽 yo haru hi|子 ko shi ne|林 hayashi rin|芳 yoshi ho|正 masa tadashi sho sei|河 kawa ko|野 no ya|太 ta futo dai|郎 ro o|麻 asa ma a|生 so o u iku sei sho ki nari|木 ki gi moku|敏 toshi bin|充 mitsu mitsuru ju
原 hara wara bara gen|誠 makoto sei shige nobu|二 ji ni tsugu|小 ko o sho|泉 izumi sen|純 jun sumi|一 ichi kazu hajime hito|進 shin susumu|次 ji tsugu|佳 yoshi ka kei|彦 hiko|枝 eda e|幸 yuki sachi ko|男 o dan|玉 tama|勇 isamu yu take
山 yama san|本 moto hon|中 naka chu|村 mura son|井 i|松 matsu sho|竹 take chiku|藤 fuji to do|佐 sa|伊 i|加 ka|斎 sai|斉 sai|渡 wata watari|辺 nabe be|邊 nabe be|鈴 suzu rin|橋 hashi kyo|吉 yoshi kichi|大 o dai hiro masa|西 nishi sai|東 higashi azuma to|北 kita hoku
南 minami nan|前 mae zen|後 go ushiro|内 uchi nai|外 soto gai|島 shima to|嶋 shima|崎 saki zaki|﨑 saki zaki|池 ike|岡 oka|谷 tani ya|沢 sawa|澤 sawa|水 mizu|清 kiyo shi sei kiyoshi|金 kane kin kana|森 mori shin|関 seki|阿 a|部 be bu|長 naga osa cho hasa|尾 o bi|平 hira taira hei|和 wa kazu
久 hisa ku|保 bo ho yasu|福 fuku|青 ao|赤 aka|黒 kuro|白 shira shiro haku|宮 miya|千 chi sen|葉 ha ba yo|新 ara shin nii atarashi|古 furu|今 ima kon|土 tsuchi to do|坂 saka|浜 hama|濱 hama|横 yoko|丸 maru|星 hoshi|月 tsuki|日 hi ka nichi|明 aki akira mei|光 mitsu hikari ko
春 haru|夏 natsu ka|秋 aki|冬 fuyu|花 hana ka|美 mi yoshi bi|恵 e megumi kei|惠 e kei megumi|香 ka kaori|里 ri sato|理 ri osamu|由 yu yoshi|紀 ki nori|樹 ki juki|輝 teru ki kagayaki|真 ma shin makoto masa|信 nobu shin makoto|隆 taka takashi ryu|孝 taka takashi ko|貴 taka ki|健 ken takeshi tsuyoshi|賢 ken masaru kata
治 haru ji osamu|直 nao tada choku|弘 hiro hiroshi ko|宏 hiro hiroshi|浩 hiro hiroshi ko|博 hiro hiroshi haku|洋 yo hiro hiroshi|裕 hiro yu yutaka|豊 toyo yutaka|広 hiro|勝 katsu masaru sho|克 katsu|哲 tetsu satoshi|聡 satoshi so|智 tomo satoshi chi|知 tomo chi|友 tomo yu|朋 tomo|英 hide ei|秀 hide shu|昭 aki sho|章 aki akira sho|彰 akira aki
憲 nori ken|則 nori|法 nori ho|典 nori ten|徳 nori toku|忠 tada chu|悠 yu haruka|祐 yu suke|佑 yu suke|介 suke kai|助 suke|輔 suke|亮 ryo akira|涼 ryo|遼 ryo|良 yoshi ryo|龍 ryu tatsu|竜 ryu tatsu|剛 tsuyoshi go take|武 take takeshi bu|猛 takeshi|毅 tsuyoshi takeshi ki|康 yasu ko|泰 yasu yasushi tai|靖 yasu yasushi|道 michi do
行 yuki|之 yuki no|志 shi|史 fumi shi|夫 o|央 o hisa|朗 ro akira|代 yo shiro|世 yo se|津 tsu|根 ne|倉 kura|蔵 kura zo|城 ki shiro jo|塚 tsuka|堀 hori|牧 maki|巻 maki|桜 sakura|櫻 sakura|梅 ume|桃 momo|菊 kiku|蓮 ren|優 yu masaru|希 ki nozomi mare|望 nozomi mi|愛 ai mana|結 yui yu|衣 i e|奈 na|菜 na|七 nana|八 ya hachi|九 ku|十 to ju|五 go|四 shi yo|六 roku mu
尚 nao hisa sho|章 aki akira|達 tatsu|也 ya nari|弥 ya|矢 ya|谷 tani ya|仁 hito jin|人 to hito|斗 to|登 to noboru|郁 iku|祥 sho yoshi|翔 sho|省 sho|俊 shun toshi|寿 toshi hisa ju|利 toshi ri|年 toshi|稔 minoru|実 mi minoru sane|稲 ina|稻 ina|岩 iwa|滝 taki|瀧 taki|瀬 se|荒 ara|榎 eno|荻 ogi|柳 yanagi|柴 shiba|桑 kuwa|栗 kuri
飯 ii han|永 naga ei|寛 hiro hiroshi kan|国 kuni koku|國 kuni|邦 kuni|州 shu kuni|加 ka|賀 ga|奥 oku|細 hoso|下 shita shimo|入 iri|神 kami jin|鹿 shika ka|馬 ba uma|熊 kuma|鶴 tsuru|亀 kame|鳥 tori|犬 inu|羽 ha hane|甘 ama|利 toshi ri|額 nuka|額 nuka|二 ji ni fu|階 kai|世 se yo|耕 ko|成 nari sei shige|伸 shin nobu|延 nobu|宣 nobu|展 nobu|経 tsune|恒 tsune|常 tsune
盛 mori|守 mamoru mori|衛 e mamoru|衞 e|慎 shin makoto|慶 kei yoshi|啓 kei hiro|敬 kei taka|圭 kei|桂 kei katsura|景 kage|影 kage|鴻 ko|池 ike|額 nuka|賀 ga|都 to miyako|築 tsuki|羽 ha|丹 ni tan|笠 kasa|梶 kaji|鍋 nabe|堤 tsutsumi|辻 tsuji|峰 mine|嶺 mine|浅 asa|深 fuka|遠 en|近 kon chika|江 e|戸 to|門 kado mon|口 kuchi|屋 ya|元 moto hajime gen|己 mi ki|紗 sa|織 ori|藍 ai|咲 saki|栄 ei sakae|鉄 tetsu|鷹 taka|鷲 washi|鵜 u|宗 mune so|庄 sho
""".split("\n")
    for cell in line.split("|")
    if cell.strip()
    for c, readings in [cell.split(" ", 1)]
}
_VOICED = (("sh", "j"), ("ch", "j"), ("ts", "z"), ("k", "g"), ("s", "z"), ("t", "d"), ("h", "b"), ("f", "b"))
_KUNREI = (
    ("sya", "sha"), ("syu", "shu"), ("syo", "sho"), ("tya", "cha"), ("tyu", "chu"), ("tyo", "cho"), ("zya", "ja"), ("zyu", "ju"), ("zyo", "jo"), ("jya", "ja"), ("jyu", "ju"), ("jyo", "jo"),
    ("si", "shi"), ("ti", "chi"), ("tu", "tsu"), ("hu", "fu"), ("zi", "ji"), ("du", "zu"),
)  # fmt: skip
_SYLLABLES = re.compile(
    r"(?:(?:[kgnhbpmr]y?|sh?|ch?|j|ts|t|z|d|f|y|w)?[aeiou]|n(?![aeiouy])|k(?=k)|s(?=s)|t(?=[tc])|p(?=p))+"
)


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """One spelling for what Hepburn, Kunrei and passports write: no long vowels, no doubled consonants."""
    w = re.sub(r"oh(?=[bcdfgjkmnpqrstvwxz]|$)", "o", word)
    w = re.sub(r"m(?=[bpm])", "n", w)
    for a, b in _KUNREI:
        w = re.sub(rf"(?<![stc]){a}" if a[1] != "y" else a, b, w)
    return re.sub(r"(.)\1+", r"\1", re.sub(r"ou", "o", w))


@lru_cache(maxsize=50_000)
def _readings(c: str, first: bool) -> tuple[str, ...]:
    """Folded readings of a character, and, behind another one, those with a voiced first sound."""
    plain = tuple(folded(r) for r in _READINGS.get(c, ()))
    voiced = () if first else tuple(b + r[len(a) :] for r in plain for a, b in _VOICED if r.startswith(a))
    return tuple(dict.fromkeys((*plain, *voiced)))


def _reads(characters: str, latin: str, first: bool = True) -> bool:
    """Whether the characters can be read as the whole of a folded romanisation."""
    if not characters:
        return not latin
    return any(
        latin.startswith(r) and _reads(characters[1:], latin[len(r) :], False) for r in _readings(characters[0], first)
    )


def compare(characters: str, found: tuple[str, ...]) -> tuple[str, ...]:
    """Reason codes of a name in characters beside a romanised one of two parts; () where they do not fit."""
    letters = "".join(c for c in characters if c.isalpha())
    if len(found) != 2 or not 2 <= len(letters) <= 6:
        return ()
    a, b = map(folded, found)
    return ("japanese-reading",) if _reads(letters, a + b) or _reads(letters, b + a) else ()


@lru_cache(maxsize=50_000)
def japanese(found: tuple[str, ...]) -> bool:
    """Two parts that are nothing but Japanese syllables, at least five in all."""
    if len(found) != 2 or found[0][-1] not in "aeiounh" or found[1][-1] not in "aeiounh":
        return False
    return all(_SYLLABLES.fullmatch(folded(w)) for w in found) and sum(map(len, found)) >= 7


def same_sounds(x: tuple[str, ...], y: tuple[str, ...]) -> bool:
    """Two romanised names whose folded parts are the same, in any order."""
    return japanese(x) and japanese(y) and sorted(map(folded, x)) == sorted(map(folded, y))


def keys(found: tuple[str, ...]) -> frozenset[str]:
    """The folded parts of a romanised name."""
    return frozenset(("j:" + "".join(sorted(map(folded, found))),)) if japanese(found) else frozenset()
