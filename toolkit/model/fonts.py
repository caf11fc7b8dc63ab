"""The fonts of official documents: under which names a computer lists them, and what is like them.

A font has a Chinese and an English family name; which of them a computer lists depends on its
language. 仿宋_GB2312 and its like are fonts of their own, of the same look: programs do not always
take one for the other, but a person can.
"""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Font:
    """A font that documents name.

    Attributes:
        name: As documents name it.
        purpose: What is set in it.
        same: Its other family names.
        alike: Family names of fonts that may stand for it.
        in_windows: Whether it comes with Windows.
    """

    name: str
    purpose: str
    same: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    in_windows: bool = False


FONTS = (
    Font(
        "方正小标宋简体",
        "文件标题、表题",
        ("FZXiaoBiaoSong-B05S", "FZXBSJW--GB1-0"),
        (
            "方正小标宋_GBK",
            "FZXiaoBiaoSong-B05",
            "方正小标宋_GB18030",
            "小标宋体",
            "华文中宋",
            "STZhongsong",
        ),
    ),
    Font(
        "仿宋",
        "正文、表格内容",
        ("FangSong",),
        (
            "仿宋_GB2312",
            "FangSong_GB2312",
            "华文仿宋",
            "STFangsong",
            "方正仿宋简体",
            "方正仿宋_GBK",
            "FZFangSong-Z02S",
            "FZFangSong-Z02",
        ),
        in_windows=True,
    ),
    Font(
        "黑体",
        "一级标题、表头",
        ("SimHei",),
        (
            "方正黑体简体",
            "方正黑体_GBK",
            "FZHei-B01S",
            "FZHei-B01",
            "华文黑体",
            "STHeiti",
            "Heiti SC",
        ),
        in_windows=True,
    ),
    Font(
        "楷体",
        "二级标题",
        ("KaiTi",),
        (
            "楷体_GB2312",
            "KaiTi_GB2312",
            "华文楷体",
            "STKaiti",
            "方正楷体简体",
            "方正楷体_GBK",
            "FZKai-Z03S",
            "FZKai-Z03",
            "Kaiti SC",
        ),
        in_windows=True,
    ),
    Font(
        "宋体",
        "页码、图表",
        ("SimSun",),
        ("新宋体", "NSimSun", "华文宋体", "STSong", "方正书宋简体", "方正书宋_GBK", "Songti SC"),
        in_windows=True,
    ),
)
"""Those that the built-in schemes and templates name."""


def fonts_named(names: Collection[str]) -> tuple[Font, ...]:
    """Return the built-in fonts, then those that an office's own scheme or templates name.

    A name such as 仿宋_GB2312 is a font of its own there: the built-in one may stand for it.
    """
    known = {_key(font.name) for font in FONTS} | {_key(s) for font in FONTS for s in font.same}
    own = {_key(name): name for name in sorted(names) if _key(name) not in known}
    return (*FONTS, *(_own_font(name) for name in own.values()))


def lookup(font: Font, families: Collection[str]) -> tuple[str | None, bool]:
    """Return the family that is the font or else may stand for it, and whether it is the font.

    Args:
        families: The family names that the computer lists.
    """
    listed = {_key(family): family for family in families}
    for names, exact in (((font.name, *font.same), True), (font.alike, False)):
        for name in names:
            if _key(name) in listed:
                return listed[_key(name)], exact
    return None, False


def _own_font(name: str) -> Font:
    for font in FONTS:
        if _key(name) in map(_key, font.alike):
            others = (font.name, *font.same, *font.alike)
            return Font(name, "本单位的体例或模板", (), tuple(o for o in others if o != name))
    return Font(name, "本单位的体例或模板")


def _key(name: str) -> str:
    return "".join(name.split()).casefold()
