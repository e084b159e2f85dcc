"""The line model: its file, its arithmetic, and what it says of its answers."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import ROOT
from newsextract import parse_text
from newsextract.errors import InputError
from newsextract.text import read
from newsextract.text.explain import explain
from newsextract.text.line_model import FURNITURE, LineModel, doubt_of, line_model
from newsextract.text.line_model.echoes import echoes, forms_of
from newsextract.text.line_model.facts import features_of
from newsextract.text.line_model.features import facts_of
from newsextract.text.units import Unit

ARTICLES = sorted((ROOT / "fixtures" / "articles").glob("*.txt"))
CLASSES = ["HL", "SF", "BY", "TS", "H", "P", "L", "T", "Q", *FURNITURE]
#: A model of two features; "P" is the character of weight 0.
TOY = (
    '{"classes": ["HL", "H", "T", "P", "L", "FR"], "intercepts": [0, 0, 0, 20, 0, 0, 0, 0, 0, 20, 0, 0]}\n'
    "end=letter\tPpPPPPPpPPPP\n"
    "!before=P\tPPPP~P\n"
)


def test_the_file_has_each_feature_once_and_a_weight_for_each_class() -> None:
    head, *lines = files("newsextract.text.line_model").joinpath("weights.txt").read_text(encoding="utf-8").splitlines()
    assert line_model().classes == CLASSES
    assert '"intercepts"' in head
    names = [line.rpartition("\t")[0] for line in lines]
    assert len(set(names)) == len(names) > 1000
    for line in lines:
        name, _, weights = line.rpartition("\t")
        assert len(weights) == len(CLASSES) * (1 if name.startswith("!") else 2), name


@given(st.lists(st.lists(st.integers(-47, 46), min_size=3, max_size=3), max_size=200))
def test_packed_weights_add_up_class_by_class(rows: list[list[int]]) -> None:
    """However many features speak, and however far below zero they pull."""
    from newsextract.text.line_model import _pack

    offset = 1 << 15
    total = sum(map(_pack, rows), _pack([offset] * 3))
    sums = [(total >> 16 * at & 0xFFFF) - offset for at in range(3)]
    assert sums == [sum(row[at] for row in rows) for at in range(3)]


def test_the_answer_and_how_close_the_next_one_is() -> None:
    assert doubt_of([5, 90, 80], ["P", "H", "L"]) == ("H", "L1")
    assert doubt_of([500, 90, 80], ["P", "H", "L"]) == ("P", "H4")


def units(text: str) -> list[Unit]:
    from newsextract.text import read_undecided
    from newsextract.text.units import units_of

    return units_of(read_undecided(text)[0])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- News\n- Sport\n- Weather\n- It rained.", ["FR"] * 4),
        ("- News\n- It rained.\n- It snowed.\n- It froze.", ["L"] * 4),
    ],
)
def test_the_items_of_a_list_are_all_furniture_or_none(text: str, names: list[str]) -> None:
    """By this model a line without a stop is a link, and any other an item."""
    links = (
        '{"classes": ["HL", "H", "T", "P", "L", "FR"], "intercepts": [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}\n'
        "end=letter\tPPPPP~PPPPP~\n"
    )
    assert [answer.name for answer in LineModel(links).classify(units(text), unspaced=False)] == names


def test_the_second_look_is_told_what_units_of_the_same_form_were_taken_for() -> None:
    """Three lines set alike, one of them in doubt, and prose that is not like them."""
    lines = "Small Town Wins Much", "Great River Rises", "Warm Night Ends Soon", "Nobody had thought it would be so."
    text = "\n\n".join(lines)
    found = units(text)
    forms = forms_of(found, facts_of(found, False))
    assert forms[0] == forms[1] == forms[2] != forms[3]

    def heard(answers: list[str]) -> set[str]:
        return set(features_of(echoes(found, forms, answers, ["P1", None, None, "H4"])[0]))

    assert {"!alike H,H=3", "!alike F,H=0", "!alike,H=1"} <= heard(["H", "H", "H", "P"])
    assert {"!alike H,F=2", "!alike F,F=2"} <= heard(["FR", "H", "FR", "P"])
    assert "!alike H,H=3" in heard(["HL", "H", "HL", "P"]), "a headline is set like a heading"


def test_a_unit_whose_form_no_other_has_is_told_so() -> None:
    found = units("Small Town Wins\n\nNobody had thought that it would be so.\n")
    names = features_of(echoes(found, forms_of(found, facts_of(found, False)), ["H", "P"], ["P1", None])[0])
    assert [name for name in names if name.startswith("!alike")] == ["!alike,H=0"]


def test_the_second_look_hears_the_first_answers() -> None:
    """A line ending in a letter is a heading to the toy model, and an item where a paragraph stands before it."""
    model = LineModel(TOY)
    names = [answer.name for answer in model.classify(units("Rain\nIt rained all day.\nSnow"), unspaced=False)]
    assert names == ["H", "P", "L"]


def test_reasons_are_the_weights_that_decided() -> None:
    ((answer, reasons),) = LineModel(TOY).explain(units("Rain"), unspaced=False)
    assert (answer.name, reasons) == ("H", [("end=letter", 2.0)])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_explanations_agree_with_the_articles_parts(path: Path) -> None:
    text = path.read_bytes().decode()
    article = parse_text(text)
    explained = {each.start: each for each in explain(text)}
    assert all(each.reasons for each in explained.values())
    for section in article.sections:
        if section.heading is not None:
            assert explained[section.heading.start].taken_for in ("heading", "headline")
        for block in section.blocks:
            if block.type == "list":
                assert {explained[item.start].taken_for for item in block.items} == {"item"}
            else:
                assert explained[block.start].taken_for == block.type


def test_an_explanation_is_of_the_last_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lone bare line that the model takes for an item is a paragraph of the article, so it is one here."""
    monkeypatch.setattr("newsextract.text.roles.line_model", lambda: LineModel(TOY))
    monkeypatch.setattr("newsextract.text.explain.line_model", lambda: LineModel(TOY))
    text = "Rain\nIt rained all day.\nSnow"
    *_, block = read(text)[0]
    *_, explained = explain(text)
    assert block.kind == explained.taken_for == "paragraph"


def test_an_explanation_is_of_the_parse_with_the_same_arguments() -> None:
    text = "春天\n城里的花都开了\n天气\n昨天下了一天的雨，河水上涨，很多人留在家里。\n\ud83c"
    assert explain(text, "zho") == explain(text, "zh")
    with pytest.raises(InputError, match="no BCP 47 tag"):
        explain(text, "?")


def test_lines_that_show_nothing_say_nothing_of_those_beside_them() -> None:
    lines = [
        "Storm shuts the bridge",
        "A ferry with 110 passengers waits outside the harbour",
        "By Ana Ruiz",
        "The Kells bridge was shut all day, and nobody in the town knew what to do about it or whom to ask.",
    ]
    plain, marked = parse_text("\n".join(lines)), parse_text("\n\u200b\n".join([*lines, ""]))
    assert plain.standfirst
    assert marked.standfirst
    assert marked.standfirst.text == plain.standfirst.text
    assert marked.authors == plain.authors == ("Ana Ruiz",)
    assert [part.text for part in marked.furniture] == ["\u200b"] * len(lines)
