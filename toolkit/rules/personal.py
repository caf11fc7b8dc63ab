"""Family W: what is private of a person who is named."""

from collections.abc import Iterator

from toolkit.model.finding import Severity
from toolkit.model.form import Form
from toolkit.model.submission import Entry
from toolkit.rules.base import Context, Fault, Subject, rule
from toolkit.rules.wording import texts_of
from toolkit.text.personal import may_name_person, personal_details


@rule(
    "W469",
    "写了个人情况",
    Severity.WARNING,
    Subject.ENTRY,
    what="要公开的文字里，有没有点名写群众的年龄、住址、病情、残疾、低保这些情况。",
    why="汇总表和通报要公开，不得泄露个人信息。",
    wrong="最后完工的是刘某某家（写出全名，81岁，低保，肢体二级残疾）。",
    right="最后1户（低保家庭）已完工。",
    mend="请删去姓名和个人情况，只写户数、人数。",
    forms=(Form.PROGRESS,),
    may=may_name_person,
)
def person_exposed(entry: Entry, context: Context) -> Iterator[Fault]:
    """A text that will be published tells of a named person what is private."""
    for column, text in texts_of(entry, context):
        found = personal_details(text)
        if found:
            told = "；".join(f"{each.masked}的{'、'.join(each.kinds)}" for each in found[:3])
            yield Fault(f"“{column.title}”写了{told}。", key=column.key)


RULES = (person_exposed,)
