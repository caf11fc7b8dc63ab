"""Files with a password are named as such, and opened with it."""

import io

import msoffcrypto.format.ooxml
import pytest

from tests.files.ole_files import biff8, ole
from tests.files.packages import package, plain_parts
from toolkit.errors import UnreadableFileError
from toolkit.files.workbooks import read_workbook

LOCKED = "文件设了打开密码"


def encrypted(data: bytes, password: str) -> bytes:
    """Return a package with a password, as Excel encrypts it (MS-OFFCRYPTO 2.3.4.10)."""
    stream = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(data)).encrypt(password, stream)
    return stream.getvalue()


@pytest.fixture(scope="module")
def with_password() -> bytes:
    """Give a workbook whose password is 民生2024."""
    return encrypted(package(plain_parts()), "民生2024")


def reason(data: bytes, password: str | None = None) -> str:
    """Return why a file is not opened."""
    with pytest.raises(UnreadableFileError) as caught:
        read_workbook(data, password=password)
    assert caught.value.advice.endswith("。")
    return caught.value.reason


def test_a_password_is_named(with_password: bytes) -> None:
    """The unit is asked to take it away."""
    assert reason(with_password) == LOCKED


def test_the_right_password_opens_it(with_password: bytes) -> None:
    """And the workbook is read like any other."""
    assert read_workbook(with_password, password="民生2024").sheets[0].rows[0][0] == "x"  # noqa: S106


def test_the_wrong_password_is_named(with_password: bytes) -> None:
    """It is not mistaken for a damaged file."""
    assert reason(with_password, "民生2023") == "文件设了打开密码，给出的密码不对"


def test_what_excel_opens_without_asking_is_read() -> None:
    """A workbook protected against changes is encrypted with a password that everybody knows."""
    data = encrypted(package(plain_parts()), "VelvetSweatshop")
    assert read_workbook(data).sheets[0].rows[0][0] == "x"


@pytest.mark.parametrize(
    "data",
    [
        ole({"Workbook": biff8([], locked=True)}),
        ole({"WordDocument": bytes(11) + b"\1"}),
        package(
            {
                "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
                "META-INF/manifest.xml": "<manifest:encryption-data/>",
            }
        ),
    ],
    ids=["xls", "doc", "ods"],
)
def test_every_kind_of_file_can_have_one(data: bytes) -> None:
    """Old workbooks, letters and OpenDocument too."""
    assert reason(data) == LOCKED
