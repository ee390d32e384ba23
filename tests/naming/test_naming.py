from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto import compare_names, naming

SAME = [
    ("Kim Jong-un", "Kim Jong Un"),
    ("Kim Jong Eun", "Kim Jong-un"),
    ("Kim Jong Un", "김정은"),
    ("Kim Jong Un", "金正恩"),
    ("Pak Chol Ryong", "Park Cheol-ryong"),
    ("Chol Ryong PAK", "Pak Ch’ŏl-ryong"),
    ("Ri Yong Ho", "Lee Yong-ho"),
    ("Anna Berg", "Berg Anna"),
    ("Berg, Anna", "Anna BERG"),
    ("Vladimir V. Berg", "Vladimir Berg"),
    ("Kim Hong-kyun", "Kim Hong-gyun"),
    ("José Berg", "Jose Berg"),
    ("Volodymyr Holub", "Vladimir Golub"),
    ("Sergey Petrovich Holub", "Сергей Голуб"),
    ("Aliaksandr Kavalenka", "Alexander Kovalenko"),
    ("Yevgeniya Ivanova", "Evgenia Ivanova"),
    ("Wang Xiaoming", "Wang Xiao-ming"),
    ("Anna Baza Holm", "Anna Bazo Holm"),
    ("Deng Xiaoping", "Teng Hsiao-p'ing"),
    ("Deng Xiaoping", "邓小平"),
    ("Abd al-Rahman al-Masri", "Abdul Rahman Masri"),
    ("Khalid Hussein", "خالد حسين"),
    ("Esmaeil Qorbani", "Esmail Ghorbani"),
    ("Saif Allah Karim", "Saifullah Kareem"),
    ("Bill Hartmann", "William Hartmann"),
    ("María García López", "Maria Garcia"),
    ("Friedrich Lindenberg", "Friedrich Lindenburg"),
    ("Hans J. Friedrich", "Hans Joachim Friedrich"),
    ("General Anna Maria Berg", "Anna Maria Berg"),
]
SAME += [
    ("Lena Shipping Co., Ltd", "Lena Shipping"),
    ("the Ministry of Defence of Russia", "Russian defense ministry"),
    ("Ministry of Foreign Affairs", "Foreign Ministry"),
    ("UN Security Council", "the United Nations Security Council"),
]
SAME += [
    ("Shinzo Takai", "高井晋三"),
    ("Kohno Tarou", "Taro Kono"),
    ("Shinichi Yamakawa", "山川真一"),
    ("Ana Lopez", "Ana María López Ruiz"),
    ("Yusuf Kareem", "Youssef Karim"),
    ("Mohd Saleh Karim", "Muhammad Salih Kareem"),
    ("Sergueï Choïchkine", "Sergei Shoishkin"),
    ("Marija Sacharowa", "Maria Zakharova"),
    ("Natallia Uladzimirauna Petkevich", "Natalia Vladimirovna Petkevich"),
    ("Ted Hartmann", "Theodore Hartmann"),
    ("Ted Hartmann", "Edward Hartmann"),
    ("Kim Jong-uun", "Kim Jong-un"),
    ("Präsident Jonas Anton Reik", "Jonas Anton Reik"),
]
SAME += [("Jonas Reik Jr.", "Jonas Reik Jr"), ("Jonas A. Reik, Jr.", "Jonas Reik Junior")]
POSSIBLE = [
    ("Jonas P. W. Reik", "Jonas W. Reik"),
    ("Jonas Peter Wilhelm Reik", "Jonas W. Reik"),
    ("Jonas Reik Jr.", "Jonas Reik"),
    ("Ana Ruiz", "Ana María López Ruiz"),
    ("Ahmed Hassan", "Hassan Ahmed"),
    ("Ahmed Hassan", "Ahmed Hassan al-Karimi"),
    ("OMDC", "Ostmark Mining Development Corporation"),
    ("Lena Shipping Ltd", "Lena Shipping and Trading Company"),
    ("Jo Chun Yong", "Cho Chun Ryong"),
    ("Jonas Reik", "Jonas Raik"),
    ("A. Berg", "Anna Berg"),
    ("April Berg", "Avril Berg"),
    ("Li Bing", "Li Ping"),
    ("Anna Wong", "Anna Wang"),
    ("Berg", "Anna Berg"),
    ("Mohammed Karimi", "Mohammad Salim Karimi"),
]
DIFFERENT = [
    ("Jonas Reik Jr.", "Jonas Reik Sr."),
    ("Hassan Karimi", "Hussein Karimi"),
    ("Bashar al-Karim", "Bushra al-Karim"),
    ("Ali Mahmoud", "Ali Mohammed"),
    ("Hussein Karimi", "محمود کریمی"),
    ("Theodore Hartmann", "Edward Hartmann"),
    ("Shinzo Takai", "高井晋二"),
    ("Ministry of Defence of Russia", "Ministry of Defence of Peru"),
    ("Bank of Lund", "Bank of Kiel"),
    ("Kim Jong Un", "Kim Jong Il"),
    ("Kim Jong Un", "Kim Jong Sik"),
    ("Kim Jong Un", "Kim Yo Jong"),
    ("Kim Jong Un", "김정일"),
    ("Anna Berg", "Anna Holm"),
    ("Ivan Berg", "Igor Berg"),
    ("Sergey Ivanovich Holub", "Sergey Petrovich Holub"),
    ("Dmitry Holub", "Elizaveta Holub"),
    ("Karim Hasan al-Masri", "Rana Karim Hasan al-Masri"),
    ("Salman bin Khalid al-Masri", "Khalid bin Salman al-Masri"),
    ("Friedrich Merz", "Friedrich Lindenberg"),
    ("Li Qiang", "Li Keqiang"),
    ("", "Berg"),
]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [(a, b, v) for rows, v in ((SAME, "same"), (POSSIBLE, "possible"), (DIFFERENT, "different")) for a, b in rows],
)
def test_verdicts(a: str, b: str, verdict: str) -> None:
    found = compare_names(a, b)
    assert found.verdict == verdict
    assert found.score == pytest.approx(max(0.0, 1 + sum(w.weight for w in found.why)) if found.why else 0.0)
    assert compare_names(b, a).verdict == verdict


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_names_compare_both_ways_alike(a: str, b: str) -> None:
    assert compare_names(a, b).verdict == compare_names(b, a).verdict
    if compare_names(a, a).why:
        assert compare_names(a, a).verdict == "same"


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Yulia Berg", "Yuliya Berg"),
        ("Mikhail Mishustin", "Mihail Mishustin"),
    ],
)
def test_romanisations(a: str, b: str) -> None:
    assert compare_names(a, b).verdict in ("same", "possible")


def test_one_letter_of_hangul_or_hanzi_is_another_name() -> None:
    assert compare_names("김종은", "김정은").verdict == "possible"
    assert compare_names("高石早苗", "高市早苗").verdict == "possible"


@pytest.mark.parametrize(("a", "b"), [(a, b) for a, b in SAME if len(a.split()) > 1 and len(b.split()) > 1])
def test_an_index_by_keys_finds_every_same_name(a: str, b: str) -> None:
    shared = naming.keys(a) & naming.keys(b)
    assert any(k.startswith("=") for k in shared) or len(shared) >= 2, (naming.keys(a), naming.keys(b))


def test_a_part_in_pieces_is_one_part() -> None:
    assert compare_names("Nikolai Fedo renko", "Nikolai Petrovich Fedorenko").verdict == "same"
