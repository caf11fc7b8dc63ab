"""The texts of the sample programmes are whole, and every return they name can be made and sent."""

from collections import Counter
from dataclasses import asdict

import pytest

from scripts.sample_data import FOLDER, Sample, load_sample, sample_names
from toolkit.files.schemes import load_scheme, scheme_names
from toolkit.model.scheme import Key
from toolkit.text.deadlines import deadline
from toolkit.text.periods import next_period, parse_period

ITEMS = {
    "zibo-gaoxin-2024": 10,
    "jining-jingkai-2023": 22,
    "jining-gaoxin-2024": 27,
    "qingdao-2024": 36,
    "jining-gaoxin-2021": 15,
}
NEVER_REPORTS = {"jining-jingkai-2023": {"区党群工作中心"}, "jining-gaoxin-2024": {"交警大队"}}
LATE = {
    "zibo-gaoxin-2024": {"综合行政执法与应急管理局"},
    "jining-jingkai-2023": {"济宁祥城投资集团有限公司"},
    "jining-gaoxin-2024": {"经济运行局"},
    "qingdao-2024": {"市水务管理局"},
    "jining-gaoxin-2021": {"市场监管局"},
}
NOT_IN_THE_NOTICE = {
    "zibo-gaoxin-2024": {"columns"},
    "jining-jingkai-2023": {"number", "date", "columns"},
    "jining-gaoxin-2024": {"columns"},
    "qingdao-2024": {"number", "addressees", "annex", "columns"},
    "jining-gaoxin-2021": {"number", "addressees", "paragraphs", "annex", "date"},
}
FILLED = {"progress", "problem", "plan"}


@pytest.fixture(params=sample_names())
def sample(request: pytest.FixtureRequest) -> Sample:
    """Return one sample's texts."""
    return load_sample(request.param)


def test_every_scheme_has_a_sample() -> None:
    """Built-in schemes and samples are the same, and named alike."""
    assert sample_names() == scheme_names() == tuple(sorted(ITEMS))
    assert [load_sample(name).scheme for name in sample_names()] == list(sample_names())


def test_a_sample_that_does_not_exist() -> None:
    """Its file is named."""
    with pytest.raises(FileNotFoundError, match=FOLDER.name):
        load_sample("没有")


def test_the_items_of_a_project_inherit_its_keys() -> None:
    """One shape of file has projects, the other items only; both read alike."""
    nested, flat = load_sample("jining-gaoxin-2021"), load_sample("zibo-gaoxin-2024")
    first, second = nested.items[:2]
    assert first["project"] == second["project"] == "医疗健康惠民工程"
    assert first["assist"] == second["assist"] != ""
    assert [len(items) for _, items in nested.projects][:2] == [2, 3]
    assert {item["project"] for item in flat.items} == {""}


def test_the_sample_has_every_item_of_the_official_list(sample: Sample) -> None:
    """As many as the public document lists."""
    assert len(sample.items) == ITEMS[sample.scheme]


def test_every_item_has_a_text_for_every_column(sample: Sample) -> None:
    """Those of the list, except the number, and those that the unit fills; none is misspelt."""
    scheme = load_scheme(sample.scheme)
    listed = {column.key.value for column in scheme.summary.shown} - {Key.NUMBER.value}
    filled = {column.key.value for column in scheme.progress.columns}
    for item in sample.items:
        assert listed | FILLED <= item.texts.keys(), item
        assert item.texts.keys() <= listed | filled | {"first_progress"}, item


def test_no_two_items_have_one_name(sample: Sample) -> None:
    """A name tells an item from every other; one without a name has its content."""
    names = Counter((item["project"], item["name"] or item["content"]) for item in sample.items)
    assert [name for name, count in names.items() if count > 1] == []


def test_the_notice_has_what_the_document_has(sample: Sample) -> None:
    """Only what the official document lacks is empty."""
    empty = {key for key, value in asdict(sample.notice).items() if not value}
    assert empty == NOT_IN_THE_NOTICE[sample.scheme]


def test_only_units_that_lead_return_a_form(sample: Sample) -> None:
    """Forms go to the units that lead; at most one of them stays silent."""
    assert sample.returning <= sample.leading
    assert sample.leading - sample.returning == NEVER_REPORTS.get(sample.scheme, set())


def test_every_item_of_a_returning_unit_says_its_progress(sample: Sample) -> None:
    """Only the items of a unit that never reports may have none."""
    assert [item for item in sample.reported if not item["progress"]] == []


def test_a_return_takes_its_progress_from_a_text_that_exists(sample: Sample) -> None:
    """A corrected return differs from the first by an item's own first text."""
    for each in sample.returns:
        texts = [item.texts for item in sample.items if item.unit == each.unit]
        assert any(each.progress in item for item in texts), each
        if each.progress != "progress":
            differing = [item for item in texts if each.progress in item]
            assert all(item[each.progress] != item["progress"] for item in differing), each


def test_every_return_is_delivered_once(sample: Sample) -> None:
    """What is delivered is what is made, under the same names."""
    delivered = [name for delivery in sample.deliveries for name in delivery.files]
    assert sorted(delivered) == sorted(each.name for each in sample.returns)
    assert len(delivered) == len(set(delivered))


def test_the_calendar_runs_forward(sample: Sample) -> None:
    """Started, sent, delivered, and the following period's forms go out, one after another."""
    times = [
        sample.started,
        sample.sent,
        *(delivery.at for delivery in sample.deliveries),
        sample.next_sent,
    ]
    assert times == sorted(set(times))
    assert next_period(parse_period(sample.period)) == parse_period(sample.following)


def test_exactly_one_unit_is_late(sample: Sample) -> None:
    """By the scheme's own 报送时限; a correction of a return in time is not late."""
    due = deadline(load_scheme(sample.scheme).report_by, parse_period(sample.period))
    unit_of = {each.name: each.unit for each in sample.returns}
    first = {unit_of[name]: d.at for d in reversed(sample.deliveries) for name in d.files}
    assert due is not None
    assert {unit for unit, at in first.items() if at.date() > due} == LATE[sample.scheme]
