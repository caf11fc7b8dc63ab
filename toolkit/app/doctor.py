"""`minsheng doctor`: what this computer lacks. It only looks: no file is made, no network asked."""

from collections.abc import Collection, Iterator

from toolkit.app.folder_checks import folder_checks, keeps_a_database
from toolkit.app.workspace import TEMPLATES_FOLDER, Workspace
from toolkit.files.components import (
    PACKAGES,
    Package,
    console_encoding,
    package_version,
    python_program,
    python_version,
    python_words,
    rar_program,
    shows_chinese,
)
from toolkit.files.fonts import installed_families, word_fonts
from toolkit.files.libre_office import office_program
from toolkit.model.check_up import Check, CheckUp, Group
from toolkit.model.fonts import FONTS, Font, fonts_named, lookup
from toolkit.model.programme import Programme

OLDEST_PYTHON = (3, 11)

_OTHER_FONT = "Word、Excel 换成别的字体显示和打印，版面与 GB/T 9704—2012 不一致"
_FROM_WINDOWS = (
    "Windows：在“设置”里搜索“可选功能”，添加“中文（简体）补充字体”；"
    "Linux、macOS：安装有使用权的同名字体文件"
)
_UNPACKER = (
    "安装解压程序：Windows 装 7-Zip，把它的文件夹加进环境变量 PATH；"
    "Debian、Ubuntu：sudo apt install unar；macOS：brew install unar"
)
_FROM_FOUNDER = (
    "Windows 不自带：向本单位文印室要字体文件，或从方正字库网站按其授权下载，双击安装；"
    "不装的，把体例和模板里的字体改成本机有的"
)


def check_up(workspace: Workspace) -> CheckUp:
    """Look at the computer and the working folder.

    Args:
        workspace: Need not be one: that it is none is told as a check.
    """
    in_folder, programme = folder_checks(workspace)
    encoding = console_encoding()
    checks = (
        python_check(python_version(), python_words()),
        console_check(encoding),
        *in_folder,
        *font_checks(named_fonts(workspace, programme), installed_families()),
        office_check(office_program()),
        *_package_checks(keeps_a_database(programme)),
    )
    order = list(Group)
    return CheckUp(
        tuple(sorted(checks, key=lambda check: order.index(check.group))), shows_chinese(encoding)
    )


def python_check(version: tuple[int, int], words: str) -> Check:
    """Judge the version of Python."""
    purpose = "运行本工具"
    if version >= OLDEST_PYTHON:
        return Check("Python", Group.REQUIRED, purpose, words)
    oldest = ".".join(map(str, OLDEST_PYTHON))
    return Check(
        *("Python", Group.REQUIRED, purpose, words),
        ok=False,
        effect=f"版本旧于 {oldest}，有的命令运行到一半会出错",
        advice=f"安装 Python {oldest} 或更新的版本，重新安装本工具",
    )


def console_check(encoding: str) -> Check:
    """Judge whether the console can print Chinese."""
    name, purpose = "屏幕显示中文", "看提示和问题"
    if shows_chinese(encoding):
        return Check(name, Group.REQUIRED, purpose, f"可以（{encoding}）")
    return Check(
        *(name, Group.REQUIRED, purpose, f"不可以（{encoding}）"),
        ok=False,
        effect="提示里的汉字显示不出来，命令会中断",
        advice="设置环境变量 PYTHONUTF8=1 再运行（Windows 的命令提示符先运行 chcp 65001）",
    )


def named_fonts(workspace: Workspace, programme: Programme | None) -> tuple[Font, ...]:
    """Return the fonts that documents name: ours, and those of an office's scheme and templates."""
    if programme is None:
        return FONTS
    fonts = programme.scheme.fonts
    names = {fonts.title, fonts.header, fonts.body}
    for template in sorted((workspace.root / TEMPLATES_FOLDER).glob("*.docx")):
        names |= word_fonts(template)
    return fonts_named(names)


def font_checks(fonts: tuple[Font, ...], families: Collection[str] | None) -> tuple[Check, ...]:
    """Judge the fonts of documents.

    Args:
        fonts: Those that documents name.
        families: Those that the computer lists, None where nobody can tell.
    """
    if families is not None:
        return tuple(_font_check(font, families) for font in fonts)
    return (
        Check(
            *("公文字体", Group.LAYOUT, "文件和表格的版面", None),
            ok=False,
            effect=f"查不出本机装了哪些字体；如有缺的，{_OTHER_FONT}",
            advice=f"在 Word、WPS 的字体列表里看有没有：{'、'.join(font.name for font in fonts)}；"
            "Linux 上装好 fontconfig 以后可以自动检查",
        ),
    )


def _font_check(font: Font, families: Collection[str]) -> Check:
    family, exact = lookup(font, families)
    if family is None:
        return Check(
            *(font.name, Group.LAYOUT, font.purpose, None),
            ok=False,
            effect=_OTHER_FONT,
            advice=_FROM_WINDOWS if font.in_windows else _FROM_FOUNDER,
        )
    if exact:
        return Check(font.name, Group.LAYOUT, font.purpose, family)
    return Check(
        *(font.name, Group.LAYOUT, font.purpose, f"没有这一种，有相近的 {family} 可以代替"),
        advice=f"软件没有自动换用的，在文件或“{TEMPLATES_FOLDER}”里把字体改为 {family}",
    )


def office_check(program: str | None) -> Check:
    """Judge whether LibreOffice is there."""
    name, purpose = "LibreOffice", "读旧格式的文件"
    if program is not None:
        return Check(name, Group.OPTIONAL, purpose, program)
    return Check(
        *(name, Group.OPTIONAL, purpose, None),
        ok=False,
        effect="报来的 .doc、.wps、.rtf、.odt 读不出来，单元格里没有算出结果的公式不能补算",
        advice="从 libreoffice.org 下载安装（Debian、Ubuntu：sudo apt install libreoffice）；"
        "不装的，请报送单位另存为 .docx、.xlsx",
    )


def rar_check(version: str | None, program: str | None) -> Check:
    """Judge what unpacks .rar.

    Args:
        version: Of rarfile.
        program: What unpacks for it.
    """
    if version is not None and program is not None:
        return Check("解 .rar", Group.OPTIONAL, "收取 .rar 压缩包", f"rarfile {version}，{program}")
    steps = [] if version is not None else [_pip(PACKAGES["archives"][1])]
    if program is None:
        steps.append(_UNPACKER)
    return Check(
        *("解 .rar", Group.OPTIONAL, "收取 .rar 压缩包"),
        None if version is None else f"只有 rarfile {version}，没有解压程序",
        ok=False,
        effect="收到的 .rar 打不开，要手工解压后放入“2回收”，或请报送单位改用 .zip",
        advice="；".join(steps),
    )


def package_check(
    package: Package, version: str | None, group: Group, purpose: str, effect: str
) -> Check:
    """Judge whether an optional package is there."""
    if version is not None:
        return Check(package.module, group, purpose, version)
    return Check(
        *(package.module, group, purpose, None), ok=False, effect=effect, advice=_pip(package)
    )


def _package_checks(keeps_database: bool) -> Iterator[Check]:
    seven_zip, rar = PACKAGES["archives"]
    yield package_check(
        *(seven_zip, package_version(seven_zip), Group.OPTIONAL, "收取 .7z 压缩包"),
        "收到的 .7z 打不开，要手工解压后放入“2回收”，或请报送单位改用 .zip",
    )
    yield rar_check(package_version(rar), rar_program())
    (pdf,) = PACKAGES["pdf"]
    yield package_check(
        *(pdf, package_version(pdf), Group.OPTIONAL, "读带文字的 .pdf"),
        "通知和报表是 .pdf 的读不出来，要改用 Word、Excel 文件",
    )
    (database,) = PACKAGES["postgres"]
    group = Group.REQUIRED if keeps_database else Group.OPTIONAL
    yield package_check(
        *(database, package_version(database), group, "把台账放在 PostgreSQL 数据库里"),
        "“台账地址”填了数据库的，命令不能运行；用 台账.db 的不受影响",
    )


def _pip(package: Package) -> str:
    program = python_program()
    if " " in program:
        program = f'"{program}"'
    return f'联网运行：{program} -m pip install "{package.distribution}"'
