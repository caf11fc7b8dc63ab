"""Opening files with a password, through msoffcrypto-tool.

Excel encrypts a workbook that is only protected against changes with a password of its own, and
opens it without asking (MS-OFFCRYPTO 2.3): such a file is read as Excel reads it.
"""

import io

from toolkit.errors import UnreadableFileError

_EXCELS_OWN = "VelvetSweatshop"


def opened(data: bytes, password: str | None) -> bytes:
    """Return the decrypted file.

    Raises:
        UnreadableFileError: No password was given, or it is the wrong one.
    """
    for attempt in (_EXCELS_OWN, password):
        if attempt is not None and (plain := _decrypted(data, attempt)):
            return plain
    raise wrong_password() if password is not None else locked()


def locked() -> UnreadableFileError:
    """Return the error for a file with a password that nobody gave."""
    return UnreadableFileError("文件设了打开密码", "请报送单位取消密码后重新发送。")


def wrong_password() -> UnreadableFileError:
    """Return the error for a file that the given password does not open."""
    return UnreadableFileError(
        "文件设了打开密码，给出的密码不对", "请核对密码，或请报送单位取消密码后重新发送。"
    )


def _decrypted(data: bytes, password: str) -> bytes | None:
    """Return the decrypted file, None where the password does not fit."""
    import msoffcrypto

    out = io.BytesIO()
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(data))
        file.load_key(password=password)
        file.decrypt(out)
    except Exception:  # noqa: BLE001 - whatever it raises, the file stays closed, and that is told
        return None
    return out.getvalue() or None
