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


def test_scattered_letters_are_no_match_beside_a_word_that_is():
    texts = ["undo rename launch", "hand over to normal operation"]

    assert best("undo", texts, 5) == [0]


def test_scattered_letters_are_those_of_one_line_and_begin_a_word():
    texts = ["brief press\nmkt.briefings\nmarketing", "write the adoption playbook\ncs.playbook\ncustomer success"]

    assert best("brfprs", texts, 5) == [0]
    assert best("bkm", texts, 5) == [], "neither across lines nor inside words only"


def test_a_key_is_found_without_its_dot_before_what_only_has_its_letters():
    texts = [f"task {number}\nt.{number}" for number in (9990, 999, 9999, 1999)]

    assert best("t9999", texts, 1) == [2]
    assert best("tsk9999", texts, 1) == [2]


def test_letters_at_the_starts_of_words_are_meant_before_letters_inside():
    assert best("rvw", ["reviews\nview", "reviews view"], 2) == [0, 1]
    assert best("pbl", ["plan back from launch", "publish"], 2)[0] == 0


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
