"""What an office's documents have around their text, besides the names of issuer and signer."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What an office's documents have around their text.

    Attributes:
        mark: 发文机关标志 in red above a document, such as 济宁高新区管委会文件; "" for none.
        code: 机关代字 of the document number, such as 济高新管字; "" for none.
        contact: Whom to ask.
        phone: The number to call.
    """

    mark: str = ""
    code: str = ""
    contact: str = ""
    phone: str = ""
