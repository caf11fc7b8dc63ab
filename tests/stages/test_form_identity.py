"""A form's hidden identity survives writing and reading, and blanks do not change a digest."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.tables import sheet_as_read
from toolkit.model.form import FormIdentity
from toolkit.stages.form_identity import identity_sheet, read_identity_sheet, text_digest

WORDS = st.text(alphabet="发展软环境保障局（）()市场123/-", min_size=1, max_size=20)
IDENTITIES = st.builds(
    FormIdentity,
    form=st.sampled_from(("summary", "progress")),
    programme=WORDS,
    unit=WORDS,
    period=st.sampled_from(("2021", "2021-09", "2021-09-上旬", "2021-W36")),
    issue=st.integers(1, 99),
    locked=st.dictionaries(
        WORDS, st.text("0123456789abcdef", min_size=12, max_size=12), max_size=5
    ),
)


@given(IDENTITIES)
def test_an_identity_is_read_as_it_was_written(identity: FormIdentity) -> None:
    """Whatever the names are."""
    assert read_identity_sheet([sheet_as_read(identity_sheet(identity))]) == identity


def test_people_do_not_see_it() -> None:
    """A very hidden sheet is not in the list of hidden sheets either."""
    plan = identity_sheet(FormIdentity("progress", "甲", "乙", "2021-09", 1, {}))

    assert (plan.visibility, plan.protected) == ("very_hidden", True)


def test_another_sheet_is_no_identity() -> None:
    """Only the sheet of its own name counts."""
    plan = identity_sheet(FormIdentity("progress", "甲", "乙", "2021-09", 1, {}))

    assert read_identity_sheet([replace(sheet_as_read(plan), name="Sheet1")]) is None
    assert read_identity_sheet([]) is None


def test_a_digest_sees_words_and_their_columns_only() -> None:
    """Blanks, line breaks and widths are nothing; a word in the next column is a change."""
    assert text_digest(["新建 900个", "甲\n乙"]) == text_digest(["新建９００个", "甲乙"])
    assert text_digest(["新建", "900个"]) != text_digest(["新建900个", ""])
    assert text_digest(["新建900个"]) != text_digest(["新建800个"])
