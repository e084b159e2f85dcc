"""The garbage collector is the process's: parses in threads leave its switch as they found it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from newsextract import parse_html
from newsextract.collector import resting


@pytest.fixture(autouse=True)
def _enabled() -> Iterator[None]:
    gc.enable()
    yield
    gc.enable()


def test_it_rests_for_the_time_of_a_parse() -> None:
    with resting():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="rain"), resting():
        raise ValueError("rain")
    assert gc.isenabled()


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_parses_that_overlap_the_first_one_turns_it_off_and_on(order: tuple[int, int]) -> None:
    parses = [ExitStack(), ExitStack()]
    for parse in parses:
        parse.enter_context(resting())
    assert not gc.isenabled()
    for at in order:
        parses[at].close()
        assert gc.isenabled() == (at == 0 or order[0] == 0)
    assert gc.isenabled()


def test_who_turned_it_off_finds_it_off() -> None:
    gc.disable()
    with resting():
        assert not gc.isenabled()
    assert not gc.isenabled()


def test_threads_that_parse_pages_leave_it_on() -> None:
    page = "<article><h1>Frost hits growers</h1>" + "<p>It froze for three nights, they said.</p>" * 40 + "</article>"
    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(lambda _: parse_html(page).model_dump_json(), range(40)))) == 1
    assert gc.isenabled()
