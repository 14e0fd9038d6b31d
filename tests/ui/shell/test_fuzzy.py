"""A few letters find what was meant."""

from hypothesis import given
from hypothesis import strategies as st

from launchpad.ui.shell.fuzzy import best

TEXTS = ["new launch", "open the sample", "overview", "undo rename launch", "brief the press", "press release draft"]


def found(query: str, most: int = 3) -> list[str]:
    return [TEXTS[place] for place in best(query, TEXTS, most)]


def test_the_start_of_a_text_beats_its_middle():
    assert found("press")[:2] == ["press release draft", "brief the press"]


def test_words_may_come_in_any_order():
    assert found("launch new")[0] == "new launch"


def test_letters_with_gaps_find_too():
    assert found("ovw")[0] == "overview"
    assert found("bfprs")[0] == "brief the press"


def test_first_letters_of_words_find():
    assert found("ots")[0] == "open the sample"


def test_what_is_not_there_is_not_found():
    assert found("xyz") == []


def test_an_empty_query_keeps_the_order():
    assert best("  ", TEXTS, 2) == [0, 1]


@given(st.lists(st.text("abc ", max_size=8)), st.text("abc ", max_size=4), st.integers(1, 5))
def test_nothing_is_found_twice_and_never_too_much(texts, query, most):
    places = best(query, texts, most)

    assert len(places) == len(set(places)) <= most
    assert all(0 <= place < len(texts) for place in places)


@given(st.lists(st.text("abcd ", min_size=1, max_size=8), min_size=1), st.data())
def test_a_text_that_holds_what_was_typed_is_found_before_one_that_does_not(texts, data):
    query = data.draw(st.sampled_from(texts))

    places = best(query, texts, len(texts))

    holds = [" ".join(query.split()) in texts[place] for place in places]
    assert holds == sorted(holds, reverse=True) or not query.strip()
