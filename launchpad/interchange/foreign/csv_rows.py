"""The rows of a CSV file: how it is written and what divides its columns is found out, and said where it is a guess."""

import csv
import re
from collections.abc import Iterator
from io import StringIO

from launchpad.interchange.csv import unguarded
from launchpad.interchange.foreign.file_text import WESTERN, decoded, known_encoding
from launchpad.interchange.foreign.outline import Notices, refused

DELIMITERS = ",;\t|"
MOST_ROWS = 120_000
LONGEST_FIELD = 4 << 20
"""Signs of one field that are read at most."""


def csv_rows(data: bytes, file_name: str, notices: Notices, encoding: str = "") -> Iterator[list[str]]:
    """Yield the rows; raise ForeignRefused for what is no text, or never ends."""
    text = _text(data, file_name, notices, encoding)
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        for number, row in enumerate(reader):
            if number >= MOST_ROWS:
                raise refused(file_name, f"it has more than {MOST_ROWS:,} rows")
            yield [unguarded(cell) for cell in row]
    except csv.Error as error:
        raise refused(file_name, f"line {reader.line_num:,} cannot be read ({error})") from None


def _text(data: bytes, file_name: str, notices: Notices, encoding: str) -> str:
    found = encoding or known_encoding(data)
    text = decoded(data, found or WESTERN, file_name) if found else _guessed(data, file_name, notices)
    if "\0" in text:
        notices.add("NUL signs in the text were left out.")
        text = text.replace("\0", "")
    return text.lstrip("\ufeff")


def _guessed(data: bytes, file_name: str, notices: Notices) -> str:
    text = data.decode(WESTERN, errors="replace")
    decoded(text.encode("utf-8"), "utf-8", file_name)  # what is no text is refused
    strange = next((word for word in re.findall(r"[^\s,;|\"]+", text) if not word.isascii()), "")[:40]
    notices.add(
        f"The file does not say how it is written; it was read as Western European (“{strange}”)."
        " Where letters are wrong, name it: --encoding mac_roman, cp1250, …"
    )
    return text


def _delimiter(text: str) -> str:
    """What divides the first line that has something to divide, quoted parts left out."""
    for line in text[:1_000_000].splitlines()[:20]:
        bare = "".join(line.split('"')[::2])
        counts = {sign: bare.count(sign) for sign in DELIMITERS}
        if max(counts.values()):
            return max(counts, key=lambda sign: (counts[sign], -DELIMITERS.index(sign)))
    return ","
