"""Scheme files: every mistake has its place in Chinese, and all are told at once."""

from pathlib import Path

import pytest

from toolkit.errors import SchemeError
from toolkit.files.schemes import load_scheme, scheme_names, scheme_text
from toolkit.model.finding import Severity
from toolkit.model.rule_settings import RuleSetting, Thresholds
from toolkit.model.scheme import Filling, Key, Kind, Scheme

BUILT_IN = "jining-gaoxin-2021"


def refused(folder: Path, *changes: tuple[str, str]) -> SchemeError:
    """Change the text of a built-in scheme and return the objection to it."""
    text = scheme_text(BUILT_IN)
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    (folder / "本单位.toml").write_text(text, "utf-8")
    with pytest.raises(SchemeError) as caught:
        load_scheme("本单位.toml", folder)
    return caught.value


@pytest.mark.parametrize("name", scheme_names())
def test_every_built_in_scheme_loads(name: str) -> None:
    """What ships is free of mistakes, and is called what its file is called."""
    scheme = load_scheme(name)
    assert scheme.name == name
    assert Key.PROGRESS in {column.key for column in scheme.progress.filled}


def test_a_scheme_says_what_its_file_says() -> None:
    """Columns keep their order, titles and kinds; those not switched on are kept but not shown."""
    scheme = load_scheme(BUILT_IN)
    assert [c.title for c in scheme.summary.shown] == [
        "序号",
        "项目名称",
        "项目内容及规模",
        "主办单位",
        "协办单位",
    ]
    assert [c.title for c in scheme.progress.filled] == [
        "落实进展情况",
        "存在问题",
        "下月工作计划",
    ]
    status = next(c for c in scheme.progress.columns if c.key is Key.STATUS)
    assert (status.kind, status.on) == (Kind.CHOICE, False)
    assert scheme.filling is Filling.LEAD


def test_an_offices_own_scheme_lies_in_its_folder(tmp_path: Path) -> None:
    """A name that ends in .toml is a file in the given folder; a mark at its start is no text."""
    text = scheme_text(BUILT_IN).replace('place = "济宁高新区"', 'place = "任城区"')
    (tmp_path / "本单位.toml").write_text(text, "utf-8-sig")
    assert load_scheme("本单位.toml", tmp_path).place == "任城区"
    assert load_scheme(str(tmp_path / "本单位.toml")).place == "任城区"


def test_an_unknown_name_is_answered_with_the_known_ones() -> None:
    """Whoever mistypes a name sees what there is."""
    with pytest.raises(SchemeError) as caught:
        load_scheme("济宁")
    assert "济宁" in caught.value.message
    assert BUILT_IN in caught.value.hint


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """The message gives the path that was looked for."""
    with pytest.raises(SchemeError) as caught:
        load_scheme("没有.toml", tmp_path)
    assert str(tmp_path / "没有.toml") in caught.value.message
    assert "文件不存在" in caught.value.message


def test_a_file_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    """Notepad's ANSI on Chinese Windows is GBK; the hint says what to save it as."""
    (tmp_path / "本单位.toml").write_bytes('name = "本单位"'.encode("gbk"))
    with pytest.raises(SchemeError) as caught:
        load_scheme("本单位.toml", tmp_path)
    assert "UTF-8" in caught.value.hint


def test_broken_toml_is_told_with_its_line(tmp_path: Path) -> None:
    """A forgotten quote is found by its line and character, in Chinese."""
    text = scheme_text(BUILT_IN).replace('label = "济宁', "label = 济宁")
    (tmp_path / "本单位.toml").write_text(text, "utf-8")
    with pytest.raises(SchemeError) as caught:
        load_scheme("本单位.toml", tmp_path)
    assert "第5行第9个字附近" in caught.value.message


def test_a_file_that_ends_too_early_is_told_so(tmp_path: Path) -> None:
    """A bracket that never closes has no line of its own."""
    (tmp_path / "本单位.toml").write_text('name = ["a"', "utf-8")
    with pytest.raises(SchemeError, match=r"文件末尾|第1行"):
        load_scheme("本单位.toml", tmp_path)


def test_mistakes_of_values_are_told_all_at_once_with_their_places(tmp_path: Path) -> None:
    """One run shows every wrong, missing and unknown setting, table and column by name."""
    error = refused(
        tmp_path,
        ('place = "济宁高新区"\n', ""),
        ('filling = "牵头填报"', 'filling = "都填"'),
        ('title = "存在问题"\n', 'title = "存在问题"\nwidht = 3\n'),
        ('title = "下月工作计划"\n', 'title = "下月工作计划"\ngrouped = "是"\n'),
        ("width = 46", 'width = "宽"'),
        ('kind = "number"', 'kind = "money"'),
        ('finished = ["已完成"]', "finished = 3"),
    )
    assert error.message.startswith("体例“本单位.toml”有 7 处错误：")
    for line in (
        "place：缺少这一项",
        "filling：“都填”不在可选值之中",
        "进展表第10栏（存在问题）的 widht：没有这样的设置项，可能写错了名字",
        "进展表第11栏（下月工作计划）的 grouped：应为 true 或 false",
        "进展表第9栏（落实进展情况）的 width：应为数字",
        "进展表第6栏（累计完成）的 kind：“money”不在可选值之中",
        "finished：应为列表（方括号）",
    ):
        assert line in error.message
    assert "逐处改正" in error.hint


def test_a_mistake_inside_a_list_is_counted(tmp_path: Path) -> None:
    """The second of the choices, the first of the kinds of period."""
    error = refused(
        tmp_path,
        ('choices = ["已完成", "正常推进", ', 'choices = ["已完成", 2, '),
        ('cadence = ["month"]', 'cadence = ["每月"]'),
        ("[fonts]", "[colours]"),
    )
    assert "进展表第5栏（进展状态）的 choices第2个值：应为文字（加引号）" in error.message
    assert "cadence第1个值：“每月”不在可选值之中：year、quarter、month、" in error.message
    assert "colours：没有这样的设置项，可能写错了名字" in error.message


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('key = "problem"', 'key = "plan"', '第11栏（下月工作计划）：key = "plan" 与第10栏重复'),
        (
            'title = "存在问题"',
            'title = "下月工作计划"',
            "第11栏（下月工作计划）：栏目名称与第10栏",
        ),
        ('title = "存在问题"', 'title = " "', "进展表第10栏（ ）：title 不能为空"),
        ('title = "存在问题"', f'title = "{"长" * 33}"', "title 不能超过 32 个字"),
        ("width = 46", "width = 0", "进展表第9栏（落实进展情况）：width 应在 1 至 120 之间"),
        ("max_length = 600", "max_length = 99999", "max_length 应在 1 至 32767 之间"),
        ('choices = ["已完成", "正常推进", ', 'choices = ["已完成", "正常,推进", ', "半角逗号"),
        ('choices = ["已完成"', f'choices = ["已完成", "{"长" * 255}"', "合计不能超过 255 个字"),
        ('prompt = "写明具体', f'prompt = "{"长" * 200}写明具体', "prompt 不能超过 200 个字"),
        ('kind = "number"', 'kind = "choice"', '第6栏（累计完成）：kind = "choice" 时要写 choices'),
        ('title = "{place}{year}年{span}', 'title = "{place}{month}', "进展表的 title：只能使用"),
        ('title = "{place}{year}年{span}', 'title = "{place.x}', "进展表的 title：只能使用"),
        ('report_by = "次月8日"', 'report_by = "尽快"', "report_by：看不懂报送时限“尽快”"),
        ('report_by = "次月8日"', 'report_by = "次月8日；周二"', "没有写明是本周还是次周"),
        (
            'report_by = "次月8日"',
            'report_by = "旬后2日"',
            "report_by：报送时限“旬后2日”没有说到月报",
        ),
        ('cadence = ["month"]', "cadence = []", "cadence：至少要有一种"),
    ],
)
def test_what_contradicts_itself_is_told(tmp_path: Path, old: str, new: str, said: str) -> None:
    """Values that are each allowed and together are not, or that Excel would refuse."""
    assert said in refused(tmp_path, (old, new)).message


def test_a_column_that_units_fill_is_never_merged(tmp_path: Path) -> None:
    """Merging equal neighbours would take one unit's answer for all rows of a project."""
    error = refused(tmp_path, ('title = "存在问题"\n', 'title = "存在问题"\ngrouped = true\n'))
    assert "进展表第10栏（存在问题）：由单位填写的栏目不能合并" in error.message


def test_a_list_of_statuses_needs_one_that_means_finished(tmp_path: Path) -> None:
    """Otherwise nothing would ever be counted as finished."""
    error = refused(
        tmp_path,
        ("on = false", "on = true"),
        ('choices = ["已完成", ', 'choices = ["完成", '),
    )
    assert "进展表的“进展状态”：choices 里没有表示完成的词" in error.message


def test_a_table_without_its_columns_is_refused(tmp_path: Path) -> None:
    """A form needs a column of progress; a list needs items and the unit that leads each."""
    error = refused(
        tmp_path,
        ('key = "progress"', 'key = "note"'),
        (
            'key = "content"\ntitle = "项目内容及规模"\nother',
            'key = "summary"\ntitle = "项目"\nother',
        ),
        ('key = "lead"', 'key = "deadline"'),
    )
    for said in (
        "进展表：没有由单位填写的进展栏",
        "汇总表：至少要有事项名称（name）或内容（content）一栏",
        "汇总表：缺少牵头（主办、承办、责任）单位一栏",
        "进展表的“主办单位”由清单带出，但汇总表里没有",
    ):
        assert said in error.message


def own(folder: Path, settings: str) -> Scheme:
    """Return a built-in scheme with further settings at its end."""
    (folder / "本单位.toml").write_text(f"{scheme_text(BUILT_IN)}\n{settings}\n", "utf-8")
    return load_scheme("本单位.toml", folder)


def test_rules_and_thresholds_are_the_usual_ones_unless_a_scheme_says_otherwise() -> None:
    """Every rule with its own severity."""
    scheme = load_scheme(BUILT_IN)

    assert scheme.rules == {}
    assert scheme.thresholds == Thresholds(5, 10, 30, 66, 95, 3)


def test_an_office_sets_single_rules(tmp_path: Path) -> None:
    """Another severity, on trial, or off; the code may be written in any case."""
    scheme = own(
        tmp_path,
        """
        [rules.V403]
        severity = "warning"
        [rules.v402]
        trial = true
        [rules.D203]
        off = true
        """,
    )

    assert scheme.rules == {
        "V403": RuleSetting(severity=Severity.WARNING),
        "V402": RuleSetting(trial=True),
        "D203": RuleSetting(off=True),
    }


def test_an_office_sets_single_thresholds(tmp_path: Path) -> None:
    """The others stay; a whole number is a number."""
    scheme = own(tmp_path, "[thresholds]\nyellow = 15\nunchanged_plans = 2")

    assert scheme.thresholds == Thresholds(yellow=15, unchanged_plans=2)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ('[rules.V403]\nseverity = "严重"', "规则的 V403的 severity：“严重”不在可选值之中：error"),
        ("[rules.V403]\ntrail = true", "规则的 V403的 trail：没有这样的设置项"),
        ('[rules.V403]\noff = "停用"', "规则的 V403的 off：应为 true 或 false"),
        ("[rules]\nV403 = true", "规则的 V403：应为一组设置"),
        ("[rules.V403]\noff = true\n[rules.v403]\noff = true", "规则的 V403：写了 2 次"),
        ("[rules.V403]\noff = true\ntrial = true", "停用（off = true）的规则不用再写"),
        ('[rules.V403]\ntrial = true\nseverity = "error"', "试行（trial = true）的规则只列出"),
        ('[thresholds]\nred = "三十"', "阈值的 red：应为数字"),
        ("[thresholds]\nblue = 3", "阈值的 blue：没有这样的设置项"),
        ("[thresholds]\nyellow = 40", "0 ≤ slack ≤ yellow ≤ red ≤ 100"),
        ("[thresholds]\nred = 101", "0 ≤ slack ≤ yellow ≤ red ≤ 100"),
        ("[thresholds]\nlate = 0", "late 应在 0 至 100 之间"),
        ("[thresholds]\ncopied = 10", "copied 应在 50 至 100 之间"),
        ("[thresholds]\nunchanged_plans = 1", "unchanged_plans 至少为 2"),
        ("[thresholds]\nunchanged_plans = 2.5", "unchanged_plans：应为整数"),
    ],
)
def test_a_wrong_setting_is_told_with_its_place(tmp_path: Path, settings: str, said: str) -> None:
    """What is no setting, no value, or contradicts another."""
    with pytest.raises(SchemeError) as caught:
        own(tmp_path, settings)
    assert said in caught.value.message
