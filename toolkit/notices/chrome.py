"""Lines that are no part of a notice's list: what a web page puts around it, and its own end."""

import re

from toolkit.text.clean import match_key

_SAYS_NOTHING = re.compile(r"[^0-9A-Za-z一-鿿①-⑳㈠-㈩⑴-⒛]*")
_PAGE_NUMBER = re.compile(r"[-—–－一]*\s*\d{1,3}\s*[-—–－一]*|第\d+页(共\d+页)?")
_PICTURE = re.compile(r"!?\[(attach|img|/?图片?)?\].*|.*\.(jpg|jpeg|png|gif|bmp)", re.IGNORECASE)
_WEB = re.compile(
    r"(发表于\d{4}-|回复|返回(顶部|列表)|快速回复|使用道具|举报$|该帖|您需要登录|登录|本版积分"
    r"|帖子地图|手机版|Powered"
    r"|GMT|©|版权|Copyright|.*ICP备|.*公网安备|网站标识码|主办单位?[:：].{2,24}(版权|网站)"
    r"|分享到|分享[:：]|扫一扫|打印$|打印本页"
    r"|\[?打印\]?|【打印】|关闭$|【关闭|上一篇|下一篇|相关(阅读|链接|新闻|文章|内容)|延伸阅读"
    r"|推荐阅读|责任编辑|责编|编辑[:：]"
    r"|来源[:：]|作者[:：]|审核[:：]|校对[:：]|记者|初审|终审|热门|阅读原文|点击(下载|查看)"
    r"|阅读(次数|量)|浏览(次数|量)|字体[:：]"
    r"|【?字体|首页|当前位置|您(的|当前)位置|位置导航|收藏|我要纠错|特别声明|声明[:：]|免责"
    r"|End$|END$|—END)"
)
_DATE = (
    r"(\d{4}年\d{1,2}月\d{0,2}日"
    r"|[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
_CLOSING = re.compile(
    r"(附件|附表|附录|附)(\d{0,2}|[一二三四五六七八九十])(:.*)?"
    r"|[(]?此件(主动|依申请|不予)?公开.*|[(]联系(人|电话).*|抄送:.*"
    r"|.{2,30}(办公室|办公厅)\d{4}年\d{1,2}月\d{1,2}日印发"
    rf"|{_DATE}"
)
_SIGNATURE = re.compile(
    rf"[^:、,。;]{{2,40}}(人民政府|管委会|管理委员会|办公室|办公厅|委员会)(?P<date>{_DATE})?"
)


def says_nothing(line: str) -> bool:
    """Tell whether a line is a rule, a page number, a picture's name or an empty mark."""
    text = line.strip()
    bare = match_key(text)
    return bool(
        _SAYS_NOTHING.fullmatch(bare) or _PAGE_NUMBER.fullmatch(bare) or _PICTURE.fullmatch(bare)
    )


def ends_list(line: str, following: str = "") -> bool:
    """Tell whether a list is over at this line: a signature, a date, an annex, a page's foot.

    Args:
        line: The line.
        following: The next one: the name of a body is a signature only with a date.
    """
    text = match_key(line)
    if _WEB.match(text) or _CLOSING.fullmatch(text):
        return True
    signature = _SIGNATURE.fullmatch(text)
    dated = re.fullmatch(_DATE, match_key(following))
    return bool(signature and (signature["date"] or dated))
