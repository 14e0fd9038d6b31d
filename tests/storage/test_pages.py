"""Records read from pages without SQLite are those that SQLite reads."""

import sqlite3
from contextlib import closing
from operator import attrgetter
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from launchpad.storage.salvage.pages import Pages, Record

ROWID = attrgetter("rowid")
ROOT = 2
"""The page where the first table begins."""

EDGES = [sign * 2**power + off for power in (0, 7, 15, 23, 31, 47, 62) for sign in (1, -1) for off in (-1, 0, 1)]
whole = st.sampled_from(EDGES) | st.integers(-(2**63), 2**63 - 1)
text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=9)
long_text = st.integers(0, 9_000).map("abc".ljust)
value = st.none() | whole | st.floats(allow_nan=False) | text | long_text | st.binary(max_size=300)
table = st.dictionaries(whole, st.tuples(value, value), max_size=40)


@given(table)
def test_every_kind_of_value_is_read_as_it_was_written(rows):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "values"
        with closing(sqlite3.connect(path)) as connection, connection:
            connection.execute("create table kept (id integer primary key, one, two)")
            connection.executemany("insert into kept values (?, ?, ?)", [(key, *both) for key, both in rows.items()])
        pages = Pages(path.read_bytes())

    branch = pages.branch(ROOT)
    found = [pages.records(leaf) for leaf in branch.leaves]
    assert branch.is_whole
    assert sum(lost for _, lost in found) == 0
    expected = [Record(key, (None, *both)) for key, both in rows.items()]
    read = [record for records, _ in found for record in records]
    assert sorted(read, key=ROWID) == sorted(expected, key=ROWID)
